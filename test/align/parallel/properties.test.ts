import { describe, expect, test } from 'vitest';
import { alignParallel } from '../../../src/align/parallel/align-parallel.js';
import type { Anchor } from '../../../src/align/input/anchors.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import type { Bead } from '../../../src/domain.js';
import { makeUpPair } from '../made-up-texts.js';
import { seededRandom } from '../../seeded-random.js';
import type { MadeUpOptions } from '../made-up-texts.js';

const key = ({ a, b }: Anchor): string => `${a.join()}:${b.join()}`;
const mirrored = ({ a, b }: Anchor): Anchor => ({ a: b, b: a });
const share = (gold: readonly Anchor[], beads: readonly Bead[]): number => {
  const found = new Set(beads.map(key));
  return gold.filter((bead) => found.has(key(bead))).length / gold.length;
};

/** Texts of all sizes and kinds, drawn with a seeded generator. */
const drawn = Array.from({ length: 25 }, (_, seed) => {
  const random = seededRandom(1000 + seed);
  const options: MadeUpOptions = {
    seed,
    beads: Math.floor(random() * 120),
    noise: 0.2 + random(),
    insertions: random() * 0.4,
    pieces: random() < 0.7,
    dimension: 16 + 8 * Math.floor(random() * 5),
  };
  return { seed, options };
});

function expectPartition(beads: readonly Anchor[], { a, b }: { a: StreamInput; b: StreamInput }) {
  const sorted = (side: 'a' | 'b') => beads.flatMap((bead) => bead[side]).toSorted((x, y) => x - y);
  expect(sorted('a')).toEqual(a.stream.sentences.map((_, i) => i));
  expect(sorted('b')).toEqual(b.stream.sentences.map((_, j) => j));
}

describe('whatever the texts', () => {
  test.each(drawn)('every sentence is in one bead, in order (seed $seed)', ({ options }) => {
    const pair = makeUpPair(options);
    const beads = alignParallel(pair.a, pair.b);
    expectPartition(beads, pair);
    expect(beads.flatMap(({ a }) => a)).toEqual(pair.a.stream.sentences.map((_, i) => i));
    expect(beads.flatMap(({ b }) => b)).toEqual(pair.b.stream.sentences.map((_, j) => j));
    for (const { score, confidence } of beads) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(Math.abs(score)).toBeLessThanOrEqual(1.001);
    }
  });

  test.each(drawn.slice(0, 5))(
    'the same input gives the same result (seed $seed)',
    ({ options }) => {
      const once = alignParallel(makeUpPair(options).a, makeUpPair(options).b);
      const again = alignParallel(makeUpPair(options).a, makeUpPair(options).b);
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    },
  );

  test('texts change places: at least 98 of 100 beads stay', () => {
    let same = 0;
    let all = 0;
    for (const { options } of drawn) {
      const pair = makeUpPair(options);
      const forth = alignParallel(pair.a, pair.b);
      const back = new Set(alignParallel(pair.b, pair.a).map((bead) => key(mirrored(bead))));
      all += forth.length;
      same += forth.filter((bead) => back.has(key(bead))).length;
    }
    expect(same / all).toBeGreaterThanOrEqual(0.98);
  });
});

describe('hard cases', () => {
  const empty = makeUpPair({ beads: 0, seed: 1 });

  test('an empty side leaves everything of the other unaligned', () => {
    const { b } = makeUpPair({ beads: 5, seed: 3 });
    expect(alignParallel(empty.a, empty.b)).toEqual([]);
    const beads = alignParallel(empty.a, b);
    expect(beads.map(key)).toEqual(b.stream.sentences.map((_, j) => `:${j}`));
  });

  test('sentences without a vector stay unaligned, and nothing is joined across them', () => {
    const pair = makeUpPair({ beads: 40, seed: 5, insertions: 0 });
    const { vectors } = pair.a.embedding;
    for (const i of [0, 7, 8, 20]) {
      vectors.norms[i] = 0;
      vectors.units.fill(0, i * vectors.dimension, (i + 1) * vectors.dimension);
    }
    const beads = alignParallel(pair.a, pair.b);
    expectPartition(beads, pair);
    for (const { a, b } of beads) {
      if (a.some((i) => [0, 7, 8, 20].includes(i))) expect(b).toEqual([]);
      expect(a.at(-1) ?? 0).toBe((a[0] ?? 0) + Math.max(0, a.length - 1));
    }
  });

  test.each([
    ['500 sentences in the middle', [800, 1300]],
    ['the beginning', [0, 300]],
    ['the end', [1500, 1800]],
  ] as const)('%s missing on one side', (_, missing) => {
    const pair = makeUpPair({ beads: 1800, seed: 8, missing, insertions: 0.02 });
    const beads = alignParallel(pair.a, pair.b);
    expectPartition(beads, pair);
    expect(share(pair.gold, beads)).toBeGreaterThan(0.93);
  });

  test('a model without pieces, and one in which all vectors are alike', () => {
    const plain = makeUpPair({ beads: 200, seed: 9, pieces: false });
    expect(share(plain.gold, alignParallel(plain.a, plain.b))).toBeGreaterThan(0.9);
    const crowded = makeUpPair({ beads: 200, seed: 9, pieces: false, background: 6 });
    expect(share(crowded.gold, alignParallel(crowded.a, crowded.b))).toBeGreaterThan(0.9);
  });
});

