/** Going from hit to hit of a search, and saying which of how many this is. */
import type { Review, ReviewRow } from '../../review/model.js';
import type { Query } from '../../review/search.js';
import { matchesText } from '../../review/view.js';
import { placeOf, select, shownRows } from './selection.js';
import { say, type View } from './view-state.js';

/** The view on the next row that a search finds, going round once; says so where it did. */
export function jumpToHit(view: View, query: Query, step: 1 | -1): View {
  const places = hitPlaces(view, query);
  if (places.length === 0) return say(view, `"${query.text}" is nowhere`);
  const here = placeOf(view);
  const ahead =
    step === 1 ? places.find((place) => place > here) : places.findLast((place) => place < here);
  const place = ahead ?? (step === 1 ? places[0] : places.at(-1)) ?? 0;
  const id = shownRows(view)[place]?.id ?? view.selected;
  return sayHit(select(view, id), query, ahead === undefined && place !== here);
}

/** Says which hit the selected row is: `"defen": row 2 of 7 with it`. */
export function sayHit(view: View, query: Query, wentRound: boolean): View {
  const places = hitPlaces(view, query);
  const at = places.indexOf(placeOf(view)) + 1;
  const round = wentRound ? ', from the other end' : '';
  const rows =
    places.length === 1 ? 'the only row with it' : `row ${at} of ${places.length} with it`;
  return say(view, `"${query.text}": ${rows}${round}`);
}

interface Hits {
  readonly sentences: Review['sentences'];
  readonly query: Query;
  readonly places: readonly number[];
}

const remembered = new WeakMap<readonly ReviewRow[], Hits>();

/** Places of the rows that a search finds, among those that are shown. Searched once. O(text). */
function hitPlaces(view: View, query: Query): readonly number[] {
  const rows = shownRows(view);
  const { review } = view;
  let known = remembered.get(rows);
  if (known?.query.text !== query.text || known.sentences !== review.sentences) {
    const places = rows.flatMap((row, place) => (matchesText(review, row, query) ? [place] : []));
    known = { sentences: review.sentences, query, places };
    remembered.set(rows, known);
  }
  return known.places;
}
