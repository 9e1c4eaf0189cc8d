import { describe, expect, test } from 'vitest';
import {
  loadKernel,
  productUnit,
  quantise,
  quantisedOne,
  rowBytes,
} from '../../../src/align/vectors/kernel.js';
import { randomVectors, simpleDot } from './random-vectors.js';

describe('the kernel', () => {
  test('multiplies the rows of two blocks', () => {
    const [dimension, rowsA, rowsB] = [19, 2, 8];
    const [a, b] = [randomVectors(rowsA, dimension, 1), randomVectors(rowsB, dimension, 2)];
    const stride = rowBytes(dimension);
    const out = (rowsA + rowsB) * stride;
    const kernel = loadKernel(out + 4 * rowsA * rowsB);
    const rows = new Int16Array(kernel.memory.buffer, 0, out / 2);
    for (const [vectors, from] of [
      [a, 0],
      [b, rowsA],
    ] as const) {
      for (let row = 0; row < vectors.count; row++) {
        quantise(vectors.units, row * dimension, dimension, rows, ((from + row) * stride) / 2);
      }
    }
    kernel.tile(0, rowsA * stride, stride, rowsA, rowsB, out);
    const products = new Int32Array(kernel.memory.buffer, out, rowsA * rowsB);
    for (let i = 0; i < rowsA; i++) {
      for (let j = 0; j < rowsB; j++) {
        expect(products[i * rowsB + j]! * productUnit).toBeCloseTo(simpleDot(a, i, b, j), 3);
      }
    }
  });

  test('has memory of its own, as much as was asked for', () => {
    const [one, other] = [loadKernel(10), loadKernel(1_000_000)];
    new Uint8Array(one.memory.buffer).fill(1);
    expect(other.memory.buffer.byteLength).toBeGreaterThanOrEqual(1_000_000);
    expect(new Uint8Array(other.memory.buffer).every((byte) => byte === 0)).toBe(true);
  });

  test('takes 1 and -1 without overflow', () => {
    const rows = new Int16Array(2);
    quantise(Float32Array.of(1, -1), 0, 2, rows, 0);
    expect([...rows]).toEqual([quantisedOne, -quantisedOne]);
  });
});
