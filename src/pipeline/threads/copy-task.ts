import type { StreamInput } from '../../align/input/stream-input.js';
import type { Embedding, Vectors } from '../../domain.js';
import type { AlignTask } from '../align-tasks.js';

/**
 * A task with arrays of its own. A message takes the whole buffer of an array along, and the arrays of a stretch are
 * windows on those of the whole text.
 */
export function copyTask(task: AlignTask): AlignTask {
  if (task.kind === 'pair') return { ...task, a: copyInput(task.a), b: copyInput(task.b) };
  const { first, second } = task.stretch;
  return {
    ...task,
    stretch: { ...task.stretch, first: copyInput(first), second: copyInput(second) },
  };
}

function copyInput(input: StreamInput): StreamInput {
  return { ...input, embedding: copyEmbedding(input.embedding) };
}

function copyEmbedding({ vectors, pieces, bundled }: Embedding): Embedding {
  return {
    vectors: copyVectors(vectors),
    pieces: pieces && {
      ...pieces,
      ids: ownBuffer(pieces.ids),
      offsets: ownBuffer(pieces.offsets),
      vectors: copyVectors(pieces.vectors),
      ...(pieces.sums && { sums: copyVectors(pieces.sums) }),
    },
    ...(bundled && { bundled: copyEmbedding(bundled) }),
  };
}

function copyVectors(vectors: Vectors): Vectors {
  const { count, dimension, units, norms } = vectors;
  return { count, dimension, units: ownBuffer(units), norms: ownBuffer(norms) };
}

function ownBuffer<T extends Float32Array | Int32Array>(array: T): T;
function ownBuffer(array: Float32Array | Int32Array): Float32Array | Int32Array {
  return array.byteLength === array.buffer.byteLength ? array : array.slice();
}
