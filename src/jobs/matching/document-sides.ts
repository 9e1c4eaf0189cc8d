/** The documents that operands name, by the side they stand on. */
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AppError } from '../../errors.js';
import { listArchive, type FolderListing } from '../../pipeline/archive-members.js';
import { listFolder, listSubfolders } from '../../platform/folders.js';
import { readInputFile } from '../../platform/input-files.js';
import { readManifest } from '../manifest.js';
import type { DocumentFile, DocumentSide } from '../../pipeline/matching/read-documents.js';

/** Folders deeper than this are not entered: a link may lead back up. */
const deepest = 16;

/**
 * The sides of a match. Several operands of which one is a folder, an archive or a manifest: each is a side. Only
 * files, or one folder: one side, but folders in one folder are a side each. One manifest: its columns.
 *
 * @throws AppError `bad-manifest`, `given-twice` for a document on two sides, and for what can't be read
 */
export async function readSides(
  operands: readonly string[],
  cwd: string,
): Promise<readonly DocumentSide[]> {
  const kinds = await Promise.all(operands.map((name) => kindOf(resolve(cwd, name))));
  if (kinds.every((kind) => kind === 'file'))
    return checked([operands.map((name) => ({ name, path: resolve(cwd, name) }))]);
  const [name = ''] = operands;
  if (operands.length > 1) {
    const sides = operands.map((own, at) => sideOf(own, resolve(cwd, own), kinds[at] ?? 'file'));
    return checked(await Promise.all(sides));
  }
  const path = resolve(cwd, name);
  if (kinds[0] === 'manifest') return checked(await manifestColumns(name, path));
  const { files, folders, path: root } = await list(path, name);
  if (files.length > 0 || folders.size < 2) return checked([await sideOf(name, path, 'folder')]);
  return checked(
    await Promise.all(
      [...folders.keys()].map((own) => sideOf(`${name}/${own}`, join(root, own), 'folder')),
    ),
  );
}

type OperandKind = 'folder' | 'manifest' | 'file';

async function kindOf(path: string): Promise<OperandKind> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory() === true) return 'folder';
  const ending = extname(path).toLowerCase();
  if (info?.isFile() !== true) return 'file';
  if (ending === '.zip') return 'folder';
  if (!['.csv', '.tsv', '.jsonl'].includes(ending)) return 'file';
  const bytes = await readInputFile(path, basename(path));
  const [head = ''] = new TextDecoder().decode(bytes.subarray(0, 4096)).split(/\r?\n/);
  return /\bid\b.*\bsource_a\b|\bsource_a\b.*\bid\b/.test(head) ? 'manifest' : 'file';
}

async function sideOf(name: string, path: string, kind: OperandKind): Promise<DocumentFile[]> {
  if (kind === 'file') return [{ name, path }];
  if (kind === 'manifest') return (await manifestColumns(name, path)).flat();
  const found: DocumentFile[] = [];
  await collect(name, path, deepest, found);
  if (found.length === 0)
    throw new AppError('no-input', `${name}: there are no files in it`, {
      hint: 'name a folder of documents',
    });
  return found;
}

/** The files of a folder and of all folders in it. */
async function collect(
  name: string,
  path: string,
  depth: number,
  found: DocumentFile[],
): Promise<void> {
  const listing = await list(path, name);
  for (const file of listing.files)
    found.push({ name: `${name}/${file}`, path: join(listing.path, file) });
  if (depth === 0) return;
  for (const [folder, files] of listing.folders) {
    const shown = `${name}/${folder}`;
    const place = join(listing.path, folder);
    const isFolder = await stat(place).then(
      (info) => info.isDirectory(),
      () => false,
    );
    if (isFolder) await collect(shown, place, depth - 1, found);
    else
      for (const file of files) found.push({ name: `${shown}/${file}`, path: join(place, file) });
  }
}

async function list(path: string, shown: string): Promise<FolderListing> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile() === true) return listArchive(path, shown);
  const folders = new Map<string, readonly string[]>();
  for (const folder of await listSubfolders(path, shown)) folders.set(folder, []);
  return { path, files: await listFolder(path, shown), folders };
}

/** One side for each column of a manifest; a document named in several lines counts once. */
async function manifestColumns(name: string, path: string): Promise<DocumentFile[][]> {
  const jobs = readManifest(name, await readInputFile(path, name), dirname(path));
  const columns = Math.max(...jobs.map(({ sources }) => sources.length));
  return Array.from({ length: columns }, (_, column) =>
    [...new Set(jobs.flatMap(({ sources }) => sources[column] ?? []))].map((source) => ({
      name: source,
      path: source,
    })),
  );
}

/** Throws `given-twice` if a document is on two sides: it would be its own partner. */
function checked(sides: readonly DocumentFile[][]): readonly DocumentSide[] {
  const seen = new Set<string>();
  for (const { path, name } of sides.flat()) {
    if (seen.has(path))
      throw new AppError('given-twice', `${name}: given twice`, {
        hint: 'a document can be on one side only',
      });
    seen.add(path);
  }
  return sides;
}
