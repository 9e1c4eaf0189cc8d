import type { CheckSide, Span } from '../../domain.js';
import type {
  DateMention,
  Mention,
  NameMention,
  NumberMention,
  Quotations,
  WordForms,
} from './mentions.js';

/** One side of a row as the checks read it: the text of its sentences, and what was found in it. */
export interface Passage {
  /** Index of the stream in the run. */
  readonly stream: number;
  /** BCP-47, of the stream. */
  readonly language: string;
  /** The language without its region and script. */
  readonly base: string;
  /** The sentences, separated by line breaks. */
  readonly text: string;
  /** Number of sentences. */
  readonly sentences: number;
  /** What kinds of characters the text has: see `Sign`. */
  readonly signs: number;
  /** `comparableLength` of the text. */
  readonly length: number;
  /** Whether it may have a word for a number from 3 to 99; never wrongly false, and found out sooner than `numbers`. */
  readonly isCounting: boolean;
  /** Numbers in digits and words, in order. */
  readonly numbers: readonly NumberMention[];
  /** Dates that name a day or a year, in order. */
  readonly dates: readonly DateMention[];
  /** Capitalised words inside a sentence, in order. */
  readonly names: readonly NameMention[];
  readonly quotations: Quotations;
  /** All words; they are not cached. */
  words(): WordForms;
  /** The place of a passage of `text` in the source's text; null if a reviewer wrote the text. */
  locate(start: number, end: number): Span | null;
}

/** What a check reports about one side. */
export function toSide(passage: Passage, mentions: readonly Mention[]): CheckSide {
  return {
    stream: passage.stream,
    values: mentions.map(({ value }) => value),
    spans: mentions.flatMap(({ start, end }) => passage.locate(start, end) ?? []),
  };
}
