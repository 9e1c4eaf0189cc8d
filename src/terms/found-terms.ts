/** The terms of two texts, as they are written. */
import type { TermPair } from './find-terms.js';

/** A term with the texts of its example. */
export interface FoundTerm extends TermPair {
  readonly exampleA: string;
  readonly exampleB: string;
}

/** The terms of two texts, the best first. */
export interface FoundTerms {
  /** BCP-47. */
  readonly languages: readonly [string, string];
  /** Pairs that were looked at. */
  readonly pairs: number;
  /** Pairs that were left out because there are very many. */
  readonly left: number;
  readonly terms: readonly FoundTerm[];
}

/** Names of the two languages in a table's header: `de` and `de2` if they are the same. */
export function languageNames([a, b]: FoundTerms['languages']): [string, string] {
  return [a, a === b ? `${b}2` : b];
}
