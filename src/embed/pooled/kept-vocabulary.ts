/**
 * A vocabulary as it is kept between runs: reading 180,000 pieces from their JSON takes fifty times as
 * long as reading the tables that result from it.
 */
import { isRecord } from '../runtime/model-config.js';
import { PieceIndex, slotsIn, type PieceTables } from '../runtime/piece-index.js';
import { restOf, type SplitTokenizer } from './vocabulary.js';

/** Bytes before the description: its length. */
const lengthBytes = 4;

/** A split tokenizer as bytes: the length of a description, the description, the numbers. */
export function keepSplit({ vocabulary, removed }: SplitTokenizer): Uint8Array[] {
  const { numbers, ...tables } = vocabulary.toTables();
  const text = Buffer.from(JSON.stringify({ ...removed, ...tables }));
  // Numbers begin at a multiple of their size.
  const description = Buffer.alloc(4 * Math.ceil(text.length / 4), ' ');
  text.copy(description);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(description.length);
  return [length, description, new Uint8Array(numbers.buffer)];
}

/**
 * The split tokenizer that was kept.
 * @param file the tokenizer.json that it was made of
 * @param kept the bytes of `keepSplit`, unchanged
 * @throws SyntaxError or RangeError for bytes that are not
 */
export function restoreSplit(
  file: Uint8Array,
  kept: Uint8Array<ArrayBuffer>,
): SplitTokenizer | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const view = Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength);
  const numbersAt = lengthBytes + view.readUInt32LE(0);
  const description: unknown = JSON.parse(view.toString('utf8', lengthBytes, numbersAt));
  const numbers = new Int32Array(kept.buffer, kept.byteOffset + numbersAt);
  const { removed, tables } = readDescription(description, numbers);
  const json = restOf(bytes, removed);
  return json && { json, removed, vocabulary: PieceIndex.fromTables(bytes, tables) };
}

function readDescription(
  description: unknown,
  numbers: Int32Array<ArrayBuffer>,
): { removed: SplitTokenizer['removed']; tables: PieceTables } {
  if (!isRecord(description)) throw new SyntaxError('not a description');
  const count = (name: string): number => {
    const value = description[name];
    if (typeof value === 'number' && value >= 0) return value;
    throw new SyntaxError(`no ${name}`);
  };
  const list = description['spelled'];
  if (!Array.isArray(list)) throw new SyntaxError('no spelled pieces');
  const spelled = list.map((entry: unknown): [number, string] => {
    const [id, piece]: unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof id === 'number' && typeof piece === 'string') return [id, piece];
    throw new SyntaxError('not a spelled piece');
  });
  const [size, entries, longest] = [count('size'), count('entries'), count('longest')];
  // Open addressing ends at an empty slot.
  if (slotsIn(numbers.length, size) <= entries) throw new RangeError('not the tables of it');
  return {
    removed: { start: count('start'), end: count('end') },
    tables: { size, entries, longest, spelled, numbers },
  };
}
