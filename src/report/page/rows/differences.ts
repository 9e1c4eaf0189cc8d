/** The words in which two columns of one language differ, row by row as they come into sight. */
import { primaryLanguage } from '../../../text/tags.js';
import { diffWords } from '../../../text/word-diff.js';
import type { PageColumn, PageRow } from '../../data/page-data.js';
import { changedRanges, type Range } from './segments.js';

/** Longer texts are not compared. */
const longestCompared = 5000;

/** For each column the words that the other text lacks. */
export type RowChanges = readonly (readonly Range[])[];

/** Compares the texts of rows where two columns have one language. */
export class Differences {
  /** The columns that are compared; null if no two have one language. */
  readonly pair: readonly [number, number] | null;
  readonly #language: string;
  readonly #known = new Map<number, RowChanges>();

  /** @param only the only columns to compare, if they are of one language */
  constructor(columns: readonly PageColumn[], only?: readonly [number, number]) {
    this.pair = samePair(columns, only);
    this.#language = columns[this.pair?.[0] ?? 0]?.language ?? 'und';
  }

  /** The changes of a row; null if there is nothing to compare. */
  of(row: PageRow): RowChanges | null {
    if (this.pair === null) return null;
    const [a, b] = this.pair;
    const [left, right] = [row.cells[a], row.cells[b]];
    if (!left || !right || Math.max(left.text.length, right.text.length) > longestCompared)
      return null;
    const known = this.#known.get(row.id);
    if (known) return known;
    const parts = diffWords(left.text, right.text, this.#language);
    const changes = row.cells.map((_, column) =>
      column === a
        ? changedRanges(left.text, parts, 'a')
        : column === b
          ? changedRanges(right.text, parts, 'b')
          : [],
    );
    this.#known.set(row.id, changes);
    return changes;
  }
}

function samePair(
  columns: readonly PageColumn[],
  only?: readonly [number, number],
): readonly [number, number] | null {
  const language = (column: number) => primaryLanguage(columns[column]?.language ?? 'und');
  const pairs =
    only === undefined
      ? columns.flatMap((_, a) => columns.slice(a + 1).map((_other, k) => [a, a + 1 + k] as const))
      : [only];
  return pairs.find(([a, b]) => language(a) !== 'und' && language(a) === language(b)) ?? null;
}
