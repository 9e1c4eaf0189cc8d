/** The parts that both kinds of embedder share. */
import type { Embedder } from '../../domain.js';
import type { LentNumbers } from '../../lent-numbers.js';

/** An embedder's description of its model. */
export type Identity = Pick<Embedder, 'id' | 'dimension' | 'languages'>;

/** Unit rows and their norms, to be filled in. */
export interface Rows {
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

/** Numbers of a text so long that it may be aligned in several threads. */
const longText = 2 ** 20;

/** Rows of zeros to write into, in `memory` if it is given. */
export function emptyRows(count: number, dimension: number, memory?: LentNumbers): Rows {
  return { units: emptyNumbers(count * dimension, memory), norms: new Float32Array(count) };
}

/** Those of long texts are in memory that all threads see: none needs a copy of them. */
function emptyNumbers(length: number, memory: LentNumbers | undefined): Float32Array {
  if (length >= longText)
    return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
  return memory === undefined ? new Float32Array(length) : memory.take(length).fill(0);
}

/**
 * Runs calls one after another: the runtime computes on one thread anyway, and calls share buffers.
 * A failed call does not prevent the next.
 */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
