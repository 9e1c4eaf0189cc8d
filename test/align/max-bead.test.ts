import { describe, expect, test } from 'vitest';
import { alignStreams } from '../../src/align/align-streams.js';
import type { Mode } from '../../src/domain.js';
import { makeUpPair } from './made-up-texts.js';

const modes: readonly ('auto' | Mode)[] = ['auto', 'parallel', 'comparable'];

describe.each(modes)('the most sentences on a side of a bead, in mode %s', (mode) => {
  const pair = makeUpPair({ seed: 7, beads: 80, noise: 0.4, insertions: 0.1 });

  test.each([1, 2, 3])('no bead has more than %i', (maxBead) => {
    const { beads } = alignStreams(pair.a, pair.b, { mode, maxBead });
    const paired = beads.filter(({ a, b }) => a.length > 0 && b.length > 0);
    expect(paired.length).toBeGreaterThan(20);
    for (const { a, b } of paired)
      expect(Math.max(a.length, b.length)).toBeLessThanOrEqual(maxBead);
    const sorted = (side: 'a' | 'b') => beads.flatMap((bead) => bead[side]).sort((x, y) => x - y);
    expect(sorted('a')).toEqual([...pair.a.stream.sentences.keys()]);
    expect(sorted('b')).toEqual([...pair.b.stream.sentences.keys()]);
  });

  test('without a limit there are larger ones', () => {
    const { beads } = alignStreams(pair.a, pair.b, { mode });
    expect(
      beads.some(({ a, b }) => Math.min(a.length, b.length) > 0 && a.length + b.length > 2),
    ).toBe(true);
  });

  test('a known pair may be larger', () => {
    const anchor = { a: [10, 11, 12], b: [10, 11] };
    const { beads } = alignStreams(pair.a, pair.b, { mode, maxBead: 1, anchors: [anchor] });
    expect(beads).toContainEqual(expect.objectContaining({ ...anchor, method: 'anchor' }));
  });
});
