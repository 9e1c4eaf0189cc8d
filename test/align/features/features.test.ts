import { beforeAll, describe, expect, test } from 'vitest';
import type { Channel, Mentions } from '../../../src/align/evidence/channel.js';
import type { Evidence } from '../../../src/align/evidence/evidence.js';
import type { Words } from '../../../src/align/evidence/words.js';
import { EdgeFeatures } from '../../../src/align/features/edge-features.js';
import { beadsAtOnce, FeatureProgram } from '../../../src/align/features/feature-program.js';
import {
  featureGroups,
  featureTable,
  firstSkippingFeature,
} from '../../../src/align/features/feature-table.js';
import { planAnchors } from '../../../src/align/input/anchors.js';
import { readPair, type Reading } from '../../../src/align/parallel/reading.js';
import { weights } from '../../../src/align/parallel/weights.js';
import { beadShapes } from '../../../src/align/search/bead-shapes.js';
import { sharedItems } from '../evidence/shared-items.js';
import { makeUpPair } from '../made-up-texts.js';

let reading: Reading;
beforeAll(() => {
  const { a, b } = makeUpPair({ beads: 12, seed: 3 });
  reading = readPair(a, b, planAnchors([], 0, 0), weights);
});

type Bead = readonly [i: number, n: number, j: number, m: number];

/** The features of beads, computed together. */
function describeBeads(evidence: Evidence, beads: readonly Bead[]): Float32Array[] {
  const program = new FeatureProgram(evidence, 'everything');
  program.beads.set(beads.flat());
  program.describe(beads.length);
  const width = featureTable.length;
  const rows = beads.map((_, k) => program.rows.slice(k * width, (k + 1) * width));
  program.close();
  return rows;
}

const featuresOf = (bead: Bead, evidence = reading.evidence): Float32Array =>
  describeBeads(evidence, [bead])[0]!;

const valueOf = (row: Float32Array, group: string, name: string): number =>
  row[featureTable.findIndex((f) => f.group === group && f.name === name)]!;

