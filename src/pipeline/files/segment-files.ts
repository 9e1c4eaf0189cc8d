import type { Source } from '../../domain.js';
import { loadInputs } from '../load-files.js';
import { segment } from '../segmentation.js';
import { type FileReadingSettings, resolveLanguages } from './file-settings.js';
import { namedSources, surroundings } from './surroundings.js';

/** How files are read and segmented. */
export interface SegmentFilesOptions extends FileReadingSettings {
  /** What relative paths start from: the current folder by default. */
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads files, detects the languages of their paragraphs and splits their sentences; `-` is standard
 * input. No model is needed.
 *
 * @throws AppError for files that can't be read and settings that name no source
 */
export async function segmentFiles(
  paths: readonly string[],
  options: SegmentFilesOptions = {},
): Promise<Source[]> {
  const inputs = await loadInputs(surroundings(options), paths);
  const languages = resolveLanguages(options.languages, namedSources(inputs, paths));
  const sources: Source[] = [];
  for (const [index, input] of inputs.entries()) {
    options.signal?.throwIfAborted();
    sources.push(await segment(input, { ...options, language: languages[index] }));
  }
  return sources;
}
