/** What the checks find in a passage: numbers, dates, names and quotation marks. */
import type { Span } from '../../domain.js';

/** Something found in a passage, with offsets into the passage's text. */
export interface Mention extends Span {
  /** As a person would write it, for display. */
  readonly value: string;
}

/** A number in a text. */
export interface NumberMention extends Mention {
  /** All possible values: "1.500" is 1500 and 1.5, "60s" is 60 and 1960. */
  readonly readings: readonly number[];
  /** For "9:30" and "9.30", 9 and 30: the number is present if the other side has both. */
  readonly parts?: readonly number[];
  /** Written in digits; number words are ambiguous ("one", "second") and never prove an omission. */
  readonly digits: boolean;
}

/** A day, a month of a year, or a day of a month in a text. */
export interface DateMention extends Mention {
  /** Whole number, or null if the text does not say. */
  readonly year: number | null;
  /** 1 to 12; two values if day and month could be swapped (03/04). */
  readonly months: readonly number[];
  readonly day: number | null;
  /** The day in the other reading, if day and month could be swapped. */
  readonly swapped: boolean;
}

/** A word that is written like a name. */
export interface NameMention extends Mention {
  /** The word in lower case without diacritics. */
  readonly key: string;
  /** Its consonants in Latin letters: the same in all scripts, or nearly. */
  readonly skeleton: string;
  /** Follows a title: a person's name, which no language translates. */
  readonly person: boolean;
}

/** The words of a passage in the forms that are used to look up names. */
export interface WordForms {
  /** Every word in lower case without diacritics. */
  readonly words: ReadonlySet<string>;
  /** The consonants of each word; single letters have none. */
  readonly skeletons: ReadonlySet<string>;
}

/** The quotation marks of a passage. */
export interface Quotations {
  readonly marks: readonly Mention[];
  /** Whether there are single quotation marks or apostrophes, which may be either. */
  readonly loose: boolean;
}
