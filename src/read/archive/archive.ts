/** Zip archives: office documents, books, folders that were packed. */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../errors.js';
import { isZip } from './is-zip.js';

/** Most bytes that all that is read of one archive may have once unpacked. */
export const mostUnpacked = 256 << 20;
/** Most files in an archive. */
const mostEntries = 100_000;

/** An archive whose list of files is read; their contents are unpacked when asked for. */
export interface Archive {
  /** The names of its files in the archive's order, with `/` between folders; folders themselves are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * A file's contents as they are unpacked. Throws AppError `unreadable-document` for a file that is not
   * there, is damaged or encrypted, and once the archive has given more than it may.
   */
  stream(name: string): AsyncGenerator<Uint8Array, void, undefined>;
  /** As `stream`, whole. */
  read(name: string): Promise<Uint8Array>;
}

/**
 * Reads an archive's list of files.
 *
 * @param name the archive, for messages
 * @throws AppError `unreadable-document` for an archive that is damaged, names files outside itself or
 *   has too many of them
 */
export async function openArchive(
  name: string,
  bytes: Uint8Array,
  limit: number = mostUnpacked,
): Promise<Archive> {
  const refuse: Refuse = (reason, cause) =>
    new AppError('unreadable-document', `${name}: ${reason}`, {
      hint: 'download or save the file again',
      cause,
    });
  if (!isZip(bytes)) throw refuse('is not a zip archive, as files of its format are');
  const { zip, entries } = await listOnce(bytes, refuse);
  let left = limit;
  async function* stream(path: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = entries.get(path);
    if (!entry) throw refuse(`there is no ${path} in it`);
    if (entry.isEncrypted()) throw refuse(`${path} in it is encrypted`);
    let sum = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        if (!(chunk instanceof Uint8Array)) continue;
        left -= chunk.length;
        if (left < 0) break;
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw refuse(`${path} in it is damaged (${messageOf(error)})`, error);
    }
    if (left < 0)
      throw new AppError('unreadable-document', `${name}: unpacks to more than ${limit} bytes`, {
        hint: 'check that it is the file that was meant; if so, split it',
      });
    if (sum !== entry.crc32) throw refuse(`${path} in it is damaged (wrong checksum)`);
  }
  return {
    names: [...entries.keys()],
    has: (path) => entries.has(path),
    stream,
    read: async (path) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream(path)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

/** An archive with its list of files. */
interface ListedArchive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** What names a reason with the archive. */
type Refuse = (reason: string, cause?: unknown) => AppError;

/** Lists that were read already, as long as their bytes are held: recognising a format needs one, and so does its reader. */
const listed = new WeakMap<Uint8Array, ListedArchive>();

async function listOnce(bytes: Uint8Array, refuse: Refuse): Promise<ListedArchive> {
  const known = listed.get(bytes);
  if (known) return known;
  const found = await list(bytes, refuse);
  listed.set(bytes, found);
  return found;
}

async function list(bytes: Uint8Array, refuse: Refuse): Promise<ListedArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true }).catch((error: unknown) => {
    throw refuse(`the zip archive is damaged or cut off (${messageOf(error)})`, error);
  });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entries.has(entry.fileName))
        throw refuse(`the zip archive has two files named ${entry.fileName}`);
      if (entries.size === mostEntries)
        throw refuse(`the zip archive has more than ${mostEntries} files`);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refuse(`the zip archive is damaged or not safe to read (${messageOf(error)})`, error);
  }
  return { zip, entries };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
