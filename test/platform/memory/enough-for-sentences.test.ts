import { describe, expect, it } from 'vitest';
import { refuseTooMany } from '../../../src/platform/memory/enough-for-sentences.js';

describe('the memory for many sentences', () => {
  it('is asked for before they are aligned', () => {
    expect(() => refuseTooMany(8_700_000, 4.3e9)).toThrow(
      'not enough memory: 8700000 sentences need at least 8.7 GB of heap, and the limit is 4.3 GB',
    );
  });

  it('suffices for two million', () => {
    expect(() => refuseTooMany(2_000_000, 4.3e9)).not.toThrow();
  });
});
