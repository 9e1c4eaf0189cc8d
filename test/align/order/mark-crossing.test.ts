import { describe, expect, test } from 'vitest';
import { markCrossing } from '../../../src/align/order/mark-crossing.js';
import type { Bead } from '../../../src/domain.js';

const bead = (a: number[], b: number[]): Bead => ({
  a,
  b,
  score: 0.5,
  confidence: 0.5,
  method: 'comparable',
  crossing: false,
});
const shown = (beads: readonly Bead[]): string[] =>
  beads.map(({ a, b, crossing }) => `${a.join()}:${b.join()}${crossing ? ' crossing' : ''}`);

describe('what is out of order', () => {
  test('a sentence that moved is marked, those that stayed are not', () => {
    const beads = [bead([0], [0]), bead([1], [3]), bead([2], [1]), bead([3], [2])];
    expect(shown(markCrossing(beads))).toEqual(['0:0', '1:3 crossing', '2:1', '3:2']);
  });

  test('the heavier chain stays when a passage moved', () => {
    const beads = [bead([0], [2]), bead([1, 2], [3, 4]), bead([3], [0]), bead([4], [1])];
    expect(shown(markCrossing(beads))).toEqual(['0:2', '1,2:3,4', '3:0 crossing', '4:1 crossing']);
  });

  test('sentences of the second text come where it has them', () => {
    const beads = [bead([0], [0]), bead([1], []), bead([2], [2]), bead([], [1]), bead([], [3])];
    expect(shown(markCrossing(beads))).toEqual(['0:0', '1:', ':1', '2:2', ':3']);
  });

  test('nothing is lost in texts without a link', () => {
    expect(shown(markCrossing([bead([], [0]), bead([0], []), bead([], [1])]))).toEqual([
      '0:',
      ':0',
      ':1',
    ]);
    expect(markCrossing([])).toEqual([]);
  });
});
