import { beforeAll, describe, expect, test } from 'vitest';
import type { Channel, Mentions } from '../../../src/align/evidence/channel.js';
import type { Evidence } from '../../../src/align/evidence/evidence.js';
import { BeadContext } from '../../../src/align/features/bead-context.js';
import { EdgeFeatures } from '../../../src/align/features/edge-features.js';
import {
  featureGroups,
  featureTable,
  firstSkippingFeature,
} from '../../../src/align/features/feature-table.js';
import { FeatureWriter } from '../../../src/align/features/feature-writer.js';
import { FeatureReader, groupWriters } from '../../../src/align/features/features.js';
import { writeSkipping } from '../../../src/align/features/skip-features.js';
import { planAnchors } from '../../../src/align/input/anchors.js';
import { readPair, type Reading } from '../../../src/align/parallel/reading.js';
import { weights } from '../../../src/align/parallel/weights.js';
import { makeUpPair } from '../made-up-texts.js';

let reading: Reading;
beforeAll(() => {
  const { a, b } = makeUpPair({ beads: 12, seed: 3 });
  reading = readPair(a, b, planAnchors([], 0, 0), weights);
});

const namesOf = (group: string): number =>
  featureTable.filter((feature) => feature.group === group).length;

describe('features are written where the table has their names', () => {
  test('each group writes one value for every name', () => {
    const context = new BeadContext(reading.evidence);
    const writer = new FeatureWriter();
    for (const [n, m] of [
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
      [3, 4],
    ] as const) {
      context.enter(1, 1);
      for (const group of featureGroups) {
        if (group === 'skipping') continue;
        writer.begin(0);
        groupWriters[group](writer, context, 1, n, 1, m);
        expect(`${group} ${writer.next}`).toBe(`${group} ${namesOf(group)}`);
      }
    }
  });

  test('and so does a skipped sentence of either side, behind all others', () => {
    const context = new BeadContext(reading.evidence);
    const writer = new FeatureWriter();
    for (const n of [0, 1]) {
      context.enter(1, 1);
      writer.begin(firstSkippingFeature);
      writeSkipping(writer, context, 1, n, 1);
      expect(writer.next).toBe(featureTable.length);
    }
    expect(featureGroups.at(-1)).toBe('skipping');
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
  const valueOf = (row: Float32Array, group: string, name: string): number =>
    row[featureTable.findIndex((f) => f.group === group && f.name === name)]!;

  test('are found by their names', () => {
    const row = new FeatureReader(reading.evidence).read(2, 1, 2, 2);
    expect(valueOf(row, 'size', '1-2')).toBe(1);
    expect(valueOf(row, 'size', '1-1')).toBe(0);
    expect(valueOf(row, 'size', 'difference')).toBe(1);
    const cosine = valueOf(row, 'meaning', 'cosine');
    expect(valueOf(row, 'meaning', 'cosine squared')).toBeCloseTo(cosine * cosine, 6);
    expect(row.slice(firstSkippingFeature).every((value) => value === 0)).toBe(true);
  });

  test('of a skipped sentence are those of skipping alone', () => {
    const row = new FeatureReader(reading.evidence).read(2, 1, 2, 0);
    expect(valueOf(row, 'skipping', 'skipped')).toBe(1);
    expect(row.slice(0, firstSkippingFeature).every((value) => value === 0)).toBe(true);
  });

  test('do not depend on what was read before', () => {
    const reader = new FeatureReader(reading.evidence);
    const first = reader.read(2, 2, 2, 1).slice();
    for (const i of [0, 5, 2]) reader.read(i, 1, i, 1);
    expect(reader.read(2, 2, 2, 1)).toEqual(first);
  });

  test('of an edge that an anchor fixes are zeros', () => {
    const { lattice, evidence } = reading;
    const fixed = Uint8Array.from(lattice.fixed).fill(1);
    const row = new EdgeFeatures(evidence, { ...lattice, fixed }).of(0);
    expect(row.every((value) => value === 0)).toBe(true);
  });

  test('are the same when all but the lexicon is taken over from before', () => {
    const { lattice, evidence } = reading;
    const before = new EdgeFeatures({ ...evidence, lexicon: noTerms(evidence) }, lattice);
    for (let edge = 0; edge < lattice.edges; edge++) before.of(edge);
    const renewed = new EdgeFeatures(evidence, lattice, before);
    const anew = new EdgeFeatures(evidence, lattice);
    for (let edge = 0; edge < lattice.edges; edge++)
      expect(renewed.of(edge)).toEqual(anew.of(edge));
  });
});

/** A lexicon that knows nothing. */
function noTerms({ plane }: Evidence): Channel {
  const none = (count: number): Mentions => ({
    ids: new Int32Array(0),
    offsets: new Int32Array(count + 1),
  });
  return { a: none(plane.a.count), b: none(plane.b.count), weights: new Float64Array(0) };
}
