/**
 * Quality: whether a pair of texts is worth having, as an example of translation. It is not confidence, which says
 * whether the right texts were put together: a pair may be rightly aligned and useless.
 */
import type { QualityFault } from '../quality-faults.js';
import type { Embedding } from '../domain.js';
import { goodQuality, networkFaults } from './faults.js';
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

/** A share that leaves more than this is no fault. */
const faultlessShare = 0.95;
/** What takes away more than half is the first to be said. */
const graveShare = 0.5;

/** How good a pair is, and why not. */
export interface Judgement {
  /** 0 to 1. */
  readonly quality: number;
  /** What lowers it, the gravest first; empty from .8 on. */
  readonly faults: readonly QualityFault[];
}

/** Judges the pairs of two texts, in their order: what comes again is worth less each time. */
export class QualityJudge {
  readonly #profile: QualityProfile;
  readonly #seen: readonly [TextCounts, TextCounts] = [new TextCounts(), new TextCounts()];

  /** @param profile what is usual between the two texts */
  constructor(profile: QualityProfile) {
    this.#profile = profile;
  }

  /**
   * The quality of each pair, and what lowers it.
   *
   * @param embedding of the texts a1, b1, a2, b2 ..., with their pieces
   */
  judge(pairs: readonly QualityPair[], embedding: Embedding): Judgement[] {
    return pairs.map((pair, at) => {
      const surface = surfaceOf(pair);
      const features = featuresOf(pair, embedding, at, this.#profile, surface);
      const shares = [...textShares(surface), ['seen', this.#freshness(pair)] as const];
      const found = applyNetwork(qualityWeights, features);
      const quality = shares.reduce((product, [, share]) => product * share, found);
      if (quality >= goodQuality) return { quality, faults: [] };
      const apart = shares
        .filter(([, share]) => share < faultlessShare)
        .sort(([, x], [, y]) => x - y);
      const named = (list: typeof shares) => list.map(([fault]) => fault);
      const within = found < goodQuality ? networkFaults(features, this.#profile) : [];
      const isGrave = ([, share]: (typeof shares)[number]): boolean => share < graveShare;
      const [grave, slight] = [apart.filter(isGrave), apart.filter((own) => !isGrave(own))];
      const faults = [...named(grave), ...within, ...named(slight)];
      return { quality, faults: [...new Set(faults)] };
    });
  }

  /** 1 for texts that were not there before. */
  #freshness({ a, b }: QualityPair): number {
    const [seenA, seenB] = this.#seen;
    const times = Math.max(seenA.add(a.text), seenB.add(b.text));
    return Math.max(leastOfRepeated, 1 - repetition * (times - 1));
  }
}

/** What each is worth: 1 for running text that is not the same on both sides. */
function textShares({
  letters,
  repeated,
  copied,
}: Surface): (readonly [fault: QualityFault, share: number])[] {
  const beyond = (value: number, from: number, to: number): number =>
    Math.min(1, Math.max(0, (value - from) / (to - from)));
  return [
    ['letters', beyond(letters, 0, enoughLetters)],
    ['repeats', 1 - beyond(repeated, manyRepeated, allRepeated)],
    ['copied', 1 - beyond(copied, manyCopied, 1)],
  ];
}
