/**
 * Models that pool inside the graph: it gives one unit vector per text, and the length of the sum
 * behind it. Texts with the same number of tokens share a batch. Without padding, a vector depends
 * only on its text, to the last bit: padded sums differed for 430 of 2,000 texts.
 */
import { setImmediate } from 'node:timers/promises';
import type { Pieces, Vectors } from '../../domain.js';
import type { PieceIndex } from '../runtime/piece-index.js';
import { floats, onesPlane, tokenPlane, type Graph } from '../runtime/runtime.js';
import { numberPieces } from '../../text/number-pieces.js';
import type { PooledVectors } from './pooled-vectors.js';
import type { Tokens } from './word-tokenizer.js';
import type { Rows } from '../runtime/embedder-parts.js';

/** Maximum rows per batch; measured on 2 cores: 64 to 256 perform alike, 16 is half as fast. */
const batchRows = 128;
/** Maximum tokens per batch, which keeps a batch of long texts in the CPU's cache. */
const batchTokens = 8192;

/** A graph with pooled outputs. */
export class PooledModel implements PooledVectors {
  readonly #graph: Graph;
  readonly #unitName: string;
  readonly dimension: number;
  /**
   * Piece id -> 1 + row in `#pieceUnits`; the vectors of single pieces are kept for the whole
   * process.
   */
  readonly #pieceSlots: Int32Array;
  #pieceUnits: Float32Array;
  #pieceNorms: Float32Array;
  #pieceCount = 0;

  constructor(graph: Graph, unitName: string, dimension: number, vocabularySize: number) {
    this.#graph = graph;
    this.#unitName = unitName;
    this.dimension = dimension;
    this.#pieceSlots = new Int32Array(vocabularySize);
    this.#pieceUnits = new Float32Array(0);
    this.#pieceNorms = new Float32Array(0);
  }

  get hasNorms(): boolean {
    return this.#graph.outputNames.includes('norm');
  }

  /** The runtime keeps its own files. */
  close(): void {}

  async embed(tokens: Tokens, rows: Rows, first: number): Promise<void> {
    const { offsets } = tokens;
    const lengthOf = (i: number): number => (offsets[i + 1] ?? 0) - (offsets[i] ?? 0);
    const order: number[] = [];
    for (let i = 0; i + 1 < offsets.length; i += 1) if (lengthOf(i) > 0) order.push(i);
    order.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
    let begin = 0;
    let lastPause = performance.now();
    while (begin < order.length) {
      const columns = lengthOf(order[begin] ?? 0);
      const most = begin + Math.max(1, Math.min(batchRows, Math.floor(batchTokens / columns)));
      let end = begin + 1;
      while (end < most && end < order.length && lengthOf(order[end] ?? 0) === columns) end += 1;
      await this.#runBatch(tokens, order.slice(begin, end), columns, rows, first);
      begin = end;
      // The runtime computes on this thread: give signals and screens a turn.
      if (performance.now() - lastPause > 50) {
        await setImmediate();
        lastPause = performance.now();
      }
    }
  }

  async #runBatch(
    tokens: Tokens,
    batch: readonly number[],
    columns: number,
    rows: Rows,
    first: number,
  ): Promise<void> {
    const idPlane = tokenPlane(batch.length, columns);
    fillPlane(idPlane, tokens, batch);
    const ones = onesPlane(batch.length, columns);
    const result = await this.#graph.run(idPlane, ones, batch.length, columns);
    const units = floats(result, this.#unitName);
    const norms = this.hasNorms ? floats(result, 'norm') : null;
    scatter(units, norms, batch, rows, first);
  }

  /**
   * The pieces of tokenised texts, each with a vector. A piece's vector is the graph's output for a
   * text consisting of that piece alone; each is computed once per process.
   */
  async pieces(tokens: Tokens, vocabulary: PieceIndex): Promise<Pieces> {
    const { ids, pieces } = numberPieces(tokens.ids, this.#pieceSlots.length);
    const fresh = pieces.filter((id) => this.#pieceSlots[id] === 0);
    if (fresh.length > 0) await this.#embedPieces(fresh);
    const { dimension } = this;
    const vectors: Vectors = {
      count: pieces.length,
      dimension,
      units: new Float32Array(pieces.length * dimension),
      norms: new Float32Array(pieces.length),
    };
    const texts: string[] = [];
    for (const [index, id] of pieces.entries()) {
      texts.push(vocabulary.piece(id));
      const slot = (this.#pieceSlots[id] ?? 0) - 1;
      const row = this.#pieceUnits.subarray(slot * dimension, (slot + 1) * dimension);
      vectors.units.set(row, index * dimension);
      vectors.norms[index] = this.#pieceNorms[slot] ?? 0;
    }
    return { ids, offsets: tokens.offsets, texts, vectors };
  }

  async #embedPieces(fresh: readonly number[]): Promise<void> {
    const needed = this.#pieceCount + fresh.length;
    if (needed > this.#pieceNorms.length) {
      const capacity = Math.min(
        this.#pieceSlots.length,
        Math.max(needed, 2 * this.#pieceNorms.length, 4096),
      );
      const units = new Float32Array(capacity * this.dimension);
      const norms = new Float32Array(capacity);
      units.set(this.#pieceUnits);
      norms.set(this.#pieceNorms);
      this.#pieceUnits = units;
      this.#pieceNorms = norms;
    }
    const offsets = Int32Array.from({ length: fresh.length + 1 }, (_, i) => i);
    const first = this.#pieceCount;
    // Reserved before waiting, so no other call takes the same rows.
    this.#pieceCount = needed;
    const rows = { units: this.#pieceUnits, norms: this.#pieceNorms };
    await this.embed({ ids: Int32Array.from(fresh), offsets }, rows, first);
    fresh.forEach((id, i) => {
      this.#pieceSlots[id] = first + i + 1;
    });
  }
}

/** Writes the tokens of texts into a plane, one row each. */
function fillPlane(plane: Int32Array, { ids, offsets }: Tokens, batch: readonly number[]): void {
  let at = 0;
  for (const text of batch) {
    const end = offsets[text + 1] ?? 0;
    for (let token = offsets[text] ?? 0; token < end; token += 1) {
      plane[at] = ids[token] ?? 0;
      at += 2;
    }
  }
}

/** Copies the vectors of a batch to the rows of its texts. */
function scatter(
  units: Float32Array,
  norms: Float32Array | null,
  batch: readonly number[],
  rows: Rows,
  first: number,
): void {
  const dimension = units.length / batch.length;
  for (let row = 0; row < batch.length; row += 1) {
    const target = first + (batch[row] ?? 0);
    rows.units.set(units.subarray(row * dimension, (row + 1) * dimension), target * dimension);
    rows.norms[target] = norms === null ? 1 : (norms[row] ?? 0);
  }
}
