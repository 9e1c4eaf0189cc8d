import { describe, expect, test } from 'vitest';
import { alignParallel } from '../../../src/align/parallel/align-parallel.js';
import { calibrate, confidenceInputNames } from '../../../src/align/parallel/confidence.js';
import { confidenceWeights } from '../../../src/align/parallel/confidence-weights.js';
import { makeUpPair } from '../made-up-texts.js';

describe('confidence', () => {
  test('has one weight for every input', () => {
    expect(confidenceWeights.linear).toHaveLength(confidenceInputNames.length);
  });

  test('always rises with the sum of the evidence, so that its order is that of the evidence', () => {
    const { slope, bends } = confidenceWeights;
    let sum = slope;
    expect(sum).toBeGreaterThan(0);
    for (const bend of bends) expect((sum += bend.slope)).toBeGreaterThan(0);
  });

  test('rises with the odds that the aligner gives, in beads of any size', () => {
    const at = (name: string): number => confidenceInputNames.indexOf(name);
    const inputsOf = (odds: number, several: number): number[] => {
      const inputs = confidenceInputNames.map(() => 0);
      inputs[at('one')] = 1;
      inputs[at('log odds')] = odds / 8;
      inputs[at('log odds, likely')] = Math.max(0, odds - 3) / 8;
      inputs[at('log odds, sure')] = Math.max(0, odds - 8) / 8;
      inputs[at('several on one side')] = several;
      inputs[at('several on one side x log odds')] = (several * odds) / 8;
      return inputs;
    };
    for (const several of [0, 1]) {
      const odds = Array.from({ length: 29 }, (_, k) => k - 8);
      const found = calibrate(
        Float64Array.from(odds.flatMap((own) => inputsOf(own, several))),
        confidenceWeights,
      );
      found.forEach((value, k) => {
        if (k > 0) expect(value).toBeGreaterThan(found[k - 1] ?? 1);
      });
    }
  });

  test('tells clean pairs apart', () => {
    const { a, b } = makeUpPair({ beads: 80, seed: 5 });
    const found = alignParallel(a, b).map(({ confidence }) => confidence.toFixed(6));
    expect(new Set(found).size).toBeGreaterThan(0.8 * found.length);
  });
});
