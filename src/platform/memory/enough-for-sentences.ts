/** Says before the work, not after minutes of it, that a run will not fit into the memory. */
import { getHeapStatistics } from 'node:v8';
import { AppError } from '../../errors.js';

/** Bytes of V8's heap that a sentence takes at the very least while it is aligned. */
const perSentence = 1000;

/**
 * Throws AppError `out-of-memory` for more sentences than the heap can hold.
 *
 * @param limit the heap's limit in bytes; that of this process by default
 */
export function refuseTooMany(
  sentences: number,
  limit: number = getHeapStatistics().heap_size_limit,
): void {
  const needed = sentences * perSentence;
  if (needed <= limit) return;
  throw new AppError(
    'out-of-memory',
    `not enough memory: ${sentences} sentences need at least ${inGigabytes(needed)} of heap, and the limit is ${inGigabytes(limit)}`,
    {
      hint: `align the texts in parts, or set NODE_OPTIONS=--max-old-space-size=${Math.ceil((2 * needed) / 2 ** 20)}`,
    },
  );
}

const inGigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
