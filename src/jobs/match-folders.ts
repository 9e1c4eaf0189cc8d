/** Jobs from folders: files of the same base name belong together. */
import { resolve } from 'node:path';
import { AppError } from '../errors.js';
import { idProblem, nameKey, sameName } from './ids.js';
import type { Job } from './job.js';

/** A folder and the names of its files. */
export interface SourceFolder {
  /** As the user typed it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly files: readonly string[];
}

/** Ways to see a base name in `doc.en.txt`, the most general first. */
const baseNames: readonly ((file: string) => string)[] = [
  // Systems differ in the normal form they write names in: it tells no document from another.
  (file) => withoutLanguage(withoutEnding(file)).normalize('NFC'),
  (file) => withoutEnding(file).normalize('NFC'),
  (file) => file.normalize('NFC'),
  (file) => file,
];

function withoutEnding(file: string): string {
  return file.replace(/(?<=.)\.[^.]+$/, '');
}

/** `doc.en`, `doc_en`, `doc-zh-Hant` become `doc`. */
function withoutLanguage(name: string): string {
  return name.replace(/(?<=.)[._-][a-z]{2,3}([_-][A-Z]{2}|[_-][A-Z][a-z]{3})?$/, '');
}

/**
 * One job for every base name that all folders have, sorted by it. What counts as base name is the
 * most general of `doc`, `doc.en`, `doc.en.txt` that tells the files inside each folder apart.
 * `left` are the files without a counterpart. Throws AppError `no-input` when nothing matches.
 */
export function matchFolders(folders: readonly SourceFolder[]): { jobs: Job[]; left: string[] } {
  const baseName =
    baseNames.find((base) =>
      folders.every(({ files }) => new Set(files.map(base)).size === files.length),
    ) ?? ((file: string) => file);
  const byBase = folders.map(({ files }) => new Map(files.map((file) => [baseName(file), file])));
  const [first, ...others] = byBase;
  const jobs: Job[] = [];
  const seen = new Map<string, string>();
  for (const id of [...(first?.keys() ?? [])].sort()) {
    if (!others.every((files) => files.has(id))) continue;
    const problem = idProblem(id);
    const where = folders.map(({ name }) => name).join(' ');
    if (problem)
      throw new AppError('bad-name', `${where}: the base name "${id}" ${problem}`, {
        hint: 'write a manifest and choose the ids yourself',
      });
    const same = seen.get(nameKey(id));
    if (same !== undefined)
      throw new AppError('bad-name', `${where}: ${sameName(id, same)}`, {
        hint: 'write a manifest and choose the ids yourself',
      });
    seen.set(nameKey(id), id);
    jobs.push({
      id,
      where: `${where}: ${id}`,
      sources: folders.map(({ path }, index) => resolve(path, byBase[index]?.get(id) ?? '')),
      languages: folders.map(() => null),
      anchors: null,
    });
  }
  if (jobs.length === 0)
    throw new AppError(
      'no-input',
      `no files with the same base name in ${folders.map(({ name }) => name).join(', ')}`,
      { hint: 'doc.en.txt and doc.es.txt would match' },
    );
  const taken = new Set(jobs.map(({ id }) => id));
  const left = folders.flatMap(({ name, files }) =>
    files.filter((file) => !taken.has(baseName(file))).map((file) => `${name}/${file}`),
  );
  return { jobs, left };
}