describe('features are written where the table has their names', () => {
  // The program stops if a group has more or fewer values than names.
  test('of beads of every shape', () => {
    const rows = describeBeads(
      reading.evidence,
      beadShapes.map(([n, m]): Bead => [1, n, 1, m]),
    );
    beadShapes.forEach(([n, m], k) => {
      const row = rows[k]!;
      expect(row.every(Number.isFinite)).toBe(true);
      expect(valueOf(row, 'size', 'sentences')).toBe(n + m - 2);
      expect(row.slice(firstSkippingFeature).every((value) => value === 0)).toBe(true);
    });
  });

  test('and of skipped sentences of either side, behind all others', () => {
    for (const row of describeBeads(reading.evidence, [
      [1, 1, 1, 0],
      [1, 0, 1, 1],
    ])) {
      expect(valueOf(row, 'skipping', 'skipped')).toBe(1);
      expect(row.slice(0, firstSkippingFeature).every((value) => value === 0)).toBe(true);
    }
    expect(featureGroups.at(-1)).toBe('skipping');
  });

  test('at the ends of the texts, beyond which there is nothing', () => {
    const { a, b } = reading.evidence.plane;
    const [i, j] = [a.count - 1, b.count - 1];
    const rows = describeBeads(reading.evidence, [
      [0, 1, 0, 1],
      [0, 1, 0, 0],
      [i, 1, j, 1],
      [a.count, 0, j, 1],
      [i, 1, b.count, 0],
    ]);
    for (const row of rows) expect(row.every(Number.isFinite)).toBe(true);
    expect(valueOf(rows[1]!, 'skipping', 'best cosine before')).toBeCloseTo(
      reading.evidence.scale,
      6,
    );
  });

  test('groups stand in one piece, and no name occurs twice in a group', () => {
    expect(featureGroups.flatMap((group) => featureTable.filter((f) => f.group === group))).toEqual(
      featureTable,
    );
    const names = featureTable.map(({ group, name }) => `${group}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the features of a bead', () => {
  test('are found by their names', () => {
    const row = featuresOf([2, 1, 2, 2]);
    expect(valueOf(row, 'size', '1-2')).toBe(1);
    expect(valueOf(row, 'size', '1-1')).toBe(0);
    expect(valueOf(row, 'size', 'difference')).toBe(1);
    const cosine = valueOf(row, 'meaning', 'cosine');
    expect(valueOf(row, 'meaning', 'cosine squared')).toBeCloseTo(cosine * cosine, 6);
  });

  test('do not depend on what was read before', () => {
    const bead: Bead = [2, 2, 2, 1];
    const others: Bead[] = [0, 5, 2].map((i) => [i, 1, i, 1]);
    const rows = describeBeads(reading.evidence, [bead, ...others, bead]);
    expect(rows.at(-1)).toEqual(rows[0]);
  });

  test('of an edge that an anchor fixes are zeros', () => {
    const { lattice, evidence } = reading;
    const fixed = Uint8Array.from(lattice.fixed).fill(1);
    const row = new EdgeFeatures(evidence, { ...lattice, fixed }).of(0);
    expect(row.every((value) => value === 0)).toBe(true);
  });

  test('compare the numbers, words and terms of both sides', () => {
    const { evidence } = reading;
    const lexicon: Channel = {
      a: everyOther(evidence.plane.a.count, 3),
      b: everyOther(evidence.plane.b.count, 2),
      weights: Float64Array.of(0.5, 1, 2),
    };
    for (const bead of [
      [2, 1, 2, 1],
      [2, 2, 2, 3],
      [0, 3, 0, 1],
    ] satisfies Bead[]) {
      const row = featuresOf(bead, { ...evidence, lexicon });
      const { found, lackingA, lackingB, leak } = sharedItems(lexicon, ...bead);
      expect(valueOf(row, 'lexicon', 'found')).toBeCloseTo(found, 6);
      expect(valueOf(row, 'lexicon', 'lacking')).toBeCloseTo(lackingA + lackingB, 6);
      expect(valueOf(row, 'lexicon', 'outside')).toBeCloseTo(leak, 6);
    }
  });
});

describe('the words of a bead', () => {
  /** Every sentence has two equally weighty words, with these cosines to each of the other side's sentences. */
  const wordsOf = (
    count: number,
    others: number,
    cosine: (word: number, other: number) => number,
  ): Words => ({
    offsets: Int32Array.from({ length: count + 1 }, (_, i) => 2 * i),
    weights: new Float32Array(2 * count).fill(1),
    first: new Int32Array(count),
    end: new Int32Array(count).fill(others),
    starts: Int32Array.from({ length: 2 * count }, (_, word) => word * others),
    cosines: Float32Array.from({ length: 2 * count * others }, (_, k) =>
      cosine(Math.floor(k / others) % 2, k % others),
    ),
  });
  const withWords = (known: boolean): Evidence => {
    const { a, b } = reading.evidence.plane;
    const cosines = [
      [0.9, 0.1],
      [0.2, 0.8],
    ];
    const wordsA = wordsOf(a.count, b.count, (word, other) => cosines[word]![other - 2] ?? 0);
    const none = (count: number, words: Words): Words => ({
      ...words,
      offsets: new Int32Array(count + 1),
    });
    const wordsB = wordsOf(b.count, a.count, () => 0);
    return {
      ...reading.evidence,
      wordsA: known ? wordsA : none(a.count, wordsA),
      wordsB: none(b.count, wordsB),
    };
  };
  // Nothing is known of the words of the second side: a half.
  const unknown = 0.5;

  test('are found on its other side, or missed where they stand just outside', () => {
    const row = featuresOf([2, 1, 2, 1], withWords(true));
    expect(valueOf(row, 'words', 'found')).toBeCloseTo((0.55 + unknown) / 2, 6);
    expect(valueOf(row, 'words', 'leak')).toBeCloseTo(0.6, 6);
  });

  test('are not missed in a bead that holds both', () => {
    const row = featuresOf([2, 1, 2, 2], withWords(true));
    expect(valueOf(row, 'words', 'found')).toBeCloseTo((0.85 + unknown) / 2, 6);
    expect(valueOf(row, 'words', 'leak')).toBe(0);
  });

  test('say neither yes nor no where they were not looked for', () => {
    const row = featuresOf([2, 1, 2, 1], withWords(false));
    expect(valueOf(row, 'words', 'found')).toBe(unknown);
    expect(valueOf(row, 'words', 'weakest member')).toBe(unknown);
  });

  test('of a skipped sentence are looked for beside it', () => {
    const at = (j: number): number =>
      valueOf(featuresOf([4, 1, j, 0], withWords(true)), 'skipping', 'words here');
    expect(at(3)).toBeCloseTo(0.55, 6);
    expect(at(4)).toBeCloseTo(0.45, 6);
    expect(at(6)).toBe(0);
  });
});

describe('the features of a lattice', () => {
  test('are the same when only those of the lexicon are computed anew', () => {
    const { lattice, evidence } = reading;
    const renewed = new EdgeFeatures({ ...evidence, lexicon: noTerms(evidence) }, lattice);
    renewed.exchangeLexicon(evidence);
    const anew = new EdgeFeatures(evidence, lattice);
    for (let edge = 0; edge < lattice.edges; edge++)
      expect(renewed.of(edge)).toEqual(anew.of(edge));
  });

  test('are those of its edges, in parts of some beads at a time', () => {
    const { lattice, evidence } = reading;
    const features = new EdgeFeatures(evidence, lattice);
    let next = 0;
    features.forEachPart((rows, from, to) => {
      expect(from).toBe(next);
      expect(to - from).toBeLessThanOrEqual(beadsAtOnce);
      expect(rows.subarray(0, featureTable.length)).toEqual(features.of(from).slice());
      next = to;
    });
    expect(next).toBe(lattice.edges);
  });

  test('are computed when they are asked for where there are too many to keep', () => {
    const { lattice, evidence } = reading;
    const few = new EdgeFeatures(evidence, lattice);
    const { edges, from, to, fixed } = repeated(lattice, 51_000);
    const many = new EdgeFeatures(
      { ...evidence, lexicon: noTerms(evidence) },
      {
        ...lattice,
        edges,
        from,
        to,
        fixed,
      },
    );
    many.exchangeLexicon(evidence);
    for (const edge of [0, lattice.edges - 1, edges - 1, lattice.edges])
      expect(many.of(edge)).toEqual(few.of(edge % lattice.edges));
  });
});

/** A lattice's edges over and over. */
function repeated(
  { edges, from, to, fixed }: Reading['lattice'],
  count: number,
): Pick<Reading['lattice'], 'edges' | 'from' | 'to' | 'fixed'> {
  return {
    edges: count,
    from: Int32Array.from({ length: count }, (_, edge) => from[edge % edges]!),
    to: Int32Array.from({ length: count }, (_, edge) => to[edge % edges]!),
    fixed: Uint8Array.from({ length: count }, (_, edge) => fixed[edge % edges]!),
  };
}

/** Two items a sentence, in turn. */
function everyOther(count: number, step: number): Mentions {
  return {
    ids: Int32Array.from({ length: 2 * count }, (_, k) => (k * step + (k >> 2)) % 3),
    offsets: Int32Array.from({ length: count + 1 }, (_, i) => 2 * i),
  };
}

/** A lexicon that knows nothing. */
function noTerms({ plane }: Evidence): Channel {
  const none = (count: number): Mentions => ({
    ids: new Int32Array(0),
    offsets: new Int32Array(count + 1),
  });
  return { a: none(plane.a.count), b: none(plane.b.count), weights: new Float64Array(0) };
}
