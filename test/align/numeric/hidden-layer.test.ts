import { describe, expect, test } from 'vitest';
import { HiddenLayer } from '../../../src/align/numeric/hidden-layer.js';
import { toLogOdds, toProbability } from '../../../src/align/numeric/logistic.js';
import { spreadPairs } from '../../../src/align/numeric/spread-pairs.js';
import { seededRandom } from '../../seeded-random.js';

describe('a hidden layer', () => {
  test.each([1, 3, 4, 10])('of %i units adds up what they make of the inputs', (units) => {
    const random = seededRandom(units);
    const numbers = (length: number): number[] => Array.from({ length }, () => random() - 0.5);
    const [bias, out] = [numbers(units), numbers(units)];
    const weights = bias.map(() => numbers(7));
    const layer = new HiddenLayer(7, bias, out, (unit, input) => weights[unit]![input]!);
    for (const inputs of [numbers(7), [0, 1, 0, 0, -2, 0, 0], [0, 0, 0, 0, 0, 0, 0]]) {
      layer.inputs.set(inputs);
      const expected = bias.reduce((sum, own, unit) => {
        const total = inputs.reduce((part, value, f) => part + value * weights[unit]![f]!, own);
        return sum + out[unit]! * Math.tanh(total);
      }, 0.25);
      expect(layer.add(0.25)).toBeCloseTo(expected, 12);
    }
  });
});

describe('log odds', () => {
  test('turn into probabilities and back', () => {
    for (const p of [0.001, 0.5, 0.93]) expect(toProbability(toLogOdds(p, 1e-6))).toBeCloseTo(p, 9);
  });

  test('of certainty are bounded', () => {
    expect(toLogOdds(1, 0.0001)).toBeCloseTo(Math.log(9999), 6);
    expect(toLogOdds(0, 0.0001)).toBeCloseTo(-Math.log(9999), 6);
  });
});

test('pairs spread over a plane reach all of it', () => {
  const quarters = [0, 0, 0, 0];
  spreadPairs(400, 10, 6, (row, column) => {
    expect(row < 10 && column < 6).toBe(true);
    quarters[(row < 5 ? 0 : 2) + (column < 3 ? 0 : 1)]!++;
  });
  for (const count of quarters) expect(count).toBeGreaterThan(90);
});
