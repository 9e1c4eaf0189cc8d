/** Large tables of two texts, read in little memory. */
import { AppError } from '../../../errors.js';
import { isPlainUtf8, withoutUtf8Mark } from '../../decode/plain-utf8.js';
import { delimitedRows, sampleLength, separatorOf } from '../delimited.js';
import { recordTable } from '../json/record-lines.js';
import { columnPairs } from './column-pairs.js';
import type { StoredPairs } from './stored-pairs.js';

/** A file that is read without being held, maybe more than once. */
export interface PairFile {
  readonly name: string;
  /** Its first bytes: at least 64 kB, unless it is shorter. */
  readonly head: Uint8Array;
  /** All of its bytes, from the first. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** Formats of text whose tables are read so. */
export const pairFormats = ['csv', 'tsv', 'jsonl'] as const;
/** One of `pairFormats`. */
export type PairFormat = (typeof pairFormats)[number];

/**
 * Reads a table whose rows have two texts.
 *
 * @param columns by header, letter or number; found out when left out
 * @returns undefined for a table of more or fewer columns of texts, and one whose encoding is not plain
 * @throws AppError as the format's reader
 */
export async function readPairs(
  file: PairFile,
  format: PairFormat,
  columns: readonly string[] | undefined,
): Promise<StoredPairs | undefined> {
  const { name, head } = file;
  switch (format) {
    case 'csv':
      if (!(await isPlainUtf8(head, file.pieces()))) return undefined;
      return delimited(file, columns, separatorOf(await beginning(file)), true);
    case 'tsv':
      if (!(await isPlainUtf8(head, file.pieces()))) return undefined;
      return tabbed(file, columns);
    case 'jsonl': {
      const table = await recordTable(name, file.pieces(), columns ? { columns } : {});
      return table && columnPairs(name, table.rows, table.columns);
    }
  }
}

function delimited(
  { name, pieces }: PairFile,
  columns: readonly string[] | undefined,
  separator: string,
  quoted: boolean,
): Promise<StoredPairs | undefined> {
  const rows = delimitedRows(name, withoutUtf8Mark(pieces()), separator, quoted);
  return columnPairs(name, rows, columns);
}

/** Quotes as Excel writes them, or without any. */
async function tabbed(
  file: PairFile,
  columns: readonly string[] | undefined,
): Promise<StoredPairs | undefined> {
  if (await hasQuotes(file.pieces())) {
    try {
      return await delimited(file, columns, '\t', true);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'bad-table') throw error;
    }
  }
  return delimited(file, columns, '\t', false);
}

const quote = 0x22;
/** Tab and line breaks. */
const beforeCells: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d]);

/** Whether a cell begins with a quote. */
async function hasQuotes(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  let last = 0x0a;
  for await (const piece of withoutUtf8Mark(pieces)) {
    for (let at = piece.indexOf(quote); at >= 0; at = piece.indexOf(quote, at + 1))
      if (beforeCells.has(at === 0 ? last : (piece[at - 1] ?? 0))) return true;
    last = piece.at(-1) ?? last;
  }
  return false;
}

/** As much of the text as shows what separates columns, and whether there is more. */
async function beginning({ pieces }: PairFile): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces()) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > sampleLength) break;
  }
  return text;
}
