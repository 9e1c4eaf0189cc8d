/** What decisions about an alignment are bound to. */
import { createHash } from 'node:crypto';
import type { Row, Span, Table } from '../domain.js';
import { textPieces } from '../text/json/json-pieces.js';

/** A row as the hash knows it: its number, and the places of its sentences in each column. */
export interface HashedRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly (readonly Span[])[];
}

const modulus = 1n << 256n;

/**
 * Identifies an alignment by the sources' texts and by which sentences stand in which row, whatever
 * was decided about them. Rows can be taken out and put in again, so that many states of a review
 * cost little more than what differs between them; their order does not matter.
 */
export class AlignmentHash {
  readonly #texts: string;
  #rows = 0n;

  /** @param texts the texts of the sources, in order */
  constructor(texts: readonly string[]) {
    const hash = createHash('sha256');
    for (const text of texts) for (const piece of textPieces(text)) hash.update(piece);
    this.#texts = hash.digest('hex');
  }

  /** Adds a row. */
  add(row: HashedRow): void {
    this.#rows = (this.#rows + valueOf(row)) % modulus;
  }

  /** Takes out a row that was added. */
  remove(row: HashedRow): void {
    this.#rows = (this.#rows + modulus - valueOf(row)) % modulus;
  }

  /** SHA-256 in hexadecimal. */
  digest(): string {
    return createHash('sha256')
      .update(`${this.#texts} ${this.#rows.toString(16)}`)
      .digest('hex');
  }
}

function valueOf({ number, cells }: HashedRow): bigint {
  const places = cells.map((cell) => cell.flatMap(({ start, end }) => [start, end]));
  const hash = createHash('sha256').update(JSON.stringify([number, places]));
  return BigInt(`0x${hash.digest('hex')}`);
}

/** The hash of a table's alignment: the same for a review of it until links change. Linear. */
export function alignmentHash({
  sources,
  streams,
  rows,
}: Pick<Table, 'sources' | 'streams' | 'rows'>): string {
  const hash = new AlignmentHash(sources.map(({ text }) => text));
  const spansOf = (cell: Row['cells'][number], stream: number): Span[] =>
    cell.flatMap((position) => streams[stream]?.sentences[position] ?? []);
  for (const [index, { id = index + 1, cells }] of rows.entries())
    hash.add({ number: id, cells: cells.map(spansOf) });
  return hash.digest();
}
