/** Words of a row that say the same, as the detail pane lists them. */
import type { Review } from '../../review/model.js';

/** Words of two columns that say the same, in the order of the first text. */
export interface ColumnWords {
  /** Indices of the streams. */
  readonly a: number;
  readonly b: number;
  readonly pairs: readonly WordPair[];
}

/** Two words, or groups of words, that say the same. */
export interface WordPair {
  readonly a: string;
  readonly b: string;
  /** Whether the aligner is sure of it. */
  readonly isSure: boolean;
}

/** The words of one row of a review as it was. */
export interface RowWords {
  readonly review: Review;
  readonly row: number;
  readonly columns: readonly ColumnWords[];
}

/** One line for two columns: "tree = Baum, far away = weit weg, it ~ darin". */
export function describeWords({ pairs }: Pick<ColumnWords, 'pairs'>): string {
  if (pairs.length === 0) return 'none are known';
  return pairs.map(({ a, b, isSure }) => `${a} ${isSure ? '=' : '~'} ${b}`).join(', ');
}
