/** The parts that both kinds of embedder share. */
import type { Embedder } from '../../domain.js';

/** An embedder's description of its model. */
export type Identity = Pick<Embedder, 'id' | 'dimension' | 'languages'>;

/** Unit rows and their norms, to be filled in. */
export interface Rows {
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

/** Rows of zeros to write into. */
export function emptyRows(count: number, dimension: number): Rows {
  return { units: new Float32Array(count * dimension), norms: new Float32Array(count) };
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
