import type { Check, Sentence } from '../domain.js';
import { checkPair } from './check-pair.js';
import type { Passage } from './passage/passage.js';
import { Passages } from './passages.js';
import { PairLearner, type PairProfile } from './profile.js';

/** One text's part of a pair. */
export interface PassingSide {
  readonly sentences: readonly Sentence[];
  /** The text that a reviewer wrote in their place. */
  readonly edit?: string;
}

/**
 * Compares pairs of two texts that nobody holds: first it is shown all of them, then it checks
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
  learn(a: PassingSide, b: PassingSide): void {
    this.#learner.add(this.#passage(a, 0), this.#passage(b, 1));
  }

  /** Everything in a pair that a person should look at. */
  check(a: PassingSide, b: PassingSide): Check[] {
    this.#profile ??= this.#learner.profile();
    return checkPair(this.#passage(a, 0), this.#passage(b, 1), this.#profile);
  }

  #passage({ sentences, edit }: PassingSide, stream: number): Passage {
    return this.#passages.ofSentences(sentences, stream, edit);
  }
}
