/** Embeds with the rows of a table in a file, which are read as texts need them. */
import { setImmediate } from 'node:timers/promises';
import type { Pieces, Vectors } from '../../domain.js';
import { AppError } from '../../errors.js';
import type { NumberMemory } from '../../number-memory.js';
import { numberPieces } from '../../text/number-pieces.js';
import type { PooledVectors } from '../pooled/pooled-vectors.js';
import type { Tokens } from '../pooled/word-tokenizer.js';
import { emptyRows, type Rows } from '../runtime/embedder-parts.js';
import type { PieceIndex } from '../runtime/piece-index.js';
import type { ByteSource } from './onnx-fields.js';
import { RowTable, type SlotLists } from './row-table.js';
import { leastNorm, type TableGraph } from './table-graph.js';

/**
 * Rows kept in memory; beyond it, they are read afresh. 38 MB at 384 dimensions, which a process that aligns hundreds
 * of short texts has soon filled: from then on it grows no more.
 */
const mostRows = 3 << 13;
const fewestRows = 1 << 12;
/** Rows less than this many bytes apart are read together, up to so many bytes. */
const smallGap = 4096;
const largestRead = 1 << 16;
/** Pieces looked up at a time. */
const piecesAtOnce = 4096;

/** A table's rows. */
export class TableModel implements PooledVectors {
  readonly dimension: number;
  readonly hasNorms = true;
  readonly #source: ByteSource & { close(): void };
  readonly #table: TableGraph;
  readonly #scales: Float32Array;
  /** Piece id -> 1 + its row in `#rows`. */
  readonly #slots: Int32Array;
  readonly #rows: RowTable;
  /** Texts of pieces that have been asked for, no more than there are rows: documents share most of theirs. */
  readonly #texts = new Map<number, string>();
  #count = 0;

  /** Reads the rows' scales; throws what `source` throws. */
  constructor(source: ByteSource & { close(): void }, table: TableGraph) {
    this.#source = source;
    this.#table = table;
    this.dimension = 2 * table.width;
    const scales = new Uint8Array(4 * table.rows);
    source.read(scales, table.scalesAt);
    this.#scales = new Float32Array(scales.buffer);
    this.#slots = new Int32Array(table.rows);
    const capacity = Math.min(fewestRows, table.rows);
    this.#rows = new RowTable(this.dimension, capacity, Math.max(largestRead, table.width));
  }

  async embed({ ids, offsets }: Tokens, rows: Rows, first: number): Promise<void> {
    let lastPause = performance.now();
    for (let text = 0; text + 1 < offsets.length;) {
      text = this.#embedSome({ ids, offsets }, text, rows, first);
      if (performance.now() - lastPause > 50) {
        await setImmediate();
        lastPause = performance.now();
      }
    }
  }

  rowsOf(tokens: Tokens): Float32Array {
    const count = tokens.offsets.length - 1;
    const rows = emptyRows(count, this.dimension);
    for (let text = 0; text < count;) text = this.#embedSome(tokens, text, rows, 0);
    return rows.units;
  }

