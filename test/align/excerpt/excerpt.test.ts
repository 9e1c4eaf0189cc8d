import { describe, expect, test } from 'vitest';
import { chooseExcerpt } from '../../../src/align/excerpt/choose-excerpt.js';
import { isFarLonger } from '../../../src/align/excerpt/far-longer.js';
import { NearestSentences } from '../../../src/align/excerpt/nearest-sentences.js';
import { wholeAlignment } from '../../../src/align/excerpt/whole-alignment.js';
import type { Bead, Stream, Vectors } from '../../../src/domain.js';
import { seededRandom } from '../../seeded-random.js';

const dimension = 32;

function randomRows(count: number, seed: number): Vectors {
  const random = seededRandom(seed);
  const units = Float32Array.from({ length: count * dimension }, () => random() - 0.5);
  for (let row = 0; row < count; row++) {
    const unit = units.subarray(row * dimension, (row + 1) * dimension);
    const norm = Math.hypot(...unit);
    for (let d = 0; d < dimension; d++) unit[d] = unit[d]! / norm;
  }
  return { count, dimension, units, norms: new Float32Array(count).fill(1) };
}

const rowsOf = ({ units }: Vectors, from: number, to: number): Vectors => ({
  count: to - from,
  dimension,
  units: units.slice(from * dimension, to * dimension),
  norms: new Float32Array(to - from).fill(1),
});

function nearestIn(long: Vectors, short: Vectors, part: number): NearestSentences {
  const nearest = new NearestSentences(short);
  for (let from = 0; from < long.count; from += part) {
    nearest.add(rowsOf(long, from, Math.min(long.count, from + part)), from);
  }
  return nearest;
}

describe('a text far longer than the other one', () => {
  test('has twenty times its sentences, and so many that it matters', () => {
    expect(isFarLonger(500_000, 24)).toBe(true);
    expect(isFarLonger(19_999, 24)).toBe(false);
    expect(isFarLonger(100_000, 6000)).toBe(false);
    expect(isFarLonger(24, 500_000)).toBe(false);
    expect(isFarLonger(500_000, 0)).toBe(false);
  });
});

describe('the excerpt of a long text', () => {
  const long = randomRows(20_000, 1);
  const short = rowsOf(long, 12_000, 12_040);

  test('holds what the short text says, however the long text is divided', () => {
    const positions = chooseExcerpt(nearestIn(long, short, 8192), long.count, [], false);
    for (let at = 12_000; at < 12_040; at++) expect(positions).toContain(at);
    expect(positions.length).toBeLessThanOrEqual(2000 + 25);
    expect(chooseExcerpt(nearestIn(long, short, 999), long.count, [], false)).toEqual(positions);
  });

  test('is the same whoever compares which parts, in whatever order', () => {
    // Every sentence is there twice: equally near ones must not depend on who came first.
    const twice = { ...long, units: Float32Array.from([...long.units]) };
    twice.units.copyWithin(10_000 * dimension, 0, 10_000 * dimension);
    const own = rowsOf(twice, 4000, 4040);
    const whole = nearestIn(twice, own, 5000);
    const [here, elsewhere] = [new NearestSentences(own), new NearestSentences(own)];
    for (const from of [15_000, 5000]) here.add(rowsOf(twice, from, from + 5000), from);
    for (const from of [0, 10_000]) elsewhere.add(rowsOf(twice, from, from + 5000), from);
    here.join(elsewhere);
    expect(here.index).toEqual(whole.index);
    expect(here.cosine).toEqual(whole.cosine);
    expect(whole.index[0]).toBe(4000);
    expect(whole.index[1]).toBe(14_000);
  });

  test('holds little else where texts run in the same order', () => {
    const positions = chooseExcerpt(nearestIn(long, short, 8192), long.count, [], true);
    for (let at = 12_000; at < 12_040; at++) expect(positions).toContain(at);
    expect(positions.length).toBeLessThan(1500);
  });

  test('holds the sentences of known links', () => {
    const positions = chooseExcerpt(nearestIn(long, short, 8192), long.count, [5, 17_000], false);
    expect(positions).toContain(5);
    expect(positions).toContain(17_000);
  });
});

describe('the alignment of the whole texts', () => {
  const stream = (source: number, count: number): Stream => ({
    source,
    language: 'en',
    sentences: Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      paragraph: 1,
      language: 'en',
      text: `Sentence ${at}.`,
      noise: null,
      start: 0,
      end: 1,
    })),
  });
  const bead = (a: number[], b: number[], method: Bead['method'] = 'comparable'): Bead => ({
    a,
    b,
    score: 0.5,
    confidence: 0.9,
    method,
    crossing: false,
  });

  test('has every sentence once; those left out stand alone, and no pair reaches across them', () => {
    const { beads, mode } = wholeAlignment(
      {
        mode: 'comparable',
        reason: '',
        beads: [bead([0], []), bead([1, 2], [0]), bead([3, 4], [1]), bead([], [2])],
      },
      { side: 'a', positions: Int32Array.of(2, 3, 4, 6, 9) },
      stream(0, 11),
      stream(1, 3),
      true,
    );
    expect(mode).toBe('comparable');
    expect(beads.flatMap(({ a }) => a)).toEqual([...Array(11).keys()]);
    expect(beads.flatMap(({ b }) => b).sort()).toEqual([0, 1, 2]);
    const linked = beads.filter(({ a, b }) => a.length > 0 && b.length > 0);
    expect(linked.map(({ a, b }) => [a, b])).toEqual([[[3, 4], [0]]]);
  });

  test('keeps a known link of sentences far from each other, and names passages by the whole text', () => {
    const { beads, reason, passages } = wholeAlignment(
      {
        mode: 'parallel',
        reason: 'of the excerpt',
        beads: [bead([0], [0]), bead([1], [1]), bead([2, 3], [2], 'anchor')],
        passages: [{ a: [0, 2], b: [0, 2], moved: false }],
      },
      { side: 'a', positions: Int32Array.of(40, 41, 50, 60) },
      stream(0, 100),
      stream(1, 3),
      false,
    );
    expect(beads.find(({ method }) => method === 'anchor')?.a).toEqual([50, 60]);
    expect(passages).toEqual([{ a: [40, 42], b: [0, 2], moved: false }]);
    expect(reason).toContain('sentences 41-42 with 1-2');
  });
});
