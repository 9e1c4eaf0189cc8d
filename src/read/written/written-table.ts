/**
 * The rows of a file that paralign wrote itself, before texts and sentences are put together from them
 * again: as much as the file's format holds.
 */
import { type QualityFault } from '../../quality-faults.js';
import type {
  BlockKind,
  Check,
  Locator,
  MatchReason,
  Method,
  Mode,
  NoiseReason,
  Span,
  Status,
  TextOrigin,
} from '../../domain.js';

/** What a file says about a paragraph; each format knows some of it. */
export interface WrittenParagraph {
  /** From 1. */
  readonly number: number;
  readonly locator?: Locator;
  readonly kind?: BlockKind;
  readonly heading?: number;
  readonly segmented?: true;
}

/** One source's part of a row. */
export interface WrittenCell {
  /** Index of its source. */
  readonly source: number;
  /** BCP-47; absent if the file does not say. */
  readonly language?: string;
  /** The source's own text. */
  readonly text: string;
  /** The reviewer's text, if there is one. */
  readonly edit?: string;
  /** Numbers of its sentences, from 1, ascending; none if the file does not say. */
  readonly sentences: readonly number[];
  /** How many sentences it has, where their numbers are missing. */
  readonly count: number;
  /** Its paragraphs, ascending; none if the file does not say. */
  readonly paragraphs: readonly WrittenParagraph[];
  /** Its places in the source's text, one for each run of neighbouring sentences; none if the file does not say. */
  readonly spans: readonly Span[];
}

/** A row, or a sentence that was never aligned. */
export interface WrittenRow {
  /** The number of the row; undefined if the file does not say. */
  readonly id: number | undefined;
  /** One a source and language, in the order of the columns. */
  readonly cells: readonly WrittenCell[];
  readonly method: Method | 'noise' | 'excluded';
  readonly score: number;
  readonly confidence: number;
  readonly crossing: boolean;
  readonly status: Status;
  readonly note: string;
  readonly flagged: boolean;
  /** 0 to 1; absent if the file does not say. */
  readonly quality?: number;
  /** Why it is low; absent if the file does not say. */
  readonly faults?: readonly QualityFault[];
  /** Why its sentence is not part of the text proper; for the method `noise` only. */
  readonly noise?: NoiseReason;
  /** As they were written: `number:3≠5`, or with all details. */
  readonly checks: string | readonly Check[];
}

/** A source as the file describes it. */
export interface WrittenSource {
  readonly name: string;
  readonly format?: string;
  readonly textIs?: TextOrigin;
  /** Length of its text in UTF-16 units. */
  readonly length?: number;
}

/** Two streams that were aligned, by source and language. */
export interface WrittenAlignment {
  readonly a: WrittenStream;
  readonly b: WrittenStream;
  readonly mode: Mode;
  readonly reason: string;
}

/** The sentences of a source in one language. */
export interface WrittenStream {
  /** Index of the source. */
  readonly source: number;
  readonly language: string;
}

/** Rows that need not be held: those of a long file are made anew each time. */
export interface WrittenRows extends Iterable<WrittenRow> {
  readonly length: number;
}

/** All that a file holds. */
export interface WrittenTable {
  readonly sources: readonly WrittenSource[];
  /** In the order of the file. */
  readonly rows: WrittenRows;
  /** What the checks of rows count by; absent if that is the order of sources and rows. */
  readonly streams?: readonly WrittenStream[];
  /** Whether checks of rows with more than two texts name these by language instead of letter. */
  readonly checksNameLanguages?: true;
  /** Absent if the file does not say. */
  readonly alignments?: readonly WrittenAlignment[];
  /** Why its sources were matched, if they were and the file says so. */
  readonly match?: MatchReason;
  /** What was odd about the file, without its name. */
  readonly notices?: readonly string[];
}

/** A file that need not be held, and may be read more than once. */
export interface WrittenFile {
  readonly name: string;
  /** Its first bytes: at least 64 kB, unless it is shorter. */
  readonly head: Uint8Array;
  /** All of its bytes, from the first. */
  pieces(): AsyncIterable<Uint8Array>;
}
