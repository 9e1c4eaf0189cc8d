/** How a row's confidence and decision look wherever they are shown. */
import type { ReviewRow } from '../../review/model.js';
import { isNoiseRow } from '../../review/noise.js';
import { confidenceOf, doubtsOf } from '../../review/queue.js';
import type { Run, Style } from '../../terminal/line.js';
import { unmeasured } from './symbols.js';
import type { Theme } from './theme.js';

/** How far below the threshold a confidence is still fair rather than poor. */
const fairBand = 0.2;

/** The style of a confidence: good from the threshold up, then fair, then poor; dim without one. */
export function confidenceStyle(row: ReviewRow, threshold: number): Style {
  const confidence = confidenceOf(row);
  if (confidence === null) return 'dim';
  if (confidence >= threshold) return 'good';
  return confidence >= threshold - fairBand ? 'fair' : 'poor';
}

/** Confidence in at most four characters: ".95", "1.00", or "-" if there is none. */
export function showConfidence(row: ReviewRow): string {
  const value = confidenceOf(row);
  if (value === null) return unmeasured;
  return value >= 0.995 ? '1.00' : value.toFixed(2).replace(/^0/, '');
}

/** Style of a row's confidence: by its value, or the `human` style once a person has decided. */
export function rowStyle(row: ReviewRow, threshold: number): Style {
  return row.status === 'unreviewed' ? confidenceStyle(row, threshold) : 'human';
}

/** The sign of a decision. */
export function statusSign(row: ReviewRow, threshold: number, { symbols }: Theme): Run {
  if (isNoiseRow(row)) return { text: symbols.noise, style: 'dim' };
  switch (row.status) {
    case 'accepted':
      return { text: symbols.accepted, style: 'human' };
    case 'rejected':
      return { text: symbols.rejected, style: 'human' };
    case 'edited':
      return { text: symbols.edited, style: 'human' };
    case 'unreviewed':
      return undecidedSign(row, threshold, symbols);
  }
}

/** Doubt about the alignment weighs more than a failing check, which has a sign of its own. */
function undecidedSign(row: ReviewRow, threshold: number, symbols: Theme['symbols']): Run {
  const { alignment, translation } = doubtsOf(row, threshold);
  if (alignment) return { text: symbols.doubtful, style: 'poor' };
  return translation
    ? { text: symbols.doubtful, style: 'fair' }
    : { text: symbols.unreviewed, style: 'dim' };
}

/** What is in doubt about a row, in words; empty if nothing is. */
export function describeDoubts(row: ReviewRow, threshold: number): string {
  const { alignment, translation } = doubtsOf(row, threshold);
  if (alignment) return translation ? 'check alignment and translation' : 'check the alignment';
  return translation ? 'check the translation' : '';
}
