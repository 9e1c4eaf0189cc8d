import { describe, expect, test } from 'vitest';
import type { MatchSide } from '../../src/match/documents/side.js';
import { nameEvidence } from '../../src/match/evidence/names.js';

/** A side of which only the names matter. */
function named(names: readonly string[]): MatchSide {
  return {
    count: names.length,
    offsets: new Int32Array(names.length + 1),
    dimension: 0,
    rows: [],
    lengths: new Float32Array(),
    terms: [],
    names,
  };
}

const letters = [...'abcdefghij'];
/** Every document with that of the same place, and the last two crosswise. */
const candidates = {
  a: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 9),
  b: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 8),
};
const clear = [0, 1, 2, 3, 4, 5, 6, 7];

describe('what names say', () => {
  test('where clear pairs have equal names, those speak for other pairs, and against pairs of other names', () => {
    const weights = nameEvidence(named(letters), named(letters), candidates, clear);
    expect(weights[8]).toBeGreaterThan(1);
    expect(weights[10]).toBeLessThan(-1);
  });

  test('names that mislead weigh nothing', () => {
    const shifted = letters.map((_, at) => letters[(at + 1) % letters.length] ?? '');
    const weights = nameEvidence(named(letters), named(shifted), candidates, clear);
    expect([...weights].every((weight) => weight === 0)).toBe(true);
  });

  test('a few pairs do not show what names are worth', () => {
    const weights = nameEvidence(named(letters), named(letters), candidates, clear.slice(0, 4));
    expect([...weights].every((weight) => weight === 0)).toBe(true);
  });

  test('a name that a side has twice says nothing', () => {
    const twice = letters.map((name, at) => (at > 7 ? 'index' : name));
    const weights = nameEvidence(named(twice), named(twice), candidates, clear);
    expect([...weights.subarray(8)]).toEqual([0, 0, 0, 0]);
  });
});
