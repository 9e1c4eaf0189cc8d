/**
 * The pieces of a vocabulary, looked up without making a string of each: a text uses a few thousand
 * of 180,000 pieces, and a map of them all would cost a tenth of a second at every start.
 */

/** Pieces as they are in a file, by id. */
export interface PieceBytes {
  /** UTF-8; a quotation mark follows every piece. */
  readonly bytes: Buffer;
  /** Where each begins. */
  readonly starts: Int32Array;
  /** Length of each in UTF-16 units; 0 if there is no piece with this id. */
  readonly units: Int32Array;
  /** `hash * hashPrime ^ unit`, unit by unit from `hashSeed` (FNV-1a). */
  readonly hashes: Int32Array;
  /** One more than the highest id. */
  readonly size: number;
}

/** A whole index as plain numbers, to be kept in a file. */
export interface PieceTables {
  readonly size: number;
  readonly entries: number;
  readonly longest: number;
  readonly spelled: readonly (readonly [number, string])[];
  /** Starts, units and hashes of `size` pieces, then the slots, then their bits. */
  readonly numbers: Int32Array<ArrayBuffer>;
}

/** Number of slots in tables of so many numbers that they describe `size` pieces; 0 if they can't. */
export function slotsIn(numbers: number, size: number): number {
  const slots = (8 * (numbers - 3 * size)) / 9;
  return slots > 0 && Number.isInteger(Math.log2(slots)) ? slots : 0;
}

/** Initial value of a piece's hash. */
export const hashSeed = 0x811c9dc5 | 0;
/** The multiplier for every unit. */
export const hashPrime = 0x01000193;

const quote = 0x22;
/** Marks a piece that is not in the file in literal form. */
const elsewhere = -1;

/** Pieces by text and by id. */
export class PieceIndex {
  #bytes: Buffer;
  #starts: Int32Array;
  #units: Int32Array;
  #hashes: Int32Array;
  /** Hash -> 1 + id; open addressing, at most half full. */
  #slots: Int32Array;
  /**
   * A bit for every hash of a piece, eight times as many as slots: most parts of words are no pieces, and this is
   * small enough to stay in the cache.
   */
  #bits: Uint8Array;
  #entries = 0;
  #size: number;
  #longest = 1;
  /** Pieces that are not in the file in literal form. */
  readonly #spelled = new Map<number, string>();
  /** Hashes of the prefixes of the text being looked up. */
  #prefixes = new Int32Array(64);

