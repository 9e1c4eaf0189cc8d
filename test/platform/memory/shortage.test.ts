import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { fromShortage } from '../../../src/platform/memory/shortage.js';

describe('fromShortage', () => {
  test.each([
    new RangeError('Array buffer allocation failed'),
    new RangeError('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory'),
    Object.assign(new Error('spawn ENOMEM'), { code: 'ENOMEM' }),
    Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
    new Error('Exception during initialization: std::bad_alloc'),
  ])('knows %s, also as the cause of another error', (error) => {
    expect(fromShortage(error)).toMatchObject({ code: 'out-of-memory', exitCode: 71 });
    const outer = new AppError('model-unusable', 'the graph cannot be loaded', { cause: error });
    expect(fromShortage(outer)).toMatchObject({ code: 'out-of-memory', exitCode: 71 });
  });

  test('leaves every other error alone', () => {
    expect(fromShortage(new RangeError('Invalid array length'))).toBeUndefined();
    expect(fromShortage(new AppError('usage', 'out of memory.txt: no such file'))).toBeUndefined();
    expect(fromShortage('out of memory')).toBeUndefined();
  });
});
