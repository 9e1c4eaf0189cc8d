/** What the checks find in a passage: numbers, dates, names and quotation marks. */
import type { Span } from '../../domain.js';

/** Something found in a passage, with offsets into the passage's text. */
export interface Mention extends Span {
  /** As a person would write it, to be shown. */
  readonly value: string;
}

/** A number in a text. */
export interface NumberMention extends Mention {
  /** Everything it may mean: "1.500" is 1500 and 1.5, "60s" 60 and 1960. */
  readonly readings: readonly number[];
  /** Of "9:30" and "9.30" 9 and 30: where the other side has both, it has the number. */
  readonly parts?: readonly number[];
  /** Written in digits; number words are ambiguous ("one", "second") and never prove a loss. */
  readonly digits: boolean;
}

/** A day, a month of a year, or a day of a month in a text. */
export interface DateMention extends Mention {
  /** Whole number, or null where the text does not say. */
  readonly year: number | null;
  /** 1 to 12; two where day and month could be either (03/04). */
  readonly months: readonly number[];
  readonly day: number | null;
  /** The other reading's day, where day and month could be either. */
  readonly swapped: boolean;
}

/** A word that is written like a name. */
export interface NameMention extends Mention {
  /** The word in lower case without diacritics. */
  readonly key: string;
  /** Its consonants in Latin letters: the same across scripts, or nearly. */
  readonly skeleton: string;
  /** Stands behind a title: a person's name, which no language translates. */
  readonly person: boolean;
}

/** The words of a passage in the forms that names are looked up by. */
export interface WordForms {
  /** Every word in lower case without diacritics. */
  readonly words: ReadonlySet<string>;
  /** The consonants of each; none of a single letter. */
  readonly skeletons: ReadonlySet<string>;
}

/** The quotation marks of a passage. */
export interface Quotations {
  readonly marks: readonly Mention[];
  /** Whether there are single ones or apostrophes, which may be either. */
  readonly loose: boolean;
}
