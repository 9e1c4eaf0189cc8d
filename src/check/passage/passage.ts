import type { CheckSide, Span } from '../../domain.js';
import type {
  DateMention,
  Mention,
  NameMention,
  NumberMention,
  Quotations,
  WordForms,
} from './mentions.js';

/** One side of a row as the checks read it: its sentences in one text, and what was found there. */
export interface Passage {
  /** Index of the stream in the run. */
  readonly stream: number;
  /** BCP-47, of the stream. */
  readonly language: string;
  /** The sentences, a line break between them. */
  readonly text: string;
  /** How many sentences it has. */
  readonly sentences: number;
  /** Numbers in digits and words, in order. */
  readonly numbers: readonly NumberMention[];
  /** Dates that name a day or a year, in order. */
  readonly dates: readonly DateMention[];
  /** Words with a capital inside a sentence, in order. */
  readonly names: readonly NameMention[];
  readonly quotations: Quotations;
  /** All words; they are not kept. */
  words(): WordForms;
  /** The place in the source's text of a passage of `text`; null where a person wrote the text. */
  locate(start: number, end: number): Span | null;
}

/** What a check reports of one side. */
export function toSide(passage: Passage, mentions: readonly Mention[]): CheckSide {
  return {
    stream: passage.stream,
    values: mentions.map(({ value }) => value),
    spans: mentions.flatMap(({ start, end }) => passage.locate(start, end) ?? []),
  };
}
