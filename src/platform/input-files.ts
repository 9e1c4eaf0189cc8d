/** Reads what the user named, with errors that say what to do. */
import { realpathSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { AppError } from '../errors.js';
import { LimitExceeded, openRegular, readBounded, readStream } from './read-bounded.js';

/** Largest input in bytes: a larger text would not fit into a JavaScript string. */
export const largestInput = 0x1fffffe8;

/** How an input is read. */
export interface ReadInputOptions {
  /** Largest size in bytes; `largestInput` by default. */
  readonly limit?: number;
  /** Stops reading. */
  readonly signal?: AbortSignal;
}

/**
 * The bytes of a file; links are followed, pipes and devices are read to their end. Messages call it
 * `shown`. Throws AppError `file-not-found`, `is-a-folder`, `not-readable`, `too-large` (all exit 66)
 * or `io` (74).
 */
export async function readInputFile(
  path: string,
  shown: string = path,
  { limit = largestInput, signal }: ReadInputOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readBounded(path, limit, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw inputError(shown, error);
  }
}

/**
 * The first bytes of a regular file; none of anything else, such as a pipe, whose beginning is gone once
 * it is read.
 */
export async function readFirstBytes(path: string, length: number): Promise<Uint8Array> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isFile() !== true) return new Uint8Array();
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return new Uint8Array();
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const pieceLength = 1 << 16;

/**
 * The bytes of a regular file as they are read, for files that are not to be held; a function, because a
 * file may be read more than once.
 *
 * @throws AppError as `readInputFile`, and `source-changed` (65) for a file that is not the same each time
 */
export function filePieces(path: string, shown: string = path): () => AsyncGenerator<Uint8Array> {
  let first: string | undefined;
  return async function* () {
    const handle = await openRegular(path).catch((error: unknown) => {
      throw inputError(shown, error);
    });
    try {
      const check = async (): Promise<void> => {
        const { dev, ino, size, mtimeNs } = await handle.stat({ bigint: true });
        const state = [dev, ino, size, mtimeNs].join(':');
        first ??= state;
        if (state !== first)
          throw new AppError('source-changed', `${shown}: changed while it was being read`, {
            hint: 'run the command again once no other program is writing to it',
          });
      };
      await check();
      for (;;) {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(pieceLength));
        if (bytesRead === 0) break;
        yield buffer.subarray(0, bytesRead);
      }
      await check();
    } finally {
      await handle.close();
    }
  };
}

/**
 * The file that a path leads to once links are resolved, to detect a file given twice. Throws as
 * `readInputFile`.
 */
export async function resolveInputFile(path: string, shown: string = path): Promise<string> {
  try {
    return realpathSync.native(path);
  } catch (error) {
    // A shell's pipe (`<(...)`, /dev/stdin) can be opened but has no place in the file system.
    const status = await stat(path).catch(() => undefined);
    if (status !== undefined) return `${status.dev}:${status.ino}`;
    throw inputError(shown, error);
  }
}

/**
 * All bytes of standard input. Rejects when aborted and on a signal to the program: otherwise a pipe that
 * nobody closes would block for ever. Throws AppError `too-large` (66), `stdin-is-a-terminal` (2).
 */
export async function readStandardInput(
  stdin: NodeJS.ReadStream,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (stdin.isTTY)
    throw new AppError('stdin-is-a-terminal', '-: standard input is the terminal', {
      hint: 'pipe a text in, or name a file',
    });
  try {
    return await readStream(stdin, largestInput, signal);
  } catch (error) {
    throw error instanceof LimitExceeded ? inputError('-', error) : error;
  }
}

function inputError(path: string, error: unknown): AppError {
  if (error instanceof LimitExceeded)
    return new AppError('too-large', `${path}: ${error.message}`, {
      hint: error.limit === largestInput ? 'split it' : 'check that this is the file you meant',
    });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message : String(error);
  const details = { cause: error };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('file-not-found', `${path}: no such file`, details);
    case 'EISDIR':
      return new AppError('is-a-folder', `${path}: is a folder, not a file`, {
        hint: 'name the files in it, or use "paralign batch FOLDER FOLDER --out DIR"',
      });
    case 'ENXIO':
      return new AppError(
        'not-readable',
        `${path}: is a socket, or a device that does not exist`,
        details,
      );
    case 'EACCES':
    case 'EPERM':
      return new AppError('not-readable', `${path}: permission denied`, details);
    case 'ELOOP':
      return new AppError('file-not-found', `${path}: a link that points back to itself`, details);
    default:
      return new AppError('io', `${path}: ${reason}`, details);
  }
}
