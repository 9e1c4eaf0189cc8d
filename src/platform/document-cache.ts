/**
 * What was made of documents, kept between runs so that an interrupted one goes on where it was.
 *
 * A cache is a folder of files that are only ever appended to, each by one process: records of a key, a length, a checksum and
 * the data. A record cut off by a crash ends its file; damaged data is not used. No failure here stops a run:
 * a cache that cannot be read or written is an empty one.
 */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { openRegularSync } from './read-bounded.js';

/** Largest size of all files together, in bytes. */
const largest = 1024 * 2 ** 20;
const keySize = 16;
const headerSize = keySize + 8;
const extension = '.docs';

interface Place {
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly checksum: number;
}

/** The data of documents under one set of conditions. */
export class DocumentCache {
  readonly #folder: string;
  readonly #name: string;
  readonly #places = new Map<string, Place>();
  readonly #files: number[] = [];
  #own: number | null = null;
  #room: number;

  private constructor(folder: string, name: string, room: number) {
    this.#folder = folder;
    this.#name = name;
    this.#room = room;
  }

  /**
   * Opens the cache and deletes the oldest files of other conditions if all together are too large.
   *
   * @param conditions everything that the data depends on besides the document
   */
  static async open(folder: string, conditions: string): Promise<DocumentCache> {
    const name = createHash('sha256').update(conditions).digest('hex').slice(0, 24);
    const files: { path: string; size: number; time: number; isOwn: boolean }[] = [];
    for (const file of await readdir(folder).catch(() => [])) {
      if (!file.endsWith(extension)) continue;
      const path = join(folder, file);
      const info = await stat(path).catch(() => null);
      if (info?.isFile() !== true) continue;
      files.push({ path, size: info.size, time: info.mtimeMs, isOwn: file.startsWith(name) });
    }
    files.sort((x, y) => Number(y.isOwn) - Number(x.isOwn) || y.time - x.time);
    let room = largest;
    const cache = new DocumentCache(folder, name, 0);
    for (const { path, size, isOwn } of files) {
      room -= size;
      // Half of the room is for what this run adds.
      if (!isOwn && room < largest / 2) {
        await rm(path, { force: true }).catch(() => {});
        room += size;
      } else if (isOwn) cache.#index(path);
    }
    cache.#room = Math.max(0, room);
    return cache;
  }

  /** The data kept under a key. */
  read(key: string): Buffer | undefined {
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    try {
      const data = Buffer.from(new ArrayBuffer(place.length));
      if (readSync(place.file, data, 0, place.length, place.at) !== place.length) return undefined;
      return crc32(data) === place.checksum ? data : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps data under a key, at once: what is kept survives a kill of the process. */
  add(key: string, data: Uint8Array): void {
    const size = headerSize + data.length;
    if (size > this.#room) return;
    try {
      if (this.#own === null) {
        mkdirSync(this.#folder, { recursive: true });
        const name = `${this.#name}-${randomBytes(8).toString('hex')}${extension}`;
        this.#own = openSync(join(this.#folder, name), 'ax', 0o600);
      }
      const header = Buffer.alloc(headerSize);
      header.write(key, 'latin1');
      header.writeUInt32LE(data.length, keySize);
      header.writeUInt32LE(crc32(data), keySize + 4);
      writeSync(this.#own, Buffer.concat([header, data]));
      this.#room -= size;
    } catch {
      // A full disk does not stop the run; the next one is just no faster.
      this.#room = 0;
    }
  }

  close(): void {
    for (const file of this.#files.splice(0)) closeSync(file);
    if (this.#own !== null) closeSync(this.#own);
    this.#own = null;
    this.#places.clear();
  }

  /** The key of a document, from all that it consists of. */
  static keyOf(...parts: readonly (string | Uint8Array)[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(`${part.length} `).update(part);
    return hash.digest().toString('latin1', 0, keySize);
  }

  #index(path: string): void {
    try {
      const file = openRegularSync(path);
      this.#files.push(file);
      const { size } = fstatSync(file);
      const header = Buffer.alloc(headerSize);
      for (let at = 0; at + headerSize <= size;) {
        if (readSync(file, header, 0, headerSize, at) !== headerSize) return;
        const length = header.readUInt32LE(keySize);
        const start = at + headerSize;
        if (start + length > size) return;
        const checksum = header.readUInt32LE(keySize + 4);
        const key = header.toString('latin1', 0, keySize);
        this.#places.set(key, { file, at: start, length, checksum });
        at = start + length;
      }
    } catch {
      // Deleted by another process a moment ago.
    }
  }
}
