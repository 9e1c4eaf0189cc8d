/**
 * Remembers the digests of large files, so that each is hashed once and not at every start: the bundled
 * model's take a tenth of a second. A file counts as unchanged as long as its device, inode, size and
 * times of change are the same, to the nanosecond.
 *
 * The memory is a folder in the user's cache with one small file per remembered file. It is never
 * relied on: a damaged entry is none, and where nothing can be written, every start hashes again.
 */
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeOutputFile } from '../output-files.js';
import { readRegularSync } from '../read-bounded.js';

/** Smaller files are hashed faster than looked up. In bytes. */
const leastSize = 2 ** 20;
/** Largest entry, in bytes. */
const largestEntry = 2 ** 14;
/**
 * A file younger than this may change again without its times showing it: file systems count in
 * steps of up to two seconds. In ms.
 */
const settledAfter = 2000;

const heading = 'paralign-digest-1';

/** The digests of files, remembered in a folder. */
export class DigestMemory {
  readonly #folder: string;
  readonly #now: () => number;

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /** The SHA-256 in hex that the file had when it was last hashed; undefined if it may have changed since. */
  recall(path: string, status: BigIntStats): string | undefined {
    let entry: string;
    try {
      entry = readRegularSync(this.#entryOf(path), largestEntry).toString('utf8');
    } catch {
      return undefined;
    }
    const [, digest] = /\n([0-9a-f]{64})\n[0-9a-f]{64}\n$/.exec(entry) ?? [];
    if (digest === undefined || entry !== textOf(path, status, digest)) return undefined;
    return digest;
  }

  /**
   * Remembers the digest of a file.
   * @param before the file's status before it was read
   * @param after its status afterwards
   */
  async remember(
    path: string,
    before: BigIntStats,
    after: BigIntStats,
    digest: string,
  ): Promise<void> {
    if (after.size < leastSize || identityOf(before) !== identityOf(after)) return;
    const changed = Math.max(Number(after.mtimeMs), Number(after.ctimeMs));
    if (this.#now() - changed < settledAfter) return;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeOutputFile(this.#entryOf(path), [textOf(path, after, digest)]);
    } catch {
      // A full disk or a read-only home does not stop the run; the next one is just no faster.
    }
  }

  /** Forgets a file, whose digest then has to be computed again. */
  async forget(path: string): Promise<void> {
    await rm(this.#entryOf(path), { force: true }).catch(() => undefined);
  }

  #entryOf(path: string): string {
    return join(this.#folder, `${hashOf(resolve(path)).slice(0, 32)}.digest`);
  }
}

function identityOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** An entry: heading, path, identity, digest, and a checksum of it all. */
function textOf(path: string, status: BigIntStats, digest: string): string {
  const lines = [heading, JSON.stringify(resolve(path)), identityOf(status), digest];
  const text = lines.join('\n');
  return `${text}\n${hashOf(text)}\n`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