describe('anchors', () => {
  test.each(drawn.filter(({ options }) => options.beads > 20).slice(0, 12))(
    'a bead that is fixed as it stands changes nothing else (seed $seed)',
    ({ options }) => {
      const pair = makeUpPair(options);
      const free = alignParallel(pair.a, pair.b);
      const linked = free.filter(({ a, b }) => a.length > 0 && b.length > 0);
      const middle = linked[linked.length >> 1]!;
      const fixed = alignParallel(pair.a, pair.b, { anchors: [middle] });
      expect(fixed.map(key)).toEqual(free.map(key));
      expect(fixed.find((bead) => key(bead) === key(middle))).toMatchObject({
        method: 'anchor',
        confidence: 1,
      });
    },
  );

  test('an anchor that the aligner did not think of moves only what is near it', () => {
    const pair = makeUpPair({ beads: 400, seed: 31, insertions: 0.05 });
    const free = alignParallel(pair.a, pair.b);
    const middle = free.filter(({ a, b }) => a.length > 0 && b.length > 0)[150]!;
    const wrong: Anchor = { a: middle.a, b: [middle.b[0]! + 9] };
    const beads = alignParallel(pair.a, pair.b, { anchors: [wrong] });
    expectPartition(beads, pair);
    expect(beads.find((bead) => key(bead) === key(wrong))?.method).toBe('anchor');
    const before = new Set(free.map(key));
    const changed = beads.filter((bead) => !before.has(key(bead)));
    expect(changed.length).toBeLessThan(40);
    for (const { a } of changed) {
      for (const i of a) expect(Math.abs(i - middle.a[0]!)).toBeLessThan(60);
    }
  });

  test('wrong, crossing and one-sided anchors are kept as they are, the rest goes around them', () => {
    const pair = makeUpPair({ beads: 60, seed: 12 });
    const anchors: Anchor[] = [
      { a: [10, 11], b: [14] },
      { a: [20], b: [22] },
      { a: [30], b: [3] },
      { a: [40], b: [] },
      { a: [50, 52], b: [50] },
    ];
    const beads = alignParallel(pair.a, pair.b, { anchors });
    expectPartition(beads, pair);
    const kept = beads.filter(({ method }) => method === 'anchor').map(key);
    expect(kept.toSorted()).toEqual(anchors.map(key).toSorted());
    expect(beads.find((bead) => key(bead) === '30:3')?.crossing).toBe(true);
  });

  test('sentences without a vector can be fixed, too: to each other, and to some that have one', () => {
    for (const share of [0.3, 1]) {
      const pair = makeUpPair({ beads: 30, seed: 4, insertions: 0 });
      for (const { embedding } of [pair.a, pair.b]) {
        const { norms, units, count, dimension } = embedding.vectors;
        for (let row = 0; row < count * share; row++) {
          norms[row] = 0;
          units.fill(0, row * dimension, (row + 1) * dimension);
        }
      }
      const anchors: Anchor[] = [
        { a: [2], b: [5] },
        { a: [6, 7], b: [7] },
        { a: [8], b: [20] },
        { a: [24], b: [24] },
      ];
      for (const some of [anchors, anchors.slice(0, 1), anchors.slice(2)]) {
        const beads = alignParallel(pair.a, pair.b, { anchors: some });
        expectPartition(beads, pair);
        const kept = beads.filter(({ method }) => method === 'anchor').map(key);
        expect(kept.toSorted()).toEqual(some.map(key).toSorted());
      }
    }
  });

  test('any sentence can be fixed to any other, and any left alone beside that', () => {
    const pair = makeUpPair({ beads: 9, seed: 3, insertions: 0.2 });
    const [rows, columns] = [pair.a.stream.sentences.length, pair.b.stream.sentences.length];
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        for (const lone of [null, (i + 1) % rows]) {
          const anchors: Anchor[] = [{ a: [i], b: [j] }];
          if (lone !== null) anchors.push({ a: [lone], b: [] });
          const beads = alignParallel(pair.a, pair.b, { anchors });
          expectPartition(beads, pair);
          const kept = beads.filter(({ method }) => method === 'anchor').map(key);
          expect(kept.toSorted()).toEqual(anchors.map(key).toSorted());
        }
      }
    }
  });

  test('what stands before an anchor on both sides can stay alone', () => {
    const pair = makeUpPair({ beads: 12, seed: 5 });
    const apart = makeUpPair({ beads: 12, seed: 6 });
    const [a, b] = [pair.a, apart.b];
    const last = { a: [a.stream.sentences.length - 1], b: [b.stream.sentences.length - 1] };
    const beads = alignParallel(a, b, { anchors: [last] });
    const linked = beads.filter((bead) => bead.a.length > 0 && bead.b.length > 0);
    expect(linked.map(key)).toContain(key(last));
    expect(linked.length).toBeLessThan(6);
  });

  test('an anchor on a sentence that does not exist, or two on one, is refused', () => {
    const pair = makeUpPair({ beads: 10, seed: 2 });
    expect(() => alignParallel(pair.a, pair.b, { anchors: [{ a: [999], b: [0] }] })).toThrow(
      /sentence 1000/,
    );
    const twice = [
      { a: [1], b: [1] },
      { a: [1], b: [2] },
    ];
    expect(() => alignParallel(pair.a, pair.b, { anchors: twice })).toThrow(/two anchors/);
  });
});
