/**
 * What was made of a model's file, kept in the user's cache between runs. An entry holds the digest of the
 * file and a checksum: one that is damaged, or of another file, is none. Where nothing can be written, nothing
 * is kept.
 */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeOutputFile } from '../output-files.js';
import { readBounded } from '../read-bounded.js';

/** Largest entry, in bytes. */
const largestEntry = 2 ** 28;
/** Entries kept, of all models together; those written last. */
const mostEntries = 4;
const ending = '.pieces-1';
const digestLength = 64;
/** The digest and the checksum of what follows. */
const headerLength = digestLength + 4;

/**
 * What was kept; null if nothing was.
 * @param digest SHA-256 in hex of the file that it was made of
 */
export async function readKept(
  folder: string,
  digest: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const entry = await readBounded(join(folder, digest.slice(0, 32) + ending), largestEntry);
    const header = Buffer.from(entry.buffer, entry.byteOffset, headerLength);
    const kept = entry.subarray(headerLength);
    if (header.toString('latin1', 0, digestLength) !== digest) return null;
    return header.readUInt32LE(digestLength) === crc32(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what was made of a file with this digest. */
export async function keep(
  folder: string,
  digest: string,
  chunks: readonly Uint8Array[],
): Promise<void> {
  const header = Buffer.alloc(headerLength);
  header.write(digest, 'latin1');
  header.writeUInt32LE(
    chunks.reduce((sum, chunk) => crc32(chunk, sum), 0),
    digestLength,
  );
  try {
    await mkdir(folder, { recursive: true });
    await writeOutputFile(join(folder, digest.slice(0, 32) + ending), [header, ...chunks]);
    await removeOldest(folder);
  } catch {
    // A full disk or a read-only home does not stop the run; the next one is just no faster.
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
  if (names.length <= mostEntries) return;
  const entries = await Promise.all(
    names.map(async (name) => ({ name, written: (await stat(join(folder, name))).mtimeMs })),
  );
  entries.sort((a, b) => b.written - a.written);
  for (const { name } of entries.slice(mostEntries)) await rm(join(folder, name), { force: true });
}
