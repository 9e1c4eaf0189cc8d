/** Why the sources of a job belong together, as columns of a manifest that `paralign match` wrote. */
import { matchKinds, type MatchReason, type SharedPassage } from '../domain.js';

/** Between terms in a cell. */
const separator = '; ';

/** The columns besides `score`, `kind` and `coverage_a` ...: what the documents share. */
export const reasonColumns = ['shared_terms', 'shared_passages'] as const;

/** The cells of `reasonColumns`. */
export function reasonCells({
  terms,
  passages,
}: Pick<MatchReason, 'terms' | 'passages'>): readonly string[] {
  return [
    // A term that contains the separator would be read as two.
    terms.filter((term) => !term.includes(separator.trim())).join(separator),
    passages.length === 0 ? '' : JSON.stringify(passages.map(({ a, b }) => [a, b])),
  ];
}

/**
 * The reason that a line gives; none if its columns of these names are the user's own and mean something else.
 *
 * @param letters of the sources
 */
export function matchReason(
  fields: ReadonlyMap<string, string>,
  letters: readonly string[],
): { readonly match?: MatchReason } {
  const score = share(fields.get('score'));
  const kind = matchKinds.find((own) => own === fields.get('kind'));
  if (score === null || kind === undefined) return {};
  const coverage = letters.map((letter) => share(fields.get(`coverage_${letter}`)));
  const [terms = '', passages = ''] = reasonColumns.map((name) => fields.get(name) ?? '');
  return {
    match: {
      score,
      kind,
      coverage: coverage.every((own) => own !== null) ? coverage : [],
      terms: terms.split(separator).filter((term) => term !== ''),
      passages: passagesIn(passages),
    },
  };
}

function share(text = ''): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return value >= 0 && value <= 1 ? value : null;
}

function passagesIn(text: string): readonly SharedPassage[] {
  if (text === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) => {
    if (!Array.isArray(pair)) return [];
    const [a, b]: readonly unknown[] = pair;
    return typeof a === 'string' && typeof b === 'string' ? [{ a, b }] : [];
  });
}
