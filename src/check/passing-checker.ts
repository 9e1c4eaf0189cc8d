import type { Check, Sentence } from '../domain.js';
import { checkPair } from './check-pair.js';
import { Passages } from './passages.js';
import { PairLearner, type PairProfile } from './profile.js';

/**
 * Compares pairs of sentences of two texts that nobody holds: first it is shown all of them, then it checks
 * them one by one, as a `Checker` of the table of them would.
 */
export class PassingChecker {
  readonly #passages: Passages;
  readonly #learner = new PairLearner();
  #profile: PairProfile | undefined;

  /** @param languages BCP-47, of the two texts, which are streams 0 and 1 */
  constructor(languages: readonly [string, string]) {
    this.#passages = new Passages(
      languages.map((language, source) => ({ source, language, sentences: [] })),
    );
  }

  /** Learns from a pair what is usual; all are to be shown before the first is checked. */
  learn(a: Sentence, b: Sentence): void {
    this.#learner.add(this.#passages.ofSentence(a, 0), this.#passages.ofSentence(b, 1));
  }

  /** Everything in a pair that a person should look at. */
  check(a: Sentence, b: Sentence): Check[] {
    this.#profile ??= this.#learner.profile();
    return checkPair(
      this.#passages.ofSentence(a, 0),
      this.#passages.ofSentence(b, 1),
      this.#profile,
    );
  }
}
