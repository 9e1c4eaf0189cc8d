import { expect, test } from 'vitest';
import { loadKernel, releaseKernel } from '../../../src/align/vectors/kernel.js';
import { RowSums } from '../../../src/align/vectors/row-sums.js';
import { randomVectors } from './random-vectors.js';

/** A kernel is left behind in which nothing is 0. */
function useKernel(): void {
  const kernel = loadKernel(100_000);
  new Uint8Array(kernel.memory.buffer).fill(0x41);
  releaseKernel(kernel);
}

test.each([
  ['are padded to whole registers', 22],
  ['fill registers', 24],
])(
  'sums of rows that %s, and what they leave of a whole, are those of a loop to the last bit',
  (_, dimension) => {
    useKernel();
    const { units } = randomVectors(4, dimension, 3);
    const norms = Float32Array.of(0.5, 1.25, 2, 0.1);
    const sums = new RowSums({ count: 4, dimension, units, norms });
    sums.begin(units, 3 * dimension, 1.5);
    sums.add(Int32Array.of(9, 2, 0, 2), 1, 4);
    const sum = new Float32Array(dimension);
    const rest = Float32Array.from(units.subarray(3 * dimension), (value) => value * 1.5);
    for (const row of [2, 0, 2]) {
      for (let d = 0; d < dimension; d++) sum[d]! += units[row * dimension + d]! * norms[row]!;
    }
    for (let d = 0; d < dimension; d++) rest[d]! -= sum[d]!;
    expect(sums.sum).toEqual(sum);
    expect(sums.square()).toBeCloseTo(
      sum.reduce((total, value) => total + value * value, 0),
      9,
    );
    sums.takeRest();
    expect(sums.sum).toEqual(rest);
  },
);
