/** The parts that both kinds of embedder share. */
import type { Embedder } from '../../domain.js';
import { newNumbers, type NumberMemory } from '../../number-memory.js';

/** An embedder's description of its model. */
export type Identity = Pick<Embedder, 'id' | 'dimension' | 'languages'>;

/** Unit rows and their norms, to be filled in. */
export interface Rows {
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

/** Rows of zeros to write into, in `memory` if it is given. */
export function emptyRows(count: number, dimension: number, memory?: NumberMemory): Rows {
  const length = count * dimension;
  const units = memory === undefined ? newNumbers(length) : memory.take(length).fill(0);
  return { units, norms: new Float32Array(count) };
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
