import { AppError } from '../errors.js';
import type { AlignSettings } from './align-options.js';
import { resolveReferences } from './alignment.js';
import { loadFiles } from './load-files.js';
import { readerProcesses } from './isolation/reader-processes.js';
import { readInputs } from './read-inputs.js';

/**
 * Throws what aligning these files (absolute paths) would throw for settings that name a missing
 * source: AppError `usage` or `bad-anchor`. Unreadable files prove nothing about the settings. Reads
 * the files only if the settings name sources. Resolves to whether they could be read.
 */
export async function checkReferences(
  paths: readonly string[],
  settings: AlignSettings,
): Promise<boolean> {
  const { languages, pivot, anchors } = settings;
  const names =
    languages !== undefined &&
    'bySource' in languages &&
    (languages.inOrder.length > 0 ||
      languages.bySource.some(({ source }) => typeof source === 'string'));
  if (!names && pivot === undefined && anchors === undefined) return true;
  try {
    const read = await readInputs(await loadFiles(paths), settings, readerProcesses());
    resolveReferences(settings, read.named);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'usage' || error.code === 'bad-anchor') throw error;
    return false;
  }
}
