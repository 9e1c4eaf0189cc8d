/**
 * Writing results: whole or not at all.
 *
 * Not write-file-atomic: its version 7 takes a short write for a whole one, so that a disk that
 * fills up in the middle leaves a cut file under the final name, and it would replace /dev/null.
 */
import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.js';

/** Temporary files that exist now, removed when the program ends in any way it can notice. */
const unfinished = new Set<string>();
let watching = false;

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const path of unfinished) {
      try {
        unlinkSync(path);
      } catch {
        // It was renamed or removed in the meantime.
      }
    }
  });
}

/** Temporary files are called `.NAME.XXXXXXXX.tmp`: hidden, and recognised by `--resume`. */
export const temporaryFileName = /^\..+\.[0-9a-f]{12}\.tmp$/;

/**
 * Writes a file by way of a temporary one in the same folder, synced and renamed, so that nobody
 * ever sees half of it; keeps the mode of the file it replaces and writes through a link. What is
 * no regular file (/dev/stdout, a named pipe) is written to directly. Throws AppError
 * `cannot-create` (73), `no-space` or `io` (74).
 */
export async function writeOutputFile(
  path: string,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  try {
    const existing = await stat(path).catch(() => undefined);
    if (existing && !existing.isFile() && !existing.isDirectory())
      return await writeFile(path, batched(chunks), { flag: 'w' });
    const target = await realpath(path).catch(() => path);
    await replaceFile(target, existing?.mode, chunks);
  } catch (error) {
    throw outputError(path, error);
  }
}

async function replaceFile(
  path: string,
  mode: number | undefined,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx');
    watchExit();
    unfinished.add(temporary);
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    // writeFile goes on after short writes and fails when the disk is full.
    await writeFile(file, batched(chunks));
    await file.sync();
    await file.close();
    file = undefined;
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    await file?.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

/** The rename itself survives a power cut only once the folder is synced; not all systems can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Chunks of about 64 KiB: a writer yields a line at a time, a system call a line is slow. */
function* batched(chunks: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    parts.push(bytes);
    size += bytes.length;
    if (size < 65536) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** Fails early, before any work, when a file can't be created where the user asked for it. */
export async function checkOutputFile(
  path: string,
  options: { readonly clobber: boolean },
): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory())
    throw new AppError('cannot-create', `${path}: is a folder`, { hint: 'name a file in it' });
  if (existing && !options.clobber)
    throw new AppError('exists', `${path}: exists already`, {
      hint: 'leave out --no-clobber to replace it',
    });
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory())
    throw new AppError('cannot-create', `${path}: the folder ${dirname(path)} does not exist`, {
      hint: 'create it first',
    });
}

function outputError(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message : String(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('no-space', `${path}: no space left; nothing was written`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return new AppError('cannot-create', `${path}: cannot be created (${reason})`, {
        cause: error,
      });
    default:
      return new AppError('io', `${path}: ${reason}`, { cause: error });
  }
}
