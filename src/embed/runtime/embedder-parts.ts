/** What both kinds of embedder are made of. */
import type { Embedder } from '../../domain.js';

/** What an embedder says about its model. */
export type Identity = Pick<Embedder, 'id' | 'dimension' | 'languages'>;

/** A growing result: unit rows and their norms. */
export interface Rows {
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

/** Rows of zeros to write into. */
export function emptyRows(count: number, dimension: number): Rows {
  return { units: new Float32Array(count * dimension), norms: new Float32Array(count) };
}

/**
 * Runs calls one after the other: the runtime computes on one thread anyway, and calls share
 * buffers. A call that fails doesn't keep the next from running.
 */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
