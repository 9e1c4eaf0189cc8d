/**
 * What sentence splitting has to know of a language besides Unicode's own rules. Lists are words
 * between blanks, lower case, without the last full stop; a spaced abbreviation is written without
 * its blanks ("z.b" for "z. B.").
 */
export interface LanguageRules {
  /** Never end a sentence: titles, "e.g.", what always has something after it. */
  readonly always?: string;
  /** Don't end a sentence before a number: "No. 7", "p. 12"; else they are ordinary words. */
  readonly number?: string;
  /** Seldom end a sentence: only if a word follows that begins sentences ("Inc. The ..."). */
  readonly seldom?: string;
  /** Often end a sentence: unless lower case or a number follows ("etc."). */
  readonly often?: string;
  /** Words that begin sentences, besides the language's most common ones. */
  readonly starters?: string;
  /** Ends of words that are abbreviated before numbers: German "str" in "Bahnhofstr. 12". */
  readonly numberEndings?: string;
  /**
   * A number with a full stop is an ordinal: before lower case only, or before capitals, too
   * ("3. Oktober", "2. Dünya Savaşı").
   */
  readonly ordinals?: 'lower' | 'any';
  /** Characters that end sentences here and not elsewhere, as the Greek question mark. */
  readonly terminators?: string;
  /** The full stop ends no sentence in a paragraph that has one of these. */
  readonly fullStops?: string;
  /** Beginning of what follows a quotation if it says who spoke; for languages without case. */
  readonly attribution?: RegExp;
  /** End of a word that ends a sentence for sure, so that an ellipsis after it does. */
  readonly finalEndings?: RegExp;
  /** Spaces may end sentences, for there is no other mark. */
  readonly spaces?: SpaceRules;
}

/** Evidence of words on either side of a space, in nats; see `spaces.ts`. */
export interface SpaceRules {
  readonly endings: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, number>;
}
