/** Reading what the user named, with errors that say what to do. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { AppError } from '../errors.js';

/** Largest input taken, in bytes: beyond it the text would not fit a JavaScript string. */
const largest = 0x1fffffe8;

/**
 * The bytes of a file; links are followed. Messages call it `shown`. Throws AppError `file-not-found`, `is-a-folder`,
 * `not-readable`, `too-large` (all exit 66) or `io` (74).
 */
export async function readInputFile(path: string, shown: string = path): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (info.isDirectory())
      throw new AppError('is-a-folder', `${shown}: is a folder, not a file`, {
        hint: 'name the files in it, or use "paralign batch FOLDER FOLDER --out DIR"',
      });
    if (info.size > largest)
      throw new AppError('too-large', `${shown}: larger than ${largest} bytes`, {
        hint: 'split it',
      });
    return await readFile(path);
  } catch (error) {
    throw inputError(shown, error);
  }
}

/**
 * The file a path stands for once links are resolved, to notice a file given twice. Errors as
 * `readInputFile`.
 */
export async function resolveInputFile(path: string, shown: string = path): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw inputError(shown, error);
  }
}

/** All bytes of standard input. Aborting rejects; a pipe that nobody closes would wait for ever. */
export async function readStandardInput(
  stdin: NodeJS.ReadStream,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (stdin.isTTY)
    throw new AppError('stdin-is-a-terminal', '-: standard input is the terminal', {
      hint: 'pipe a text in, or name a file',
    });
  const stop = (): void => void stdin.destroy(new Error('interrupted'));
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin)
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

function inputError(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message : String(error);
  const details = { cause: error };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('file-not-found', `${path}: no such file`, details);
    case 'EACCES':
    case 'EPERM':
      return new AppError('not-readable', `${path}: permission to read it is denied`, details);
    case 'ELOOP':
      return new AppError('file-not-found', `${path}: a link that leads back to itself`, details);
    default:
      return new AppError('io', `${path}: ${reason}`, details);
  }
}
