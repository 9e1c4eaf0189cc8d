/** Files inside zip archives, by path: `texts.zip/en/a.txt` is a file of the archive `texts.zip`. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, relative, sep } from 'node:path';
import { AppError } from '../errors.js';
import { readInputFile } from '../platform/input-files.js';
import type { Archive } from '../read/archive/archive.js';

/** A file inside an archive. */
export interface ArchiveMember {
  /** Path of the archive. */
  readonly archive: string;
  /** Its name in there, with `/` between folders. */
  readonly member: string;
}

/** A folder with its files, and those of the folders in it; nothing deeper. */
export interface FolderListing {
  /** What the names follow. */
  readonly path: string;
  readonly files: readonly string[];
  /** Files by folder, for folders that have some. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
}

/** The archive that a path leads into; undefined for any other path. */
export async function memberOf(path: string): Promise<ArchiveMember | undefined> {
  for (let place = dirname(path); place !== dirname(place); place = dirname(place)) {
    if (extname(place).toLowerCase() !== '.zip') continue;
    const info = await stat(place).catch(() => undefined);
    if (info?.isFile() !== true) continue;
    return { archive: place, member: relative(place, path).split(sep).join('/') };
  }
  return undefined;
}

/** The file on disk that holds what a path leads to: the archive for what is inside one. */
export async function fileHolding(path: string): Promise<string> {
  return (await memberOf(path))?.archive ?? path;
}

/** A name for what a path leads to that is the same whatever links lead there; undefined for no archive. */
export async function resolveMember(path: string): Promise<string | undefined> {
  const found = await memberOf(path);
  return found && `${await realpath(found.archive)}/${found.member}`;
}

/**
 * The bytes of a file in an archive. Messages call it `shown`. Throws AppError `file-not-found`, and as
 * `openArchive` does.
 */
export async function readMember(
  { archive, member }: ArchiveMember,
  shown: string,
): Promise<Uint8Array> {
  const { has, read } = await open(archive, basename(archive), shown);
  if (!has(member))
    throw new AppError('file-not-found', `${shown}: there is no ${member} in the archive`);
  return read(member);
}

/**
 * What is in an archive, hidden files and those of macOS's own apart, sorted by code unit. Where all of it
 * is in one folder, that folder's contents. Throws AppError as `openArchive` does.
 */
export async function listArchive(path: string, shown: string = path): Promise<FolderListing> {
  const { names } = await open(path, shown, shown);
  let visible = names
    .filter((name) => !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))
    .sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  let root = '';
  for (;;) {
    const [top = ''] = visible[0]?.split('/') ?? [];
    const isWhole = visible.length > 0 && visible.every((name) => name.startsWith(`${top}/`));
    if (!isWhole) break;
    root += `/${top}`;
    visible = visible.map((name) => name.slice(top.length + 1));
  }
  const folders = new Map<string, string[]>();
  for (const name of visible) {
    const [folder = '', file, ...deeper] = name.split('/');
    if (file === undefined || deeper.length > 0) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return { path: `${path}${root}`, files: visible.filter((name) => !name.includes('/')), folders };
}

/** Loads what opens archives, which few runs need. */
async function open(path: string, name: string, shown: string): Promise<Archive> {
  const { openArchive } = await import('../read/archive/archive.js');
  return openArchive(name, await readInputFile(path, shown));
}
