import type { SourceText } from '../../domain.js';
import { loadInputs } from '../load-files.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { readInputs } from '../read-inputs.js';
import type { SegmentFilesOptions } from './segment-files.js';
import { surroundings } from './surroundings.js';

/**
 * The texts in files, read but not segmented; `-` is standard input.
 *
 * @throws AppError for files that cannot be read and settings that name no source
 */
export async function readTexts(
  paths: readonly string[],
  options: SegmentFilesOptions = {},
): Promise<readonly SourceText[]> {
  const inputs = await loadInputs(surroundings(options), paths);
  return (await readInputs(inputs, options, readerProcesses(options.signal))).texts;
}