  /** Embeds texts from one on, as many as have few enough pieces, whatever they are; returns the next. */
  #embedSome({ ids, offsets }: Tokens, text: number, rows: Rows, first: number): number {
    const from = offsets[text] ?? 0;
    let end = text + 1;
    while (end + 1 < offsets.length && (offsets[end + 1] ?? 0) - from <= mostRows) end += 1;
    const slots = this.#slotsOf(ids.subarray(from, offsets[end] ?? 0));
    this.#writeUnits({ slots, offsets, start: from }, text, end, rows, first + text);
    return end;
  }

  pieces(tokens: Tokens, vocabulary: PieceIndex, memory?: NumberMemory): Promise<Pieces> {
    const { ids, pieces } = numberPieces(tokens.ids, this.#table.rows);
    const { dimension } = this;
    const vectors: Vectors = {
      count: pieces.length,
      dimension,
      ...emptyRows(pieces.length, dimension, memory),
    };
    for (let from = 0; from < pieces.length; from += piecesAtOnce) {
      const own = pieces.slice(from, from + piecesAtOnce);
      const slots = this.#slotsOf(new Int32Array(own));
      // A text of one piece is its row.
      const offsets = new Int32Array(slots.length + 1);
      for (let i = 0; i < offsets.length; i += 1) offsets[i] = i;
      this.#writeUnits({ slots, offsets, start: 0 }, 0, slots.length, vectors, from);
    }
    const texts = this.#textsOf(pieces, vocabulary);
    return Promise.resolve({ ids, offsets: tokens.offsets, texts, vectors });
  }

  #textsOf(pieces: readonly number[], vocabulary: PieceIndex): string[] {
    if (this.#texts.size + pieces.length > mostRows) this.#texts.clear();
    const isKept = pieces.length <= mostRows;
    return pieces.map((id) => {
      let text = this.#texts.get(id);
      if (text === undefined) {
        text = vocabulary.piece(id);
        if (isKept) this.#texts.set(id, text);
      }
      return text;
    });
  }

  close(): void {
    this.#source.close();
  }

  /** Writes the vectors of texts `from` to `to` to rows `first`, `first + 1` .... */
  #writeUnits(lists: SlotLists, from: number, to: number, rows: Rows, first: number): void {
    this.#rows.writeUnits(lists, from, to, leastNorm, rows, first);
    if (rows.norms.subarray(first, first + to - from).every(Number.isFinite)) return;
    throw new AppError(
      'model-unusable',
      'the model gives vectors that contain values that are not finite numbers',
      {
        hint: 'its graph may be damaged: check it with "paralign models verify", download it again or use another model',
      },
    );
  }

  /** The rows of pieces in `#rows`, where they stay until the next call. */
  #slotsOf(ids: Int32Array): Int32Array {
    let fresh = this.#missing(ids);
    if (this.#count + fresh.length > mostRows && this.#count > 0) {
      this.#slots.fill(0);
      this.#count = 0;
      fresh = this.#missing(ids);
    }
    if (fresh.length > 0) this.#load(fresh);
    return ids.map((id) => (this.#slots[id] ?? 0) - 1);
  }

  /** Those that are not in memory, each once, in order. */
  #missing(ids: Int32Array): Int32Array {
    const missing: number[] = [];
    for (const id of ids) {
      const slot = this.#slots[id];
      if (slot === 0) missing.push(id);
      if (slot !== undefined) continue;
      throw new AppError('model-unusable', `the model's graph has no row for token ${id}`, {
        hint: 'its files are damaged or do not match each other: download it again or use another model',
      });
    }
    return Int32Array.from(missing)
      .sort()
      .filter((id, i, all) => id !== all[i - 1]);
  }

  #load(fresh: Int32Array): void {
    const { width, codesAt, middle } = this.#table;
    this.#reserve(this.#count + fresh.length);
    for (let next = 0; next < fresh.length;) {
      const from = (fresh[next] ?? 0) * width;
      let to = from + width;
      let end = next + 1;
      for (; end < fresh.length; end += 1) {
        const at = (fresh[end] ?? 0) * width;
        if (at - to > smallGap || at + width - from > largestRead) break;
        to = at + width;
      }
      this.#source.read(this.#rows.codes(to - from), codesAt + from);
      for (; next < end; next += 1) {
        const id = fresh[next] ?? 0;
        this.#rows.unpack(id * width - from, middle, this.#scales[id] ?? 0, this.#count);
        this.#count += 1;
        this.#slots[id] = this.#count;
      }
    }
  }

  #reserve(rows: number): void {
    const { capacity } = this.#rows;
    if (rows > capacity) this.#rows.reserve(Math.max(rows, Math.min(2 * capacity, mostRows)));
  }
}
