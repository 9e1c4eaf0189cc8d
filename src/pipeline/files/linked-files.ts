/** Opens files that already are alignments, by path. */
import type { Table } from '../../domain.js';
import { tableOfLinks, type LinkedTableOptions } from '../linked-table.js';
import { loadInputs } from '../load-files.js';
import { diagnoseReading } from '../diagnose.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { readInputs } from '../read-inputs.js';
import type { SegmentFilesOptions } from './segment-files.js';
import { openPassingMemory, type PassingMemory } from './passing-memory.js';
import { surroundings } from './surroundings.js';

/** How files of links are opened. */
export type OpenLinkedOptions = SegmentFilesOptions & LinkedTableOptions;

/**
 * The alignment in files such as a translation memory or a table of corresponding texts. `-` is
 * standard input. Needs no model.
 *
 * @returns undefined if the files contain no links
 * @throws AppError for files that cannot be read and settings that name no source
 */
export async function openLinkedFiles(
  paths: readonly string[],
  options: OpenLinkedOptions = {},
): Promise<Table | undefined> {
  const inputs = await loadInputs(surroundings(options), paths);
  const read = await readInputs(inputs, options, readerProcesses(options.signal));
  if (options.onDiagnostic) diagnoseReading(read.texts, options.onDiagnostic);
  return tableOfLinks(read, options);
}

/**
 * A large translation memory of two texts, opened without its rows being held. Throws AppError for a file
 * that can't be read.
 *
 * @returns undefined for any other file
 */
export async function openPassingFile(
  path: string,
  options: Pick<OpenLinkedOptions, 'cwd' | 'signal' | 'checks'>,
): Promise<PassingMemory | undefined> {
  const [input] = await loadInputs(surroundings(options), [path]);
  const { checks = true, signal } = options;
  return input && openPassingMemory(input, { checks, ...(signal && { signal }) });
}
