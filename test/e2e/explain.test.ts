import { beforeAll, describe, expect, test } from 'vitest';
import { paralign, seed } from './program.js';

interface Explained {
  id: number;
  pairs: {
    a: number[];
    b: number[];
    chosen: boolean;
    score: number;
    base: number;
    margin: number | null;
    parts: { group: string; contribution: number }[];
  }[];
}

/** In order, where every bead has a margin over the best alignment without it. */
const inOrder = ['--mode', 'parallel'];

describe('explain on two seeds', () => {
  let why: Explained;
  let shown = '';
  beforeAll(async () => {
    const run = await paralign(['explain', seed(0), seed(1), '--bead', '14', '--json', ...inOrder]);
    expect(run.code).toBe(0);
    why = JSON.parse(run.out) as Explained;
    shown = (await paralign(['explain', seed(0), seed(1), '--bead', '9', ...inOrder])).out;
  });

  test('the parts add up to the score of the requested row', () => {
    const [pair] = why.pairs;
    expect(why.id).toBe(14);
    expect(pair?.chosen).toBe(true);
    expect(pair?.a.length).toBeGreaterThan(0);
    const sum = pair!.parts.reduce((total, part) => total + part.contribution, pair!.base);
    expect(sum).toBeCloseTo(pair!.score, 6);
    expect(pair!.margin).toBeGreaterThan(0);
  });

  test('the readable output is in words, on lines that fit', () => {
    expect(shown).toMatch(/^Row 9 \(/);
    expect(shown).toMatch(/For it:\n[\s\S]*Against it:\n[\s\S]*What else was possible:/);
    // Numbers of features are for JSON and --verbose.
    expect(shown).not.toMatch(/score|[+-]\d\.\d/i);
    for (const line of shown.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    // Wrapped, not cut.
    expect(shown).not.toMatch(/…$/m);
  });

  test('--verbose adds the numbers behind it', async () => {
    const run = ['explain', seed(0), seed(1), '--bead', '14', '--verbose'];
    const { out } = await paralign([...run, ...inOrder]);
    expect(out).toMatch(/confidence 0\.\d{4}/);
    expect(out).toMatch(/The best alignment without it scores/);
  });

  test('a missing row, or no row at all, is a usage error', async () => {
    const beyond = await paralign(['explain', seed(0), seed(1), '--bead', '9999']);
    expect([beyond.code, beyond.err]).toEqual([2, expect.stringContaining('no row 9999')]);
    const none = await paralign(['explain', seed(0), seed(1)]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('--bead')]);
  });
});
