import { describe, expect, test } from 'vitest';
import { alignParallel } from '../../../src/align/parallel/align-parallel.js';
import { explainBeads } from '../../../src/align/parallel/explain.js';
import { makeUpPair } from '../made-up-texts.js';

const pair = makeUpPair({ beads: 60, seed: 21, insertions: 0.1 });
const beads = alignParallel(pair.a, pair.b);

describe('why a bead is in the alignment', () => {
  const explained = explainBeads(pair.a, pair.b, beads);

  test('the parts sum up to the score, the features to their part', () => {
    for (const { score, base, parts } of explained) {
      const sum = parts.reduce((total, { contribution }) => total + contribution, base);
      expect(sum).toBeCloseTo(score, 6);
      for (const part of parts) {
        if (part.group === 'paragraphs') continue;
        const features = part.features.reduce((total, { contribution }) => total + contribution, 0);
        expect(features).toBeCloseTo(part.contribution, 6);
      }
    }
  });

  test('every bead is known as chosen; what would stand instead covers other beads', () => {
    for (const { a, b, chosen, considered, instead } of explained) {
      expect([chosen, considered]).toEqual([true, true]);
      for (const other of instead) expect(other).not.toMatchObject({ a, b });
    }
  });

  test('a bead that was not taken has what stands in its place', () => {
    const [first, second] = beads.filter((bead) => bead.a.length > 0 && bead.b.length > 0);
    const wrong = { a: first!.a, b: second!.b };
    const [why] = explainBeads(pair.a, pair.b, [wrong]);
    expect(why).toMatchObject({ chosen: false });
    const instead = why!.instead.map((bead) => JSON.stringify([bead.a, bead.b]));
    expect(instead).toContain(JSON.stringify([first!.a, first!.b]));
  });
});
