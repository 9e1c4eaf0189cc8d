import { columnLabel, sentenceOf } from '../../../review/lookup.js';
import type { Review, ReviewRow } from '../../../review/model.js';
import { describeLocator } from '../../../text/describe-locator.js';

/** Most places that are named for one column. */
const mostPlaces = 3;

/**
 * Where the sentences of a row stand in their files, by column: `a en page 3; b es unit 17`. Empty if their
 * formats have no places that people go by.
 */
export function rowPlaces(review: Review, row: ReviewRow): string {
  const columns = row.cells.flatMap((ids, stream) => {
    const places = ids.flatMap((id) => {
      const { source, paragraph } = sentenceOf(review, id);
      const locator = review.sources[source]?.paragraphs[paragraph - 1]?.locator;
      return locator ? [describeLocator(locator)] : [];
    });
    const different = [...new Set(places)];
    if (different.length === 0) return [];
    const named = different.slice(0, mostPlaces).join(', ');
    const more = different.length > mostPlaces ? ', ...' : '';
    return [`${columnLabel(review, stream)} ${named}${more}`];
  });
  return columns.join('; ');
}
