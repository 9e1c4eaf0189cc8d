/** Opens files that already are alignments, by path. */
import { basename, resolve } from 'node:path';
import type { Table } from '../../domain.js';
import { filePieces, readFirstBytes } from '../../platform/input-files.js';
import { tableOfLinks, type LinkedTableOptions } from '../linked-table.js';
import { loadInputs, sourceNames } from '../load-files.js';
import { diagnoseReading } from '../diagnose.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import {
  mayBeWritten,
  readWritten,
  readWrittenFile,
  rowFormatOf,
} from '../../read/written/read-written.js';
import { passingRecords, type PassingRecords } from '../../write/records/passing-rows.js';
import { passingWritten } from '../written/passing-written.js';
import { streamedWritten } from '../written/streamed-written.js';
import { readInputs } from '../read-inputs.js';
import type { FileInput } from '../source-input.js';
import { tableOfWritten } from '../written/written-table.js';
import type { SegmentFilesOptions } from './segment-files.js';
import { openPassingLines } from './passing-lines.js';
import { openPassingMemory, type PassingFile } from './passing-memory.js';
import { openPassingTable } from './passing-table.js';
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
  const own = await writtenTable(inputs, options);
  if (own) return own;
  const read = await readInputs(inputs, options, readerProcesses(options.signal));
  if (options.onDiagnostic) diagnoseReading(read.texts, options.onDiagnostic);
  return tableOfLinks(read, options);
}

/** The table of a file that paralign wrote itself; undefined if it is none. */
async function writtenTable(
  inputs: readonly FileInput[],
  options: OpenLinkedOptions,
): Promise<Table | undefined> {
  const [input] = inputs;
  if (!input || inputs.length > 1) return undefined;
  const written = await readWritten(input.name, input.bytes, options);
  if (!written) return undefined;
  const table = await tableOfWritten(input.name, written);
  if (options.onDiagnostic) diagnoseReading(table.sources, options.onDiagnostic);
  return table;
}

/** Settings of reading with which a large file may be opened so. */
export const largeSettings = ['columns', 'languages', 'from'] as const;
type LargeSetting = (typeof largeSettings)[number];

/** First bytes that show what a file is. */
const headLength = 1 << 16;

/** A large file: its records, which are never all held, or its table where these are not to be had. */
export type LargeFile = { readonly records: PassingRecords } | { readonly table: Table };

/**
 * Opens a large translation memory of two texts, or a large file that paralign wrote, without its table if
 * possible. Throws AppError for a file that can't be read.
 *
 * @param wants whether the output shows whole paragraphs, which takes the table of what paralign wrote, and whether
 *   it says where in the texts checks found something
 * @returns undefined for any other file
 */
export async function openLargeFile(
  path: string,
  options: Pick<OpenLinkedOptions, 'cwd' | 'signal' | 'checks' | 'onDiagnostic' | LargeSetting>,
  wants: { readonly paragraphs: boolean; readonly checkPlaces: boolean },
): Promise<LargeFile | undefined> {
  const { checks = true, signal, onDiagnostic } = options;
  const place = resolve(surroundings(options).cwd, path);
  const head = await readFirstBytes(place, headLength);
  const file = { name: basename(path), operand: path, head, pieces: filePieces(place, path) };
  const mayBeOwn = mayBeWritten(head);
  const format = mayBeOwn ? rowFormatOf(head) : undefined;
  if (format && !wants.paragraphs) {
    const needs = !checks ? 'none' : wants.checkPlaces ? 'places' : 'names';
    const own = { name: basename(path), format, pieces: filePieces(place, path) };
    const streamed = await streamedWritten(own, needs);
    if (streamed) return { records: streamed };
  }
  const { from } = options;
  const written = mayBeOwn
    ? await readWrittenFile(file, from === undefined ? {} : { from })
    : undefined;
  if (!written) {
    const opening = { ...options, checks, ...(signal && { signal }) };
    const memory =
      (await openPassingMemory(file, opening)) ?? (await openPassingTable(file, opening));
    if (memory && onDiagnostic) diagnoseReading(memory.read, onDiagnostic);
    return memory && { records: passingRecords(memory) };
  }
  const records = wants.paragraphs ? undefined : passingWritten(written, { checks });
  if (records) return { records };
  const table = await tableOfWritten(basename(path), written);
  if (onDiagnostic) diagnoseReading(table.sources, onDiagnostic);
  return { table };
}

/**
 * Opens two large texts that correspond line by line. Throws AppError for files that can't be read or have
 * different numbers of lines.
 *
 * @returns undefined for files that are to be read as a whole
 */
export async function openLargeLines(
  paths: readonly [string, string],
  options: Pick<OpenLinkedOptions, 'cwd' | 'signal' | 'checks' | 'languages'>,
): Promise<LargeFile | undefined> {
  const { checks = true, signal, languages } = options;
  const names = sourceNames(paths);
  const open = async (index: 0 | 1): Promise<PassingFile> => {
    const operand = paths[index];
    const place = resolve(surroundings(options).cwd, operand);
    const head = await readFirstBytes(place, headLength);
    return { name: names[index] ?? operand, operand, head, pieces: filePieces(place, operand) };
  };
  const memory = await openPassingLines([await open(0), await open(1)], {
    checks,
    ...(languages && { languages }),
    ...(signal && { signal }),
  });
  return memory && { records: passingRecords(memory) };
}
