/** Going from one review of a series to another. */
import { countToReview } from '../../review/doubt.js';
import { keyHint } from './keymap.js';
import { presentSeries } from './series-now.js';
import { nextInSeries, type SeriesGoal } from './series.js';
import { stay, type Step } from './step.js';
import { say, type View } from './view-state.js';

/** The step that opens the next review; null if there is none. */
export function walkOn(view: View, step: 1 | -1, goal: SeriesGoal): Step | null {
  const series = presentSeries(view);
  if (series === null) return null;
  const next = nextInSeries(series, step, goal, view.threshold);
  if (next === undefined) return null;
  const name = series.reviews[next]?.name ?? '';
  return {
    view: say({ ...view, series }, `opening ${name} ...`),
    effects: [{ type: 'walk', step, goal }],
  };
}

/** `:n` and `:N`: the adjacent review, whether or not it has rows to review. */
export function walkBeside(view: View, step: 1 | -1): Step {
  if (view.series === null)
    return stay(
      say(
        view,
        'only one review is open; "paralign review DIR" opens a folder of reviews',
        'warning',
      ),
    );
  const end = step === 1 ? 'last' : 'first';
  return walkOn(view, step, 'review') ?? stay(say(view, `this is the ${end} review`, 'warning'));
}

/** The message after the last row to review here: where to continue. */
export function whereNext(view: View): string {
  const series = presentSeries(view);
  const next = series === null ? undefined : nextInSeries(series, 1, 'doubt', view.threshold);
  const review = next === undefined ? undefined : series?.reviews[next];
  if (review === undefined) {
    const quit = keyHint(view.keymap, 'quit');
    return `no row needs review in any of the reviews (${quit} quits)`;
  }
  const left = countToReview(review.counts, view.threshold);
  const key = keyHint(view.keymap, 'nextDoubt');
  return `nothing left to review here; ${key} opens ${review.name} (${left} to review)`;
}
