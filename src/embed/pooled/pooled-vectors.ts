import type { Pieces } from '../../domain.js';
import type { NumberMemory } from '../../number-memory.js';
import type { Rows } from '../runtime/embedder-parts.js';
import type { PieceIndex } from '../runtime/piece-index.js';
import type { Tokens } from './word-tokenizer.js';

/** A model that gives one vector per text, whoever computes it. */
export interface PooledVectors {
  readonly dimension: number;
  /** Whether it gives lengths, without which spans and single pieces are meaningless. */
  readonly hasNorms: boolean;
  /**
   * Embeds tokenised texts into rows `first`, `first + 1` ... of `rows`. A text without tokens
   * remains zero.
   */
  embed(tokens: Tokens, rows: Rows, first: number): Promise<void>;
  /** The unit rows of tokenised texts as `embed` writes them, at once; absent if the model takes time. */
  rowsOf?(tokens: Tokens): Float32Array;
  /**
   * The pieces of tokenised texts, each with the vector of a text consisting of that piece alone; these may be put in
   * `memory`.
   */
  pieces(tokens: Tokens, vocabulary: PieceIndex, memory?: NumberMemory): Promise<Pieces>;
  /** Closes what it has open. */
  close(): void;
}
