import type { Embedding } from '../../domain.js';
import { numberPieces } from '../../text/number-pieces.js';
import { pieceRow } from '../vectors/piece-row.js';

/**
 * The embedding of a stretch with only those pieces that occur in it, in order of occurrence. Their vectors stay where
 * they are: of most pieces nobody looks at them. O(pieces).
 */
export function compactPieces(embedding: Embedding): Embedding {
  const { pieces } = embedding;
  if (pieces === null) return embedding;
  const { ids, pieces: used } = numberPieces(pieces.ids, pieces.texts.length);
  return {
    ...embedding,
    pieces: {
      ...pieces,
      ids,
      texts: used.map((id) => pieces.texts[id]!),
      rows: Int32Array.from(used, (id) => pieceRow(pieces, id)),
    },
  };
}
