/**
 * What the page is made of: the data that its script reads, and from which the parts that need no
 * script are written. Defaults are left out, because a page may hold 50,000 rows.
 */

import type { CheckCode, MatchReason, Mode, Status } from '../../domain.js';
import type { RecordMethod } from '../../write/records/records.js';

/** A difference that a check found, in words. */
export interface PageCheck {
  readonly code: CheckCode;
  readonly text: string;
}

/** A passage of a cell's text that a check is about: UTF-16 offsets, half-open, and the check's index. */
export type PageMark = readonly [start: number, end: number, check: number];

/** One text of a row. */
export interface PageCell {
  /** BCP-47, if it is not its column's. */
  readonly language?: string;
  readonly text: string;
  /** The text before a reviewer changed it. */
  readonly original?: string;
  /** Sentence numbers in the source, from 1, as runs: from, to, from, to ... */
  readonly at: readonly number[];
  readonly marks?: readonly PageMark[];
}

/**
 * Words of two columns that say the same: the columns, then for each link where the two words begin and end in their texts (UTF-16
 * offsets, half-open).
 */
export type PageWords = readonly [a: number, b: number, ...places: number[]];

/** One row of the page. */
export interface PageRow {
  /** Its number in the review, from 1. */
  readonly id: number;
  /** 0 to 1, four decimals; means nothing for rows that link nothing. */
  readonly confidence: number;
  /** `parallel` if absent. */
  readonly method?: RecordMethod;
  /** Out of the order of the texts. */
  readonly crossing?: true;
  /** `unreviewed` if absent. */
  readonly status?: Status;
  /** Whether a reviewer put it back into the queue. */
  readonly doubt?: true;
  /** A reviewer's bookmark. */
  readonly flagged?: true;
  /** Who decided, where that is known. */
  readonly by?: string;
  readonly note?: string;
  readonly checks?: readonly PageCheck[];
  /** How good an example of translation it is, 0 to 1, where that was asked for, and why it is no better, in words. */
  readonly quality?: readonly [quality: number, why: string];
  /** Links between its words, where they were asked for. */
  readonly words?: readonly PageWords[];
  /** One per column; null where a source has no part. */
  readonly cells: readonly (PageCell | null)[];
}

/** A chapter or section begins with this sentence. */
export interface PageChapter {
  /** Number of the sentence in its source. */
  readonly sentence: number;
  readonly title: string;
  /** Level of the heading, from 1. */
  readonly level: number;
}

/** One text beside the others. */
export interface PageColumn {
  readonly name: string;
  /** BCP-47: of most of its cells. */
  readonly language: string;
  /** How many sentences its source has: the length of the map's axis. */
  readonly sentences: number;
  readonly chapters: readonly PageChapter[];
}

/** A stretch of two columns that runs in parallel: sentence numbers from 1, both ends included. */
export interface PagePassage {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
  /** Out of the order of the texts. */
  readonly moved: boolean;
}

/** A map of two columns. */
export interface PageMap {
  readonly a: number;
  readonly b: number;
  /** How the two were aligned, and why so; absent where they were not aligned with each other. */
  readonly mode?: Mode;
  readonly reason?: string;
  readonly passages: readonly PagePassage[];
}

/** Where the alignment comes from, as far as is known. */
export interface PageOrigin {
  /** Name of the file. */
  readonly source: string;
  /** Name and version of the program that wrote the page. */
  readonly program: string;
  readonly model: string | null;
  /** Options of the run: name and value. */
  readonly options: readonly (readonly [name: string, value: string])[];
}

/** Everything that the page's script knows. */
export interface PageData {
  /** Instead of the names of the columns. */
  readonly title?: string;
  /** What decisions are bound to: see `alignmentHash`. */
  readonly alignment: string;
  /** Whether the page takes no decisions. */
  readonly readOnly: boolean;
  readonly origin: PageOrigin;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
  /** One for each pair of columns. */
  readonly maps: readonly PageMap[];
  /** Why the sources were taken for texts that belong together, where documents were matched first. */
  readonly match?: MatchReason;
}
