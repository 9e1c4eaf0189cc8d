/**
 * The only place that opens files for reading. It never waits for the other end of a pipe to be
 * opened. It counts bytes as they arrive and stops at a limit: the size that the system reports is
 * wrong for much that users can name (/dev/zero, /proc, a growing file).
 */
import { closeSync, constants, fstatSync, openSync, read, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isatty, ReadStream } from 'node:tty';
import { promisify } from 'node:util';
import { abortedBySignals } from './signals.js';
import { systemErrorCode } from './system-error.js';

/** The file exceeds the limit and is not read to its end. */
export class LimitExceeded extends Error {
  constructor(readonly limit: number) {
    super(`larger than ${limit} bytes`);
    this.name = 'LimitExceeded';
  }
}

/** Not a regular file, where only a regular file will do. */
export class NotARegularFile extends Error {
  readonly code = 'ENOTSUP';

  constructor(path: string) {
    super(`${path} is not a regular file`);
    this.name = 'NotARegularFile';
  }
}

// File descriptors, not handles: a stream closes its file, and a handle would then close another.
const readFile = promisify(read);

/** Opens without waiting for the other end of a pipe and without acquiring a controlling terminal. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Largest piece read at once: signals are noticed between pieces. */
const pieceLength = 2 ** 24;

/** Pieces of a regular file up to this length are read without another thread, which takes longer than the reading. */
const shortPiece = 2 ** 20;

/** What is read at once of anything but a regular file. */
const otherPiece = 2 ** 20;

/** Enough to see that a file has ended. */
const endPiece = 2 ** 12;

/** Delay before polling a device that has no data yet, in ms. */
const pause = 50;

/**
 * All bytes at a path, whatever it leads to: a file, a pipe (waited for until its writers are gone), a
 * device. A signal to the program ends the waiting. Throws LimitExceeded, errors of the system, and
 * the reason of `signal`.
 */
export async function readBounded(
  path: string,
  limit: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { file, isOurs } = openAny(path);
  let stream: Socket | undefined;
  try {
    const status = fstatSync(file);
    // The event loop waits for streams; a blocking read would hold a thread that nothing can end.
    if (status.isFIFO() || status.isSocket())
      stream = new Socket({ fd: file, readable: true, writable: false });
    else if (status.isCharacterDevice() && isatty(file)) stream = new ReadStream(file);
    if (stream !== undefined) return await readStream(stream, limit, signal);
    if (!status.isFile())
      return await abortedBySignals((own) => readPieces(file, 0, limit, either(signal, own)));
    if (status.size > limit) throw new LimitExceeded(limit);
    return await readPieces(file, status.size, limit, signal);
  } finally {
    if (stream !== undefined) stream.destroy();
    else if (isOurs) closeSync(file);
  }
}

/** All bytes of an open stream. A signal to the program, or `signal`, ends the waiting. */
export function readStream(
  stream: NodeJS.ReadStream | Socket,
  limit: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return abortedBySignals(async (own) => {
    const ended = either(signal, own);
    const stop = (): void => void stream.destroy(new Error('interrupted'));
    if (ended?.aborted === true) stop();
    ended?.addEventListener('abort', stop, { once: true });
    const chunks: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const chunk of stream) {
        const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        length += bytes.length;
        if (length > limit) throw new LimitExceeded(limit);
        chunks.push(bytes);
      }
    } finally {
      ended?.removeEventListener('abort', stop);
    }
    return joined(chunks, length);
  });
}

/** Opens a regular file for reading; throws NotARegularFile for anything else. */
export function openRegularSync(path: string): number {
  const file = openSync(path, openFlags);
  try {
    if (!fstatSync(file).isFile()) throw new NotARegularFile(path);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The asynchronous `openRegularSync`. */
export async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, openFlags);
  try {
    if (!(await file.stat()).isFile()) throw new NotARegularFile(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** All bytes of one of the program's own regular files: a lock, a journal. Throws as `openRegularSync`, and LimitExceeded. */
export function readRegularSync(path: string, limit: number): Buffer {
  const file = openRegularSync(path);
  try {
    const chunks: Buffer[] = [];
    for (let length = 0; ;) {
      // One byte more than the size, so that the first read finds the end.
      const space = Math.min(pieceLength, Math.max(fstatSync(file).size - length, 0) + 1);
      const piece = Buffer.allocUnsafe(space);
      const count = readSync(file, piece, 0, space, null);
      if (count === 0) return Buffer.concat(chunks, length);
      length += count;
      if (length > limit) throw new LimitExceeded(limit);
      chunks.push(piece.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
}

/** Opens a file, or returns one that is already open and has no path: a socket as standard input. */
function openAny(path: string): { readonly file: number; readonly isOurs: boolean } {
  try {
    return { file: openSync(path, openFlags), isOurs: true };
  } catch (error) {
    const [, number = path === '/dev/stdin' ? '0' : undefined] =
      /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? [];
    if (systemErrorCode(error) !== 'ENXIO' || number === undefined) throw error;
    return { file: Number(number), isOurs: false };
  }
}

async function readPieces(
  file: number,
  size: number,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A file that reports its length is read into one buffer; bytes added since go into further ones.
  const whole = Buffer.allocUnsafeSlow(size);
  for (;;) {
    signal?.throwIfAborted();
    const isKnown = length < size;
    const isEnd = size > 0 && length === size;
    const piece = isKnown ? whole : Buffer.allocUnsafeSlow(isEnd ? endPiece : otherPiece);
    const at = isKnown ? length : 0;
    const count = await readPiece(file, piece, at, isKnown || isEnd);
    if (count === undefined) await wait(pause, undefined, signal && { signal });
    else if (count === 0) break;
    else {
      length += count;
      if (length > limit) throw new LimitExceeded(limit);
      if (!isKnown) chunks.push(piece.subarray(0, count));
    }
  }
  if (length <= size) return whole.subarray(0, length);
  return joined([whole, ...chunks], length);
}

/** How many bytes were read; undefined if a device has none yet. */
async function readPiece(
  file: number,
  into: Buffer,
  at: number,
  isAtHand: boolean,
): Promise<number | undefined> {
  try {
    const length = Math.min(into.length - at, pieceLength);
    if (isAtHand && length <= shortPiece) return readSync(file, into, at, length, null);
    const { bytesRead } = await readFile(file, into, at, length, null);
    return bytesRead;
  } catch (error) {
    if (systemErrorCode(error) === 'EAGAIN') return undefined;
    throw error;
  }
}

function either(first?: AbortSignal, second?: AbortSignal): AbortSignal | undefined {
  return first !== undefined && second !== undefined
    ? AbortSignal.any([first, second])
    : (first ?? second);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
