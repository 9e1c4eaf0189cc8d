/**
 * Unpacks the libraries of the user's platform to where the system can load them. Each file is written
 * separately, checked and renamed into place: any number of processes may do this at once, and one that
 * is killed leaves nothing that looks finished.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isWhole, type PackedLibrary, type PackedRuntime } from './packed-runtime.js';

/** Age at which another process's unfinished files are removed: it must have been killed. */
const abandonedAfterMs = 3_600_000;

/** The folder for exactly these libraries: an update of paralign never finds older ones there. */
export function unpackedFolder(
  place: string,
  { version, platform, libraries }: PackedRuntime,
): string {
  const digest = libraries
    .map(({ sha256 }) => sha256.slice(0, 8))
    .join('')
    .slice(0, 16);
  return join(place, `onnxruntime-${version}-${platform}-${digest}`);
}

/**
 * Makes sure that the libraries are in a folder. Checks only their sizes, since this happens at every
 * start.
 * @param check whether to compare the bytes as well and repair what is damaged
 * @throws the system's errors, and those of a folder that others can write to
 */
export function unpackRuntime(packed: PackedRuntime, folder: string, check = false): void {
  const missing = packed.libraries.filter(
    (library) => !isThere(join(folder, library.name), library, check),
  );
  if (missing.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseForeign(folder);
  for (const library of missing) writeLibrary(packed, library, folder);
  if (missing.length > 0) sweep(folder);
}

/** Whether all libraries are in the folder and byte for byte what was packed. */
export function isUnpacked(packed: PackedRuntime, folder: string): boolean {
  return packed.libraries.every((library) => isThere(join(folder, library.name), library, true));
}

function isThere(path: string, library: PackedLibrary, check: boolean): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== library.size) return false;
  return !check || isWhole(readFileSync(path), library);
}

/**
 * Code is loaded from here, so only the user (or the administrator) may have put it there or be able to
 * replace the folder. Windows gives every user separate folders.
 */
function refuseForeign(folder: string): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  for (const path of [dirname(folder), folder]) {
    const { uid, mode } = lstatSync(path);
    if ((uid !== user && uid !== 0) || (mode & 0o022) !== 0)
      throw new Error(`${path} can be changed by other users`);
  }
}

function writeLibrary(packed: PackedRuntime, library: PackedLibrary, folder: string): void {
  const path = join(folder, library.name);
  const apart = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = openSync(apart, 'wx', 0o700);
    try {
      const bytes = packed.read(library);
      for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
      // A file zeroed by a power cut also has the right size.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(apart, path);
  } catch (error) {
    rmSync(apart, { force: true });
    // Windows keeps a library that another process has loaded; it is identical.
    if (!isThere(path, library, true)) throw error;
  }
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (name.endsWith('.tmp') && written < Date.now() - abandonedAfterMs)
      rmSync(path, { force: true });
  }
}
