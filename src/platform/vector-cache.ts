/**
 * Vectors kept between runs, for models that compute a vector more slowly than a disk reads it.
 *
 * A cache is a folder of immutable files, each written whole and renamed into place: any number of
 * processes may read and add at once, and none ever sees half a file. A file is a table of keys
 * (SHA-256 of the model and the text), a checksum per row, and the rows. Rows are read on demand, so memory
 * grows with the keys only. Damaged data is ignored and computed again. When all files together
 * exceed the limit, the least recently used are deleted.
 *
 * No failure here stops a run: a cache that cannot be read or written is an empty one.
 */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeOutputFile } from './output-files.js';
import { openRegularSync } from './read-bounded.js';

/** Largest size of all caches together, in bytes. */
const defaultLimit = 256 * 2 ** 20;
/** A model's small files are merged when there are this many. */
const filesToJoin = 16;
/** Files of at least this size are not merged. */
const joinedSize = 16 * 2 ** 20;
/** Temporary files of a process that was killed are removed after this time, in ms. */
const abandonedAfter = 3_600_000;

const magic = 'paralign-vec-2\0\0';
/** Magic, dimension, count, checksum of keys and checksums. */
const headerSize = magic.length + 12;
const keySize = 16;
const extension = '.vec';

/** Rows to read into and to save from. */
export interface VectorRows {
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

interface Segment {
  readonly path: string;
  readonly file: number;
  readonly rowsAt: number;
  readonly checksums: Uint32Array;
  used: boolean;
}

interface Place {
  readonly segment: Segment;
  readonly row: number;
}

/** The cached vectors of one model. */
export class VectorCache {
  readonly #root: string;
  readonly #folder: string;
  readonly #model: string;
  readonly #dimension: number;
  readonly #limit: number;
  readonly #places = new Map<string, Place>();
  readonly #segments: Segment[] = [];
  #added = new Map<string, Buffer>();

  private constructor(root: string, model: string, dimension: number, limit: number) {
    this.#root = root;
    const name = createHash('sha256').update(model).digest('hex').slice(0, 24);
    this.#folder = join(root, name);
    this.#model = model;
    this.#dimension = dimension;
    this.#limit = limit;
  }

