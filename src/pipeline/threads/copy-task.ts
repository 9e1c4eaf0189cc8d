import type { StreamInput } from '../../align/input/stream-input.js';
import type { Embedding, Vectors } from '../../domain.js';
import type { AlignTask } from '../align-tasks.js';

/** A task of which a thread can take over the arrays. */
export interface OwnTask {
  readonly task: AlignTask;
  /** The memory of its arrays. */
  readonly buffers: readonly ArrayBuffer[];
}

/**
 * A task with arrays of its own, to be handed over, except for those in shared memory. A message that copied them would
 * take their whole buffers along, of which the arrays of a stretch are only windows, and copy everything twice.
 */
export function copyTask(task: AlignTask): OwnTask {
  const copy = new Copy();
  if (task.kind === 'sample') {
    const { a, b, beads } = task.sample;
    const sample = { a: copy.input(a), b: copy.input(b), beads };
    return { task: { ...task, sample }, buffers: copy.buffers };
  }
  if (task.kind === 'pair') {
    const own = { ...task, a: copy.input(task.a), b: copy.input(task.b) };
    return { task: own, buffers: copy.buffers };
  }
  const { first, second } = task.stretch;
  const stretch = { ...task.stretch, first: copy.input(first), second: copy.input(second) };
  return { task: { ...task, stretch }, buffers: copy.buffers };
}

class Copy {
  readonly buffers: ArrayBuffer[] = [];

  input(input: StreamInput): StreamInput {
    return { ...input, embedding: this.#embedding(input.embedding) };
  }

  #embedding({ vectors, pieces, bundled }: Embedding): Embedding {
    return {
      vectors: this.#vectors(vectors),
      pieces: pieces && {
        ...pieces,
        ids: this.#array(pieces.ids),
        offsets: this.#array(pieces.offsets),
        ...(pieces.rows && { rows: this.#array(pieces.rows) }),
        vectors: this.#vectors(pieces.vectors),
        ...(pieces.sums && { sums: this.#vectors(pieces.sums) }),
      },
      ...(bundled && { bundled: this.#embedding(bundled) }),
    };
  }

  #vectors({ count, dimension, units, norms }: Vectors): Vectors {
    return { count, dimension, units: this.#array(units), norms: this.#array(norms) };
  }

  #array(array: Float32Array): Float32Array;
  #array(array: Int32Array): Int32Array;
  #array(array: Float32Array | Int32Array): Float32Array | Int32Array {
    // Both threads see shared memory.
    if (!(array.buffer instanceof ArrayBuffer)) return array;
    const own = array.slice();
    this.buffers.push(own.buffer);
    return own;
  }
}
