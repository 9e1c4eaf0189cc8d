import { describe, expect, test } from 'vitest';
import { compareAlignments, type ComparedRow } from '../../src/score/compare-alignments.js';

let next = 0;
const row = (a: number[], b: number[], more: Partial<ComparedRow> = {}): ComparedRow => ({
  id: ++next,
  sentences: [a, b],
  status: 'unreviewed',
  confidence: 0.9,
  note: '',
  ...more,
});
const sides = (rows: readonly ComparedRow[]) => rows.map(({ sentences }) => sentences);

describe('two alignments of the same texts', () => {
  test('have links in common, and others that only one has', () => {
    const { both, onlyA, onlyB } = compareAlignments(
      [row([1], [1]), row([2], [2]), row([3], [])],
      [row([1], [1]), row([2, 3], [2])],
    );
    expect({ both, onlyA, onlyB }).toEqual({ both: 1, onlyA: 1, onlyB: 1 });
  });

  test('differ at places: rows that share sentences, directly or through others, in the order of the text', () => {
    const { differences } = compareAlignments(
      [row([9], [9]), row([1], [1]), row([2], [2]), row([5], [5])],
      [row([1, 2], [1, 2]), row([5], [5]), row([8], [9])],
    );
    expect(differences.map(({ a, b }) => [sides(a), sides(b)])).toEqual([
      [
        [
          [[1], [1]],
          [[2], [2]],
        ],
        [
          [
            [1, 2],
            [1, 2],
          ],
        ],
      ],
      [[[[9], [9]]], [[[8], [9]]]],
    ]);
  });

  test('a rejected row links nothing', () => {
    const { both, onlyB } = compareAlignments(
      [row([1], [1], { status: 'rejected' })],
      [row([1], [1])],
    );
    expect({ both, onlyB }).toEqual({ both: 0, onlyB: 1 });
  });
});

describe('the decisions of two people', () => {
  const decided = (counts: readonly (readonly [string, string, number])[]) => {
    const rows = counts.flatMap(([a, b, count]) =>
      Array.from({ length: count }, () => [a, b] as const),
    );
    const make = (side: 0 | 1) =>
      rows.map((statuses, n) => row([n], [n], { status: statuses[side] as ComparedRow['status'] }));
    return compareAlignments(make(0), make(1)).decisions;
  };

  test('agree beyond chance as Cohen computed it', () => {
    // The example of Cohen (1960) in two categories: 20 and 15 of 50 alike.
    const { rows, alike, kappa, different } = decided([
      ['accepted', 'accepted', 20],
      ['accepted', 'rejected', 5],
      ['rejected', 'accepted', 10],
      ['rejected', 'rejected', 15],
    ]);
    expect({ rows, alike, kappa: kappa?.toFixed(2) }).toEqual({
      rows: 50,
      alike: 35,
      kappa: '0.40',
    });
    expect(different).toHaveLength(15);
  });

  test('have no kappa if there is only one decision, or none', () => {
    expect(decided([['accepted', 'accepted', 5]])).toMatchObject({
      rows: 5,
      alike: 5,
      kappa: null,
    });
    expect(decided([['accepted', 'unreviewed', 5]])).toMatchObject({ rows: 0, kappa: null });
  });
});
