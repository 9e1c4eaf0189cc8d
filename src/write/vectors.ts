/** Vectors for other tools: NumPy's .npy, raw float32 and JSON lines. */
import type { Vectors } from '../domain.js';

/** The formats that vectors are written in. */
export const vectorFormats = ['npy', 'raw', 'jsonl'] as const;

/** One of the formats that vectors are written in. */
export type VectorFormat = (typeof vectorFormats)[number];

/** Values written at once: 1 MiB of float32. */
const valuesPerChunk = 1 << 18;

/** The endings that name them, without a dot. */
export const vectorEndings = [
  { name: 'npy', endings: ['npy'] },
  { name: 'raw', endings: ['bin', 'raw', 'f32'] },
  { name: 'jsonl', endings: ['jsonl', 'ndjson'] },
] as const satisfies readonly {
  readonly name: VectorFormat;
  readonly endings: readonly string[];
}[];

/** The format that a file's ending names. */
export function vectorFormatOfFile(path: string): VectorFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return vectorEndings.find(({ endings }) => endings.some((known) => known === ending))?.name;
}

/** How many rows there are, and how long each is. */
export type Shape = Pick<Vectors, 'count' | 'dimension'>;

/**
 * The unit rows in a format, in chunks. Nothing is written before the first rows are there.
 *
 * @param parts the rows, some at a time: all of a long text take more memory than it
 */
export async function* writeVectors(
  shape: Shape,
  parts: AsyncIterable<Vectors>,
  format: VectorFormat,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  const header = format === 'npy' ? npyHeader(shape.count, shape.dimension) : null;
  let isFirst = true;
  for await (const vectors of parts) {
    if (isFirst && header) yield header;
    isFirst = false;
    yield* format === 'jsonl' ? jsonLines(vectors) : raw(vectors);
  }
  if (isFirst && header) yield header;
}

/**
 * The header of an .npy file of float32 in C order, format version 1.0, padded with spaces so that
 * the data begins at a multiple of 64 bytes, as NumPy itself does for memory mapping.
 */
export function npyHeader(rows: number, columns: number): Uint8Array {
  const description = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const fixed = 10;
  // A header ends in a line feed.
  const total = Math.ceil((fixed + description.length + 1) / 64) * 64;
  const header = new Uint8Array(total).fill(0x20);
  header.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]); // \x93NUMPY, version 1.0
  new DataView(header.buffer).setUint16(8, total - fixed, true);
  header.set(new TextEncoder().encode(description), fixed);
  header[total - 1] = 0x0a;
  return header;
}

/** Little-endian float32, row after row, nothing else: what `numpy.fromfile` reads. */
function* raw({ units }: Vectors): Generator<Uint8Array> {
  for (let from = 0; from < units.length; from += valuesPerChunk) {
    const part = units.subarray(from, from + valuesPerChunk);
    yield new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  }
}

/** One JSON array per row, each value with enough digits to distinguish it from other float32 values. */
function* jsonLines({ count, dimension, units }: Vectors): Generator<string> {
  for (let row = 0; row < count; row += 1) {
    const values: string[] = [];
    for (let d = row * dimension; d < (row + 1) * dimension; d += 1) {
      values.push(shortest(units[d] ?? 0));
    }
    yield `[${values.join(',')}]\n`;
  }
}

/** The shortest decimal that gives the same float32 back: 0.1, not 0.10000000149011612. */
function shortest(value: number): string {
  for (let digits = 7; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return String(Number(value.toPrecision(9)));
}
