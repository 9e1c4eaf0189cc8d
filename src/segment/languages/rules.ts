/**
 * What sentence splitting needs to know about a language besides Unicode's rules. Lists are words
 * separated by spaces, in lower case, without the final full stop; a spaced abbreviation is written
 * without its spaces ("z.b" for "z. B.").
 */
export interface LanguageRules {
  /** Never end a sentence: titles, "e.g.", anything that is always followed by more. */
  readonly always?: string;
  /** Do not end a sentence before a number: "No. 7", "p. 12"; otherwise they are ordinary words. */
  readonly number?: string;
  /** Seldom end a sentence: only before a word that begins sentences ("Inc. The ..."). */
  readonly seldom?: string;
  /** Often end a sentence: unless followed by lower case or a number ("etc."). */
  readonly often?: string;
  /** Words that begin sentences, besides the language's most common words. */
  readonly starters?: string;
  /** Endings of words that are abbreviated before numbers: German "str" in "Bahnhofstr. 12". */
  readonly numberEndings?: string;
  /**
   * A number with a full stop is an ordinal: before lower case only, or also before capitals ("3.
   * Oktober", "2. Dünya Savaşı").
   */
  readonly ordinals?: 'lower' | 'any';
  /** Characters that end sentences only in this language, such as the Greek question mark. */
  readonly terminators?: string;
  /** The full stop ends no sentence in a paragraph that contains one of these. */
  readonly fullStops?: string;
  /** Beginning of the text after a quotation if it names the speaker; for languages without case. */
  readonly attribution?: RegExp;
  /** End of a word that certainly ends a sentence, so an ellipsis after it does, too. */
  readonly finalEndings?: RegExp;
  /** Spaces may end sentences, because there is no other mark. */
  readonly spaces?: SpaceRules;
}

/** Evidence of words on either side of a space, in nats; see `spaces.ts`. */
export interface SpaceRules {
  readonly endings: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, number>;
}
