import { expect, test } from 'vitest';
import { loadKernel, releaseKernel } from '../../../src/align/vectors/kernel.js';

test('the memory of a kernel that was given back is used again, empty and as large as asked', () => {
  const first = loadKernel(1000);
  new Uint8Array(first.memory.buffer).fill(1);
  releaseKernel(first);
  const second = loadKernel(200_000);
  expect(second).toBe(first);
  const bytes = new Uint8Array(second.memory.buffer);
  expect(bytes.length).toBeGreaterThanOrEqual(200_000);
  expect(bytes.every((byte) => byte === 0)).toBe(true);
  expect(loadKernel(1000)).not.toBe(second);
});
