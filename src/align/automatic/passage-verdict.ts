import type { Bead, Passage } from '../../domain.js';
import { sliceSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { reasonForParallel } from '../mode/decide-mode.js';
import { baseLanguage } from '../../text/tags.js';
import { heaviestChain } from '../order/heaviest-chain.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/** Passages with fewer pairs are too short to tell a translation from a coincidence of neighbours. */
const fewestPairs = 6;

/** Whether a passage runs in parallel closely enough for its beads to stand as they are. */
export function isParallelPassage(a: StreamInput, b: StreamInput, beads: readonly Bead[]): boolean {
  const pairs = beads.filter(hasTwoSides);
  if (pairs.length < fewestPairs) return false;
  const [spanA, spanB] = [spanOf(beads, 'a'), spanOf(beads, 'b')];
  if (isPlain(a, b, beads, pairs)) return true;
  const own = beads.map((bead) => ({
    ...bead,
    a: bead.a.map((position) => position - spanA[0]),
    b: bead.b.map((position) => position - spanB[0]),
  }));
  return reasonForParallel(sliceSentences(a, spanA), sliceSentences(b, spanB), own) !== null;
}

/** A translation with this many pairs ... */
const plainPairs = 40;
/** ... of this mean confidence, which leave out hardly a sentence, needs no closer look. */
const plainConfidence = 0.92;
const plainShare = 0.92;

function isPlain(
  a: StreamInput,
  b: StreamInput,
  beads: readonly Bead[],
  pairs: readonly Bead[],
): boolean {
  if (baseLanguage(a.stream.language) === baseLanguage(b.stream.language)) return false;
  const confidence = pairs.reduce((sum, bead) => sum + bead.confidence, 0) / pairs.length;
  return (
    pairs.length >= plainPairs &&
    confidence >= plainConfidence &&
    pairs.length >= plainShare * beads.length
  );
}

/**
 * The passages of some beads, in the order of the first text. Those outside the heaviest chain of passages that
 * stand in the same order in both texts have moved.
 */
export function toPassages(parts: readonly (readonly Bead[])[]): Passage[] {
  const spans = parts.map((beads) => {
    const pairs = beads.filter(hasTwoSides);
    return { a: spanOf(pairs, 'a'), b: spanOf(pairs, 'b') };
  });
  spans.sort((x, y) => x.a[0] - y.a[0]);
  const chain = heaviestChain(
    spans.map(({ a, b }) => ({ a: a[0], b: b[0], weight: a[1] - a[0] + b[1] - b[0] })),
  );
  return spans.map((span, at) => ({ ...span, moved: chain[at] === 0 }));
}

function spanOf(beads: readonly Bead[], side: 'a' | 'b'): readonly [from: number, end: number] {
  let from = Infinity;
  let end = 0;
  for (const bead of beads) {
    from = Math.min(from, bead[side][0] ?? Infinity);
    end = Math.max(end, (bead[side].at(-1) ?? -1) + 1);
  }
  return [Math.min(from, end), end];
}
