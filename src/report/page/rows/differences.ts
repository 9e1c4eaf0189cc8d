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

  constructor(columns: readonly PageColumn[]) {
    this.pair = samePair(columns);
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

function samePair(columns: readonly PageColumn[]): readonly [number, number] | null {
  for (const [a, { language }] of columns.entries())
    for (const [b, other] of columns.entries())
      if (
        a < b &&
        language !== 'und' &&
        primaryLanguage(language) === primaryLanguage(other.language)
      )
        return [a, b];
  return null;
}
