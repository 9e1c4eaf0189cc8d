import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../errors.js';
import { surroundings } from '../pipeline/files/surroundings.js';
import { listFolder } from '../platform/folders.js';
import { readInputFile, readStandardInput } from '../platform/input-files.js';
import type { Job } from './job.js';
import { readManifest } from './manifest.js';
import { matchFolders } from './match-folders.js';

/** Jobs, and the files of folders that have no counterpart. */
export interface FoundJobs {
  readonly jobs: readonly Job[];
  readonly left: readonly string[];
}

/**
 * The jobs that paths name: a manifest, `-` for one on standard input, or two and more folders.
 *
 * @throws AppError `bad-manifest`, `bad-name`, `no-input`, `usage` for a folder alone and for several
 *   files, and for what can't be read
 */
export async function readJobs(
  paths: readonly string[],
  options: { readonly cwd?: string; readonly signal?: AbortSignal } = {},
): Promise<FoundJobs> {
  const { cwd, streams, signal } = surroundings(options);
  const [name = '', second] = paths;
  if (second !== undefined) {
    await refuseFiles(paths, cwd);
    const folders = paths.map(async (given) => {
      const path = resolve(cwd, given);
      return { name: given, path, files: await listFolder(path, given) };
    });
    return matchFolders(await Promise.all(folders));
  }
  if (name === '-') {
    const bytes = await readStandardInput(streams.stdin, signal);
    return { jobs: readManifest('stdin', bytes, cwd), left: [] };
  }
  const path = resolve(cwd, name);
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory())
    throw new AppError(
      'usage',
      `${name}: one folder alone does not say which files belong together`,
      {
        hint: 'name a second folder with files of the same base names, or name a manifest',
      },
    );
  const bytes = await readInputFile(path, name);
  return { jobs: readManifest(name, bytes, dirname(path)), left: [] };
}

/** Several paths must be folders: several manifests, or the sources of one job, are a mistake. */
async function refuseFiles(paths: readonly string[], cwd: string): Promise<void> {
  const isFile = await Promise.all(
    paths.map(async (path) => {
      if (path === '-') return true;
      const info = await stat(resolve(cwd, path)).catch(() => undefined);
      return info !== undefined && !info.isDirectory();
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
