/**
 * Walks an ONNX file without reading its tables: the file is a protocol buffer, a sequence of fields
 * whose lengths are known beforehand.
 */

/** A source of bytes. */
export interface ByteSource {
  readonly size: number;
  /** Fills `into` with the bytes that begin at `at`, which must exist. */
  read(into: Uint8Array, at: number): void;
}

/** A field: a number, or a range of the file. */
export interface Field {
  readonly number: number;
  /** Null if it is a range. */
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
}

/** The file is not a protocol buffer that this can read. */
export class UnknownForm extends Error {}

const blockSize = 4096;
/** More fields than any graph has that this program knows. */
const mostFields = 10_000;

/** Reads the fields of a file. */
export class OnnxFields {
  readonly #source: ByteSource;
  readonly #block = new Uint8Array(blockSize);
  #blockAt = -blockSize;
  #fields = 0;
  #position = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** The fields between two places. @throws UnknownForm */
  list(from = 0, to = this.#source.size): Field[] {
    const fields: Field[] = [];
    for (this.#position = from; this.#position < to;) {
      this.#fields += 1;
      if (this.#fields > mostFields) throw new UnknownForm('too many fields');
      const key = this.#varint();
      const number = Math.floor(key / 8);
      const kind = key % 8;
      if (kind === 0) {
        fields.push({ number, value: this.#varint(), from: 0, to: 0 });
        continue;
      }
      const length = kind === 2 ? this.#varint() : kind === 5 ? 4 : kind === 1 ? 8 : NaN;
      const start = this.#position;
      if (!(start + length <= to)) throw new UnknownForm('a field exceeds its place');
      fields.push({ number, value: null, from: start, to: start + length });
      this.#position = start + length;
    }
    return fields;
  }

  /** The bytes of a short range. @throws UnknownForm if it is long */
  bytes({ from, to }: Pick<Field, 'from' | 'to'>): Uint8Array<ArrayBuffer> {
    if (to - from > blockSize) throw new UnknownForm('a long field');
    const bytes = new Uint8Array(to - from);
    this.#source.read(bytes, from);
    return bytes;
  }

  /** The text of a short range. @throws UnknownForm if it is long */
  text(range: Pick<Field, 'from' | 'to'>): string {
    return Buffer.from(this.bytes(range)).toString('utf8');
  }

  #varint(): number {
    let value = 0;
    for (let unit = 1; unit < 2 ** 56; unit *= 128) {
      const byte = this.#byteAt(this.#position);
      this.#position += 1;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
    throw new UnknownForm('a large number');
  }

  #byteAt(at: number): number {
    if (at >= this.#source.size) throw new UnknownForm('the file ends early');
    if (at < this.#blockAt || at >= this.#blockAt + blockSize) {
      const length = Math.min(blockSize, this.#source.size - at);
      this.#source.read(this.#block.subarray(0, length), at);
      this.#blockAt = at;
    }
    return this.#block[at - this.#blockAt] ?? 0;
  }
}
