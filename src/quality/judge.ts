/**
 * Quality: whether a pair of texts is worth having, as an example of translation. It is not confidence, which says
 * whether the right texts were put together: a pair may be rightly aligned and useless.
 */
import type { Embedding } from '../domain.js';
import { featuresOf } from './features.js';
import { applyNetwork } from './network.js';
import type { QualityPair } from './pair.js';
import type { QualityProfile } from './profile.js';
import { TextCounts } from './repeats.js';
import { surfaceOf, type Surface } from './surface.js';
import { qualityWeights } from './weights.js';

/** Texts with at least this share of letters are text; those with fewer are worth less, in proportion. */
const enoughLetters = 0.5;
/** From this share of words that stand on both sides on, a pair is worth less, down to nothing for a copy. */
const manyCopied = 0.6;
/** From this share of repeated words on, a text is less than text ... */
const manyRepeated = 0.5;
/** ... and with this share it is a list of the same. */
const allRepeated = 0.9;
/** What each repetition of a text in other rows takes away ... */
const repetition = 0.05;
/** ... and what is left after many. */
const leastOfRepeated = 0.5;

/** Judges the pairs of two texts, in their order: what comes again is worth less each time. */
export class QualityJudge {
  readonly #profile: QualityProfile;
  readonly #seen: readonly [TextCounts, TextCounts] = [new TextCounts(), new TextCounts()];

  /** @param profile what is usual between the two texts */
  constructor(profile: QualityProfile) {
    this.#profile = profile;
  }

  /**
   * The quality of each pair, 0 to 1.
   *
   * @param embedding of the texts a1, b1, a2, b2 ..., with their pieces
   */
  judge(pairs: readonly QualityPair[], embedding: Embedding): number[] {
    return pairs.map((pair, at) => {
      const surface = surfaceOf(pair);
      const features = featuresOf(pair, embedding, at, this.#profile, surface);
      return applyNetwork(qualityWeights, features) * textShare(surface) * this.#freshness(pair);
    });
  }

  /** 1 for texts that were not there before. */
  #freshness({ a, b }: QualityPair): number {
    const [seenA, seenB] = this.#seen;
    const times = Math.max(seenA.add(a.text), seenB.add(b.text));
    return Math.max(leastOfRepeated, 1 - repetition * (times - 1));
  }
}

/** 1 for running text that is not the same on both sides. */
function textShare({ letters, repeated, copied }: Surface): number {
  const beyond = (value: number, from: number, to: number): number =>
    Math.min(1, Math.max(0, (value - from) / (to - from)));
  return (
    beyond(letters, 0, enoughLetters) *
    (1 - beyond(repeated, manyRepeated, allRepeated)) *
    (1 - beyond(copied, manyCopied, 1))
  );
}
