/** Matched documents as a manifest, which `readManifest` reads. */
import { basename, extname, relative, sep } from 'node:path';
import type { MatchReason } from '../../domain.js';
import type { DocumentMatch } from '../../pipeline/matching/match-documents.js';
import { columnLetters } from '../../text/column-letters.js';
import { idProblem, nameKey } from '../ids.js';
import { reasonCells, reasonColumns } from '../match-reason.js';

/** One line per match: `id`, the sources, `score`, `kind`, the coverage of each source and what they share. Paths are relative to `folder`. */
export function* matchManifest(
  matches: readonly Pick<DocumentMatch, 'documents' | keyof MatchReason>[],
  folder: string,
): Generator<string> {
  const width = Math.max(2, ...matches.map(({ documents }) => documents.length));
  const letters = Array.from({ length: width }, (_, at) => columnLetters(at));
  const header = [
    'id',
    ...letters.map((letter) => `source_${letter}`),
    'score',
    'kind',
    ...letters.map((letter) => `coverage_${letter}`),
    ...reasonColumns,
  ];
  yield `${header.join(',')}\n`;
  for (const { id, match } of identified(matches)) {
    const { documents, score, kind, coverage } = match;
    const cells = [
      id,
      ...letters.map((_, column) => {
        const path = documents[column]?.path;
        return path === undefined ? '' : relativePath(folder, path);
      }),
      share(score),
      kind,
      ...letters.map((_, column) => {
        const own = coverage[column];
        return own === undefined ? '' : share(own);
      }),
      ...reasonCells(match),
    ];
    yield `${cells.map(quoted).join(',')}\n`;
  }
}

/** The matches with ids that can name a file each: the name of the first document, or of all if it is not enough. */
export function identified<Match extends Pick<DocumentMatch, 'documents'>>(
  matches: readonly Match[],
): { readonly id: string; readonly match: Match }[] {
  const taken = new Set<string>();
  return matches.map((match, at) => {
    const [first = '', ...others] = match.documents.map(({ path }) =>
      basename(path, extname(path)).normalize('NFC'),
    );
    const number = `match-${at + 1}`;
    const names = [first, [first, ...others].join('--'), number, `${number}-${first}`];
    const isFree = (id: string): boolean => idProblem(id) === undefined && !taken.has(nameKey(id));
    let id = names.find(isFree);
    for (let count = 2; id === undefined; count++)
      if (isFree(`${number}-${count}`)) id = `${number}-${count}`;
    taken.add(nameKey(id));
    return { id, match };
  });
}

function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

function share(value: number): string {
  return value.toFixed(3);
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
