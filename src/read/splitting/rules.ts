/** How sentences are to be split, where somebody says so. All of it is plain data. */

/** One rule of SRX: whether a sentence ends between what `before` and what `after` match. */
export interface SrxRule {
  readonly breaks: boolean;
  /** Expressions as ICU writes them; an empty one matches everywhere. */
  readonly before: string;
  readonly after: string;
}

/** The rules of a file of SRX. */
export interface SrxRules {
  /** The file, for messages. */
  readonly name: string;
  /** All lists whose languages match count, one after the other; else only the first. */
  readonly cascade: boolean;
  /** Which languages have which rules: an expression that matches the whole tag, and a list's name. */
  readonly maps: readonly { readonly languages: string; readonly list: string }[];
  readonly lists: readonly { readonly name: string; readonly rules: readonly SrxRule[] }[];
}

/** Abbreviations that never end a sentence. */
export interface AbbreviationList {
  /** BCP-47 tag, in lower case; null for all languages. */
  readonly language: string | null;
  /** In lower case, without the last full stop, full stops for blanks: `z.b` for "z. B.". */
  readonly words: readonly string[];
}

/** What somebody says of splitting. */
export interface SplittingRules {
  readonly srx?: SrxRules;
  readonly abbreviations?: readonly AbbreviationList[];
}

/** How messages call a rule; `index` counts from 0. */
export function rulePlace(list: string, index: number): string {
  return `rule ${index + 1} of "${list}"`;
}