  /**
   * Opens the cache of one model; reads the keys of all its files.
   * @param root folder of the caches of all models
   * @param model everything that the vectors depend on besides the text
   */
  static async open(
    root: string,
    model: string,
    dimension: number,
    limit = defaultLimit,
  ): Promise<VectorCache> {
    const cache = new VectorCache(root, model, dimension, limit);
    for (const file of await listFiles(cache.#folder))
      cache.#openSegment(join(cache.#folder, file));
    return cache;
  }

  /** Copies a text's vector into row `index`; false if it is not cached. */
  read(text: string, rows: VectorRows, index: number): boolean {
    const key = this.#keyOf(text);
    const place = this.#places.get(key);
    const bytes = this.#added.get(key) ?? (place && this.#readRow(place));
    if (bytes === undefined) return false;
    const values = new Float32Array(bytes.buffer, bytes.byteOffset, 1 + this.#dimension);
    rows.norms[index] = values[0] ?? 0;
    rows.units.set(values.subarray(1), index * this.#dimension);
    return true;
  }

  /** Adds a text's vector from row `index`; `save` writes it. */
  add(text: string, rows: VectorRows, index: number): void {
    const values = new Float32Array(1 + this.#dimension);
    values[0] = rows.norms[index] ?? 0;
    values.set(rows.units.subarray(index * this.#dimension, (index + 1) * this.#dimension), 1);
    this.#added.set(this.#keyOf(text), Buffer.from(values.buffer));
  }

  /** Writes what was added to one new file, merges small files and deletes what exceeds the limit. */
  async save(): Promise<void> {
    if (this.#added.size === 0) return;
    const added = this.#added;
    this.#added = new Map();
    try {
      await mkdir(this.#folder, { recursive: true });
      await this.#write(added);
      await this.#join();
      await trim(this.#root, this.#limit);
    } catch {
      // A full disk or a read-only home does not stop the run; the next one is just no faster.
    }
  }

  /** Saves and closes the files. */
  async close(): Promise<void> {
    await this.save();
    for (const { file } of this.#segments.splice(0)) closeSync(file);
    this.#places.clear();
  }

  /** The key includes the model, so a file copied from another model's folder matches nothing. */
  #keyOf(text: string): string {
    const hash = createHash('sha256').update(this.#model).update('\0').update(text);
    return hash.digest().toString('latin1', 0, keySize);
  }

  async #write(entries: ReadonlyMap<string, Buffer>): Promise<void> {
    const path = join(this.#folder, randomBytes(12).toString('hex') + extension);
    await writeOutputFile(path, [encode(entries, this.#dimension)]);
    this.#openSegment(path);
  }

  /** Merges the small files left by many runs with a few new sentences each. */
  async #join(): Promise<void> {
    const small = this.#segments.filter(
      ({ checksums, rowsAt }) => rowsAt + checksums.length * this.#rowSize < joinedSize,
    );
    if (small.length < filesToJoin) return;
    const entries = new Map<string, Buffer>();
    for (const [key, place] of this.#places) {
      if (!small.includes(place.segment)) continue;
      const row = this.#readRow(place);
      if (row !== undefined) entries.set(key, row);
      this.#places.delete(key);
    }
    await this.#write(entries);
    for (const segment of small) {
      this.#segments.splice(this.#segments.indexOf(segment), 1);
      closeSync(segment.file);
      await rm(segment.path, { force: true });
    }
  }

  get #rowSize(): number {
    return 4 * (1 + this.#dimension);
  }

  /** Adds a file's keys; a damaged file is ignored. */
  #openSegment(path: string): void {
    let file: number;
    try {
      file = openRegularSync(path);
    } catch {
      return; // Deleted by another process a moment ago.
    }
    const table = readTable(file, this.#dimension);
    if (table === null) {
      closeSync(file);
      return;
    }
    const segment = { path, file, rowsAt: table.rowsAt, checksums: table.checksums, used: false };
    this.#segments.push(segment);
    table.keys.forEach((key, row) => this.#places.set(key, { segment, row }));
  }

  #readRow({ segment, row }: Place): Buffer | undefined {
    const size = this.#rowSize;
    const bytes = Buffer.from(new ArrayBuffer(size));
    try {
      if (readSync(segment.file, bytes, 0, size, segment.rowsAt + row * size) !== size) {
        return undefined;
      }
    } catch {
      return undefined;
    }
    if (crc32(bytes) !== segment.checksums[row]) return undefined;
    if (!segment.used) {
      segment.used = true;
      const now = new Date();
      utimes(segment.path, now, now).catch(() => undefined);
    }
    return bytes;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(extension)).sort();
}

/** Header, keys, one checksum per row, rows. */
function encode(entries: ReadonlyMap<string, Buffer>, dimension: number): Buffer {
  const table = Buffer.alloc(entries.size * (keySize + 4));
  let row = 0;
  for (const [key, bytes] of entries) {
    table.write(key, row * keySize, 'latin1');
    table.writeUInt32LE(crc32(bytes), entries.size * keySize + 4 * row);
    row += 1;
  }
  const header = Buffer.alloc(headerSize);
  header.write(magic, 'latin1');
  header.writeUInt32LE(dimension, magic.length);
  header.writeUInt32LE(entries.size, magic.length + 4);
  header.writeUInt32LE(crc32(table), magic.length + 8);
  return Buffer.concat([header, table, ...entries.values()]);
}

function readTable(
  file: number,
  dimension: number,
): { keys: string[]; checksums: Uint32Array; rowsAt: number } | null {
  try {
    const header = Buffer.alloc(headerSize);
    if (readSync(file, header, 0, headerSize, 0) !== headerSize) return null;
    if (header.toString('latin1', 0, magic.length) !== magic) return null;
    if (header.readUInt32LE(magic.length) !== dimension) return null;
    const count = header.readUInt32LE(magic.length + 4);
    const size = count * (keySize + 4);
    const found = fstatSync(file);
    if (!found.isFile() || headerSize + size > found.size) return null;
    const table = Buffer.alloc(size);
    if (readSync(file, table, 0, size, headerSize) !== size) return null;
    if (crc32(table) !== header.readUInt32LE(magic.length + 8)) return null;
    const keys: string[] = [];
    const checksums = new Uint32Array(count);
    for (let row = 0; row < count; row += 1) {
      keys.push(table.toString('latin1', row * keySize, (row + 1) * keySize));
      checksums[row] = table.readUInt32LE(count * keySize + 4 * row);
    }
    return { keys, checksums, rowsAt: headerSize + size };
  } catch {
    return null;
  }
}

/** Deletes the least recently used files of all models until the rest fit in `limit`. */
async function trim(root: string, limit: number): Promise<void> {
  const files: { path: string; size: number; used: number }[] = [];
  for (const model of await readdir(root)) {
    for (const name of await readdir(join(root, model)).catch(() => [])) {
      const path = join(root, model, name);
      const found = await stat(path).catch(() => null);
      if (found === null) continue;
      if (name.endsWith(extension)) files.push({ path, size: found.size, used: found.mtimeMs });
      else if (Date.now() - found.mtimeMs > abandonedAfter) await rm(path, { force: true });
    }
  }
  files.sort((a, b) => b.used - a.used);
  let total = 0;
  for (const { path, size } of files) {
    total += size;
    if (total > limit) await rm(path, { force: true });
  }
}
