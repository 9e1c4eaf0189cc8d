/** What decisions about an alignment are bound to. */
import { createHash, hash as hashOf } from 'node:crypto';
import type { Row, Span, Table } from '../domain.js';
import { textPieces } from '../text/json/json-pieces.js';

/** A row as the hash knows it: its number, and the places of its sentences in each column. */
export interface HashedRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly (readonly Span[])[];
}

/** The sum of the rows' hashes has 256 bits, in so many parts of 32. */
const parts = 8;
const partSize = 2 ** 32;

/**
 * Identifies an alignment by the sources' texts and by which sentences stand in which row, whatever
 * was decided about them. Rows can be taken out and put in again, so that many states of a review
 * cost little more than what differs between them; their order does not matter.
 */
export class AlignmentHash {
  readonly #texts: string;
  /** The lowest part first. */
  readonly #rows = new Uint32Array(parts);

  /** @param texts the texts of the sources, in order */
  constructor(texts: readonly string[]) {
    const hash = createHash('sha256');
    for (const text of texts) for (const piece of textPieces(text)) hash.update(piece);
    this.#texts = hash.digest('hex');
  }

  /** Adds a row. */
  add(row: HashedRow): void {
    this.#change(row, 1);
  }

  /** Takes out a row that was added. */
  remove(row: HashedRow): void {
    this.#change(row, -1);
  }

  /** SHA-256 in hexadecimal. */
  digest(): string {
    const digits = Array.from(this.#rows, (part) => part.toString(16).padStart(8, '0'));
    const rows = digits
      .reverse()
      .join('')
      .replace(/^0+(?=.)/, '');
    return hashOf('sha256', `${this.#texts} ${rows}`);
  }

  #change(row: HashedRow, sign: 1 | -1): void {
    const value = valueOf(row);
    let carry = 0;
    for (let part = 0; part < parts; part++) {
      const own = value.readUInt32BE(4 * (parts - 1 - part));
      const sum = (this.#rows[part] ?? 0) + sign * own + carry;
      // Only the lower 32 bits are kept, of a negative number too.
      this.#rows[part] = sum;
      carry = Math.floor(sum / partSize);
    }
  }
}

/** The hash of what `JSON.stringify` returns for the number and, for each cell, starts and ends in one list. */
function valueOf({ number, cells }: HashedRow): Buffer {
  let text = `[${number},[`;
  for (const [column, cell] of cells.entries()) {
    text += column === 0 ? '[' : ',[';
    for (const [at, { start, end }] of cell.entries())
      text += `${at === 0 ? '' : ','}${start},${end}`;
    text += ']';
  }
  return hashOf('sha256', `${text}]]`, 'buffer');
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
