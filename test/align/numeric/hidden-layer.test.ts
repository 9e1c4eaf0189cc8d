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
    const direct = numbers(7);
    const layer = new HiddenLayer({
      bias,
      out,
      weightOf: (unit, input) => weights[unit]![input]!,
      direct,
      start: 0.25,
    });
    // More than are computed at a time.
    const rows = Array.from({ length: 150 }, (_, k) =>
      k === 0 ? [0, 1, 0, 0, -2, 0, 0] : k === 1 ? [0, 0, 0, 0, 0, 0, 0] : numbers(7),
    );
    const outputs = layer.run(Float32Array.from(rows.flat()), 7);
    expect(outputs).toHaveLength(150);
    rows.forEach((inputs, row) => {
      const weigh = (start: number, own: readonly number[]): number =>
        inputs.reduce((sum, value, f) => sum + Math.fround(value) * own[f]!, start);
      const expected = bias.reduce(
        (sum, own, unit) => sum + out[unit]! * Math.tanh(weigh(own, weights[unit]!)),
        weigh(0.25, direct),
      );
      expect(outputs[row]).toBeCloseTo(expected, 12);
    });
  });

  test('scales its inputs and bounds them', () => {
    const layer = new HiddenLayer({
      bias: [0],
      out: [0],
      weightOf: () => 0,
      direct: [1, 10],
      start: 0,
      scaling: { mean: [1, 0], scale: [2, 1], farthest: 8 },
    });
    const outputs = layer.run(Float32Array.of(5, 3, 100, -100), 2);
    expect([...outputs]).toEqual([2 + 30, 8 - 80]);
  });

  test('without rows or inputs gives nothing', () => {
    const layer = new HiddenLayer({
      bias: [1],
      out: [1],
      weightOf: () => 1,
      direct: [1],
      start: 0,
    });
    expect(layer.run(new Float32Array(0), 1)).toHaveLength(0);
    expect(layer.run(new Float32Array(0), 0)).toHaveLength(0);
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
