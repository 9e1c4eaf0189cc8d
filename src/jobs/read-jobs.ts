import { stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { AppError } from '../errors.js';
import { surroundings } from '../pipeline/files/surroundings.js';
import { listArchive, type FolderListing } from '../pipeline/archive-members.js';
import { listFolder, listSubfolders } from '../platform/folders.js';
import { readInputFile, readStandardInput } from '../platform/input-files.js';
import type { Job } from './job.js';
import { readManifest } from './manifest.js';
import { matchFolders, matchInFolder, type SourceFolder } from './match-folders.js';

/** Jobs, and the files of folders that have no counterpart. */
export interface FoundJobs {
  readonly jobs: readonly Job[];
  readonly left: readonly string[];
}

/**
 * The jobs that paths name: a manifest, `-` for one on standard input, or folders, each of which may be a
 * zip archive.
 *
 * @throws AppError `bad-manifest`, `bad-name`, `no-input`, `usage` for several files, and for what can't be read
 */
export async function readJobs(
  paths: readonly string[],
  options: { readonly cwd?: string; readonly signal?: AbortSignal } = {},
): Promise<FoundJobs> {
  const { cwd, streams, signal } = surroundings(options);
  const [name = '', second] = paths;
  if (second !== undefined) {
    await refuseFiles(paths, cwd);
    const folders = paths.map(async (given): Promise<SourceFolder> => {
      const { path, files } = await list(resolve(cwd, given), given);
      return { name: given, path, files };
    });
    return matchFolders(await Promise.all(folders));
  }
  if (name === '-') {
    const bytes = await readStandardInput(streams.stdin, signal);
    return { jobs: readManifest('stdin', bytes, cwd), left: [] };
  }
  const path = resolve(cwd, name);
  if (await isFolderOrZip(path)) return matchAlone(name, await list(path, name));
  const bytes = await readInputFile(path, name);
  return { jobs: readManifest(name, bytes, dirname(path)), left: [] };
}

/** Folders in a folder stand beside each other; else its files go by their names. */
function matchAlone(name: string, { path, files, folders }: FolderListing): FoundJobs {
  if (folders.size < 2 || files.length > 0) return matchInFolder({ name, path, files });
  return matchFolders(
    [...folders].map(([folder, own]) => ({
      name: `${name}/${folder}`,
      path: join(path, folder),
      files: own,
    })),
  );
}

/** A folder, or a zip archive instead of one. */
async function list(path: string, shown: string): Promise<FolderListing> {
  if (await isZipFile(path)) return listArchive(path, shown);
  const files = await listFolder(path, shown);
  const folders = new Map<string, readonly string[]>();
  for (const folder of await listSubfolders(path, shown)) {
    const own = await listFolder(join(path, folder), `${shown}/${folder}`);
    if (own.length > 0) folders.set(folder, own);
  }
  return { path, files, folders };
}

async function isZipFile(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true && extname(path).toLowerCase() === '.zip';
}

async function isFolderOrZip(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isDirectory() === true || (await isZipFile(path));
}

/** Several paths must be folders: several manifests, or the sources of one job, are a mistake. */
async function refuseFiles(paths: readonly string[], cwd: string): Promise<void> {
  const isFile = await Promise.all(
    paths.map(async (path) => {
      if (path === '-') return true;
      const place = resolve(cwd, path);
      const exists = (await stat(place).catch(() => undefined)) !== undefined;
      return exists && !(await isFolderOrZip(place));
    }),
  );
  const files = paths.filter((_, index) => isFile[index]);
  if (files.length === 0) return;
  const are = files.length === 1 ? 'is a file' : 'are files';
  throw new AppError('usage', `${files.join(', ')}: ${are}, but several operands must be folders`, {
    hint:
      'batch takes one manifest, or two or more folders; ' +
      'to align files with each other, use "paralign align"',
  });
}
