import type { Pieces } from '../../domain.js';

/** The row of a piece in the vectors of `pieces`, by its local id. */
export function pieceRow({ rows }: Pieces, id: number): number {
  return rows?.[id] ?? id;
}
