/** Jobs from folders: files with the same base name belong together. */
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

/** Ways to take a base name from `doc.en.txt`, the most general first. */
const baseNames: readonly ((file: string) => string)[] = [
  // Systems write names in different normal forms, so these must not distinguish documents.
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

/** Jobs, and the files that no job has. */
export interface MatchedFiles {
  readonly jobs: Job[];
  readonly left: string[];
}

/**
 * One job for every base name that several files of one folder have: `doc.en.txt` and `doc.es.txt`. `left`
 * are the files without a counterpart. Throws AppError `no-input` when nothing matches.
 */
export function matchInFolder({ name, path, files }: SourceFolder): MatchedFiles {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const id = withoutLanguage(withoutEnding(file)).normalize('NFC');
    groups.set(id, [...(groups.get(id) ?? []), file]);
  }
  const whole = [...groups].filter(([, own]) => own.length > 1);
  if (whole.length === 0)
    throw new AppError('no-input', `${name}: no files in it belong together by their names`, {
      hint: 'doc.en.txt and doc.es.txt would; or name a second folder, or a manifest',
    });
  return {
    jobs: makeJobs(
      name,
      whole.map(([id, own]) => [id, own.map((file) => resolve(path, file))]),
    ),
    left: [...groups.values()]
      .filter((own) => own.length === 1)
      .flatMap((own) => own.map((file) => `${name}/${file}`)),
  };
}

/** Jobs of ids and their sources, sorted by id. Throws AppError `bad-name`. */
function makeJobs(where: string, found: readonly (readonly [string, readonly string[]])[]): Job[] {
  const seen = new Map<string, string>();
  const hint = 'write a manifest and choose the ids yourself';
  return found
    .toSorted(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0))
    .map(([id, sources]) => {
      const problem = idProblem(id);
      if (problem)
        throw new AppError('bad-name', `${where}: the base name "${id}" ${problem}`, { hint });
      const same = seen.get(nameKey(id));
      if (same !== undefined)
        throw new AppError('bad-name', `${where}: ${sameName(id, same)}`, { hint });
      seen.set(nameKey(id), id);
      return {
        id,
        where: `${where}: ${id}`,
        sources,
        languages: sources.map(() => null),
        anchors: null,
      };
    });
}

/**
 * One job for every base name that all folders have, sorted by it. The base name is the most
 * general of `doc`, `doc.en`, `doc.en.txt` that distinguishes the files inside each folder.
 * `left` are the files without a counterpart. Throws AppError `no-input` if nothing matches.
 */
export function matchFolders(folders: readonly SourceFolder[]): MatchedFiles {
  const baseName =
    baseNames.find((base) =>
      folders.every(({ files }) => new Set(files.map(base)).size === files.length),
    ) ?? ((file: string) => file);
  const byBase = folders.map(({ files }) => new Map(files.map((file) => [baseName(file), file])));
  const [first, ...others] = byBase;
  const where = folders.map(({ name }) => name).join(' ');
  const jobs = makeJobs(
    where,
    [...(first?.keys() ?? [])]
      .filter((id) => others.every((files) => files.has(id)))
      .map((id) => [
        id,
        folders.map(({ path }, index) => resolve(path, byBase[index]?.get(id) ?? '')),
      ]),
  );
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
