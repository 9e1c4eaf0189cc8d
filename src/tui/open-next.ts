/** Opening the next review of a series, skipping those that can't be opened. */
import { reason } from './reason.js';
import type { OpenedOther, ReviewServices } from './services.js';
import { openView } from './view/open-view.js';
import { select, settle } from './view/selection.js';
import { presentSeries, standing } from './view/series-now.js';
import { nextInSeries, skipReview, type Series, type SeriesGoal } from './view/series.js';
import { say, type View } from './view/view-state.js';

/** Where to go from the open review. */
export interface Walk {
  readonly step: 1 | -1;
  readonly goal: SeriesGoal;
}

/**
 * Opens the next review of a view's series; if none can be opened, reopens the previous one, and
 * rejects if that fails too. `now` returns the current view: the screen may be resized meanwhile.
 */
export async function openNext(
  now: () => View,
  openOther: (index: number) => Promise<OpenedOther>,
  walk: Walk,
): Promise<{ readonly view: View; readonly services: ReviewServices }> {
  let series = presentSeries(now());
  if (series === null) throw new RangeError('a single review has no next one');
  const home = series.at;
  const skipped: string[] = [];
  for (let from = home; ;) {
    const index = nextInSeries({ ...series, at: from }, walk.step, walk.goal, now().threshold);
    const at = index ?? home;
    try {
      const opened = await openOther(at);
      const view = enter(now(), opened, { series: { ...series, at }, walk, skipped });
      return { view, services: opened.services };
    } catch (error) {
      if (at === home) throw error;
      skipped.push(`skipped ${series.reviews[at]?.name ?? ''}: ${reason(error)}`);
      series = skipReview(series, at, reason(error));
      from = at;
    }
  }
}

/** The view of the opened review; the user's display settings are kept. */
function enter(
  before: View,
  opened: OpenedOther,
  to: { readonly series: Series; readonly walk: Walk; readonly skipped: readonly string[] },
): View {
  const { review, title, saved, check, notices } = opened;
  const { keymap, threshold, columns, rows, sorting, diff, detail, query, column } = before;
  const { series, walk, skipped } = to;
  const begun = openView({
    ...{ review, title, saved, keymap, threshold, columns, rows, series },
    readOnly: null,
    fromEnd: walk.step === -1 && walk.goal === 'doubt',
    ...(check === undefined ? {} : { check }),
  });
  const settled = settle({ ...begun, sorting, diff, detail, query, column });
  const isBack = series.at === before.series?.at;
  const view = isBack ? select(settled, before.selected) : settled;
  const said = [...skipped, `${title} (${standing(view)} in all)`, ...notices].join('; ');
  return say(view, said, skipped.length > 0 ? 'warning' : 'info');
}