  /** Takes over the arrays. If two pieces have the same text, the later one counts. */
  constructor({ bytes, starts, units, hashes, size }: PieceBytes) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.#units = units;
    this.#hashes = hashes;
    this.#size = size;
    this.#slots = new Int32Array(1 << Math.ceil(Math.log2(2 * Math.max(size, 1024))));
    this.#bits = new Uint8Array(this.#slots.length / 2);
    for (let id = 0; id < size; id += 1) if (units[id] !== 0) this.#file(id);
  }

  /** An index of pieces that were read elsewhere. */
  static of(entries: Iterable<readonly [string, number]>): PieceIndex {
    const ids = (): Int32Array => new Int32Array(1024);
    const bytes = Buffer.alloc(0);
    const index = new PieceIndex({
      bytes,
      starts: ids(),
      units: ids(),
      hashes: ids(),
      size: 0,
    });
    for (const [piece, id] of entries) index.set(piece, id);
    return index;
  }

  /** The index that `tables` describes, without hashing anything; the bytes are those it was made of. */
  static fromTables(bytes: Buffer, tables: PieceTables): PieceIndex {
    const { size, entries, longest, spelled, numbers } = tables;
    const index = PieceIndex.of([]);
    index.#bytes = bytes;
    index.#starts = numbers.subarray(0, size);
    index.#units = numbers.subarray(size, 2 * size);
    index.#hashes = numbers.subarray(2 * size, 3 * size);
    const bitsAt = 3 * size + slotsIn(numbers.length, size);
    index.#slots = numbers.subarray(3 * size, bitsAt);
    const bits = numbers.subarray(bitsAt);
    index.#bits = new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
    index.#entries = entries;
    index.#size = size;
    index.#longest = longest;
    index.#prefixes = new Int32Array(2 * Math.max(longest, 32));
    for (const [id, piece] of spelled) index.#spelled.set(id, piece);
    return index;
  }

  /** What `fromTables` takes. */
  toTables(): PieceTables {
    const size = this.#size;
    const slots = this.#slots.length;
    const numbers = new Int32Array(3 * size + slots + slots / 8);
    [this.#starts, this.#units, this.#hashes].forEach((own, i) =>
      numbers.set(own.subarray(0, size), i * size),
    );
    numbers.set(this.#slots, 3 * size);
    new Uint8Array(numbers.buffer).set(this.#bits, 4 * (3 * size + slots));
    const [entries, longest] = [this.#entries, this.#longest];
    return { size, entries, longest, spelled: [...this.#spelled], numbers };
  }

  /** One more than the highest id. */
  get size(): number {
    return this.#size;
  }

  /** Length of a piece in UTF-16 units. */
  unitsOf(id: number): number {
    return this.#units[id] ?? 0;
  }

  /** The text of a piece; empty if there is none with this id. */
  piece(id: number): string {
    if (this.unitsOf(id) === 0) return '';
    const start = this.#starts[id] ?? 0;
    if (start === elsewhere) return this.#spelled.get(id) ?? '';
    return this.#bytes.toString('utf8', start, this.#bytes.indexOf(quote, start));
  }

  /** Pieces and ids, by id. */
  *entries(): IterableIterator<[string, number]> {
    for (let id = 0; id < this.#size; id += 1) if (this.unitsOf(id) > 0) yield [this.piece(id), id];
  }

  get(piece: string): number | undefined {
    const id = this.#find(hashOf(piece), piece, 0, piece.length);
    return id < 0 ? undefined : id;
  }

  has(piece: string): boolean {
    return this.get(piece) !== undefined;
  }

  /** Adds a piece, or changes its id. */
  set(piece: string, id: number): void {
    while (id >= this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#units = doubled(this.#units);
      this.#hashes = doubled(this.#hashes);
    }
    this.#spelled.set(id, piece);
    this.#starts[id] = elsewhere;
    this.#units[id] = piece.length;
    this.#hashes[id] = hashOf(piece);
    this.#size = Math.max(this.#size, id + 1);
    if (2 * this.#entries >= this.#slots.length) this.#grow();
    this.#file(id);
  }

  /**
   * The longest piece that `text` contains at `from`, or -1. Takes as many steps as the longest
   * piece has units, and makes no string.
   */
  longestAt(text: string, from: number): number {
    const prefixes = this.#prefixes;
    const most = Math.min(text.length - from, this.#longest);
    let hash = hashSeed;
    for (let n = 0; n < most; n += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(from + n), hashPrime);
      prefixes[n] = hash;
    }
    const bits = this.#bits;
    const mask = 8 * bits.length - 1;
    for (let n = most; n > 0; n -= 1) {
      const bit = spread(prefixes[n - 1] ?? 0) & mask;
      if (((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
      const id = this.#find(prefixes[n - 1] ?? 0, text, from, from + n);
      if (id >= 0) return id;
    }
    return -1;
  }

  #find(hash: number, text: string, from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const id = (slots[at] ?? 0) - 1;
      if (id < 0) return -1;
      if (this.#hashes[id] === hash && this.#is(id, text, from, to)) return id;
    }
  }

  /** Whether a piece equals this part of a text. */
  #is(id: number, text: string, from: number, to: number): boolean {
    if (this.#units[id] !== to - from) return false;
    let at = this.#starts[id] ?? 0;
    if (at === elsewhere) return this.#spelled.get(id) === text.slice(from, to);
    const bytes = this.#bytes;
    for (let i = from; i < to; i += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) {
        if (text.charCodeAt(i) !== byte) return false;
        at += 1;
        continue;
      }
      const code = decodeAt(bytes, at);
      at += bytesOf(code);
      if (code > 0xffff) {
        if (text.codePointAt(i) !== code) return false;
        i += 1;
      } else if (text.charCodeAt(i) !== code) return false;
    }
    return true;
  }

  /** Stores an id under its hash, replacing another with the same text. */
  #file(id: number): void {
    const hash = this.#hashes[id] ?? 0;
    const units = this.#units[id] ?? 0;
    if (units > this.#longest) this.#longest = units;
    if (units > this.#prefixes.length) this.#prefixes = new Int32Array(2 * units);
    const slots = this.#slots;
    const mask = slots.length - 1;
    this.#mark(hash);
    let at = spread(hash) & mask;
    for (; slots[at] !== 0; at = (at + 1) & mask) {
      const other = (slots[at] ?? 0) - 1;
      if (other === id) return;
      if (this.#hashes[other] !== hash || !this.#is(other, this.piece(id), 0, units)) continue;
      slots[at] = id + 1;
      return;
    }
    slots[at] = id + 1;
    this.#entries += 1;
  }

  #mark(hash: number): void {
    const bits = this.#bits;
    const bit = spread(hash) & (8 * bits.length - 1);
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  /** Marks what the slots hold, once there are new ones. */
  #markAll(): void {
    this.#bits = new Uint8Array(this.#slots.length / 2);
    for (const entry of this.#slots) if (entry > 0) this.#mark(this.#hashes[entry - 1] ?? 0);
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    const mask = this.#slots.length - 1;
    for (const entry of before) {
      if (entry === 0) continue;
      let at = spread(this.#hashes[entry - 1] ?? 0) & mask;
      while (this.#slots[at] !== 0) at = (at + 1) & mask;
      this.#slots[at] = entry;
    }
    this.#markAll();
  }
}

/** FNV's low bits are poor: a multiplication mixes in the high ones. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
}

function hashOf(piece: string): number {
  let hash = hashSeed;
  for (let i = 0; i < piece.length; i += 1) {
    hash = Math.imul(hash ^ piece.charCodeAt(i), hashPrime);
  }
  return hash;
}

/** The code point of a sequence of two to four bytes. */
export function decodeAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}

/** The bytes of such a sequence. */
export function bytesOf(code: number): number {
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A copy of twice the length that starts with the same values. */
export function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
