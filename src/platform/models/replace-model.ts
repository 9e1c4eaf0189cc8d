/**
 * Replaces a model's folder. One of the two is complete at any moment: the old one is kept under a
 * name by which it is still found until the new one is in place.
 */
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { AppError } from '../../errors.js';
import { modelLayout } from './model-files.js';
import { previousFolder, sumsFile } from './model-sums.js';

/** Everything that a download puts into a model's folder. */
const ownFiles: ReadonlySet<string> = new Set([
  ...modelLayout.needed,
  ...modelLayout.optional,
  ...modelLayout.graphs,
  'README.md',
  sumsFile,
]);

/**
 * Throws AppError `protected-file` (exit 73) unless `target` does not exist or is a folder that
 * contains only a model: a folder called `owner` may contain several models.
 */
export async function refuseStrangers(target: string): Promise<void> {
  const status = await lstat(target).catch(() => null);
  if (status === null) return;
  const entries = status.isDirectory()
    ? await readdir(target, { recursive: true, withFileTypes: true }).catch(() => [])
    : [];
  const stranger = entries.find(
    (entry) =>
      !entry.isDirectory() &&
      !ownFiles.has(relative(target, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  if (status.isDirectory() && stranger === undefined) return;
  const what = stranger === undefined ? target : join(stranger.parentPath, stranger.name);
  throw new AppError('protected-file', `${what}: is not part of a model and would be deleted`, {
    hint: `move it, or the folder ${target}, elsewhere`,
  });
}

/** Restores or removes what a run killed during `replaceModel` left behind. */
export async function mendReplacement(folder: string, name: string): Promise<void> {
  const target = join(folder, ...name.split('/'));
  const previous = previousFolder(folder, name);
  if ((await lstat(previous).catch(() => null)) === null) return;
  if ((await lstat(target).catch(() => null)) === null) await rename(previous, target);
  else await rm(previous, { recursive: true, force: true });
}

/** Makes `gathered` the folder of the model `name`, replacing the one that is there. */
export async function replaceModel(gathered: string, folder: string, name: string): Promise<void> {
  const target = join(folder, ...name.split('/'));
  const previous = previousFolder(folder, name);
  await mkdir(dirname(target), { recursive: true });
  await syncFolder(gathered);
  await refuseStrangers(target);
  const isThere = (await lstat(target).catch(() => null)) !== null;
  if (isThere) await rename(target, previous);
  try {
    await rename(gathered, target);
  } catch (error) {
    if (isThere) await rename(previous, target);
    throw error;
  }
  await syncFolder(dirname(target));
  await rm(previous, { recursive: true, force: true });
}

/** Syncs a folder's entries to disk; some systems can't, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
