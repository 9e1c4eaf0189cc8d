/** What an output format is: the facts that the table declares, and the function that writes it. */
import type { OutputHead } from './head.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { OutputPart } from '../../domain.js';
import type { OutputRecord } from './records.js';
import type { RecordWords } from './word-links.js';

/** How the texts of a book stand to each other: beside or below. */
export const layouts = ['side', 'below'] as const;
/** One of `layouts`. */
export type Layout = (typeof layouts)[number];

/** How a format writes its content. Formats ignore options that don't concern them. */
export interface FormatOptions {
  /** Start with a byte order mark. */
  readonly bom?: boolean;
  /** Separator of columns: one character, not a quote or a line break. */
  readonly delimiter?: string;
  /** Put `'` before cells that a spreadsheet would run as a formula. */
  readonly spreadsheetSafe?: boolean;
  /** When the pairs were made, for formats that say so: `20261129T101500Z`. */
  readonly date?: string;
  /** Who made them. */
  readonly author?: string;
  /** How the texts of a book stand to each other; what suits the format if absent. */
  readonly layout?: Layout;
  /** Links between the words of each record. */
  readonly words?: RecordWords;
}

/**
 * Writes records as they arrive, in batches, because a step of an asynchronous iteration costs as much
 * as a row. The parts of several files may take turns; a file without content is
 * named by an empty part. An output of no parts is one empty file. What can't be written as it is
 * goes to `onDiagnostic`.
 */
export type WriteFormat = (
  head: OutputHead,
  records: AsyncIterable<readonly OutputRecord[]>,
  options: FormatOptions,
  onDiagnostic?: (diagnostic: Diagnostic) => void,
) => AsyncIterable<OutputPart>;

/** What a format stores of a row besides its sentences. */
export interface FormatContent {
  /** Results of checks; if a format can't store them, the checks are not needed. */
  readonly checks: boolean;
  /** Decisions of a review. */
  readonly statuses: boolean;
  /** The texts that a reviewer wrote instead of the source's. */
  readonly edits: boolean;
  /** Noise; formats keep it unless they say false. */
  readonly noise?: boolean;
}

/** One line of the table of formats. */
export interface Format {
  /** As `--format` takes it. */
  readonly name: string;
  /** Endings that name the format, without a dot, lower case; new files get the first. */
  readonly endings: readonly [string, ...string[]];
  readonly mediaType: string;
  /** The options that it takes; selecting records works for all. */
  readonly options: readonly (keyof FormatOptions)[];
  readonly holds: FormatContent;
  /** How many sources it can store. */
  readonly sources: 'any' | 'two';
  /** It has no place for sentences without a partner: only pairs are written, and the rest is counted. */
  readonly pairsOnly?: true;
  /** It shows paragraphs as wholes: it asks the head where those of a record end, and whether all of them is noise. */
  readonly showsParagraphs?: true;
  /** It writes several files, so none of them to standard output. */
  readonly severalFiles?: true;
  /** Loads the writer; heavy ones are loaded only when needed. */
  load(): Promise<WriteFormat>;
}

/** A part of a format's only file. */
export function onlyFile(chunk: string | Uint8Array): OutputPart {
  return { file: '', chunk };
}
