import { describe, expect, test } from 'vitest';
import { linkLeftovers } from '../../../src/align/moved/link-moved.js';
import { splitSwaps } from '../../../src/align/moved/split-swaps.js';
import { pickSentences } from '../../../src/align/input/pick-sentences.js';
import type { Bead } from '../../../src/domain.js';
import { makeUpPair } from '../made-up-texts.js';

const bead = (a: number[], b: number[], more: Partial<Bead> = {}): Bead => ({
  a,
  b,
  score: 0.5,
  confidence: 0.9,
  method: 'parallel',
  crossing: false,
  ...more,
});
const plain = (beads: readonly Bead[]) =>
  beads.map(({ a, b, crossing }) => `${a.join()}:${b.join()}${crossing ? ' x' : ''}`);

/** A text beside itself, whose sentences stand in another order. */
function shuffled(order: readonly number[]) {
  const { a } = makeUpPair({ beads: 12, seed: 2, insertions: 0 });
  return { a: pickSentences(a, [...order.keys()]), b: pickSentences(a, order) };
}

describe('sentences that changed places', () => {
  test('with their neighbour are taken apart and linked crosswise', () => {
    const { a, b } = shuffled([0, 2, 1, 3]);
    const beads = [bead([0], [0]), bead([1, 2], [1, 2]), bead([3], [3])];
    const apart = splitSwaps(a, b, beads);
    expect(
      plain(apart)
        .map((text) => text.replace(' x', ''))
        .sort(),
    ).toEqual(['0:0', '1:2', '2:1', '3:3']);
    expect(apart.filter(({ crossing }) => crossing)).toHaveLength(1);
  });

  test('stay one bead where they run in order, or a person said so', () => {
    const straight = shuffled([0, 1, 2, 3]);
    const beads = [bead([0, 1], [0, 1]), bead([2, 3], [2, 3])];
    expect(splitSwaps(straight.a, straight.b, beads)).toEqual(beads);
    const swapped = shuffled([1, 0, 2, 3]);
    const fixed = [bead([0, 1], [0, 1], { method: 'anchor' }), bead([2, 3], [2, 3])];
    expect(splitSwaps(swapped.a, swapped.b, fixed)).toEqual(fixed);
  });

  test('with a distant place are linked and marked, everything once', () => {
    const order = [1, 2, 3, 4, 5, 6, 7, 0];
    const { a, b } = shuffled(order);
    const beads = [
      bead([0], []),
      ...[1, 2, 3, 4, 5, 6, 7].map((i) => bead([i], [i - 1])),
      bead([], [7]),
    ];
    const linked = linkLeftovers(a, b, beads);
    expect(plain(linked)).toContain('0:7 x');
    expect(linked.flatMap((own) => own.a).sort()).toEqual([...order].sort());
    expect(linked.flatMap((own) => own.b).sort()).toEqual([...order].sort());
  });

  test('stay alone where a person left them alone', () => {
    const { a, b } = shuffled([1, 2, 3, 0]);
    const beads = [
      bead([0], [], { method: 'anchor' }),
      ...[1, 2, 3].map((i) => bead([i], [i - 1])),
      bead([], [3]),
    ];
    expect(linkLeftovers(a, b, beads)).toEqual(beads);
  });
});
