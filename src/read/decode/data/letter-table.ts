/** What is known of how a language is written. */
export interface LetterTable {
  /** BCP-47 tag. */
  readonly language: string;
  /** The letters that count each for itself. */
  readonly letters: string;
  /**
   * For every two symbols (classes, then letters) how seldom the second follows the first: a
   * character each, from `0`: the negative natural logarithm of the probability in quarters.
   */
  readonly cells: string;
  /** Characters of a class by their share in it: the n-th string holds those of 2 to the -n. */
  readonly sign: readonly string[];
  readonly han: readonly string[];
  readonly hangul: readonly string[];
}
