/** Going from match to match of a search, with a message like "match 2 of 7". */
import type { Review, ReviewRow } from '../../review/model.js';
import type { Query } from '../../review/search.js';
import { matchesText } from '../../review/view.js';
import { placeOf, select, shownRows } from './selection.js';
import { say, type View } from './view-state.js';

/** The view on the next row that matches a search; wraps around at the end and says so. */
export function jumpToHit(view: View, query: Query, step: 1 | -1): View {
  const places = hitPlaces(view, query);
  if (places.length === 0) return say(view, `"${query.text}" was not found`);
  const here = placeOf(view);
  const ahead =
    step === 1 ? places.find((place) => place > here) : places.findLast((place) => place < here);
  const place = ahead ?? (step === 1 ? places[0] : places.at(-1)) ?? 0;
  const id = shownRows(view)[place]?.id ?? view.selected;
  return sayHit(select(view, id), query, ahead === undefined && place !== here);
}

/** Says which match the selected row is: `"defen": match 2 of 7`. */
export function sayHit(view: View, query: Query, wrapped: boolean): View {
  const places = hitPlaces(view, query);
  const at = places.indexOf(placeOf(view)) + 1;
  const round = wrapped ? ', wrapped around' : '';
  const match = places.length === 1 ? 'the only match' : `match ${at} of ${places.length}`;
  return say(view, `"${query.text}": ${match}${round}`);
}

interface Hits {
  readonly sentences: Review['sentences'];
  readonly query: Query;
  readonly places: readonly number[];
}

const remembered = new WeakMap<readonly ReviewRow[], Hits>();

/** Places of the matching rows among those shown. The result is remembered. O(text). */
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
