import { describe, expect, test } from 'vitest';
import {
  jump,
  nothingShown,
  placeOf,
  select,
  selectedRow,
  settle,
  shownRows,
  showOnly,
} from '../../../src/tui/view/selection.js';
import { simpleReview } from '../../review/fixture.js';
import { viewOf } from '../person.js';

const view = viewOf(simpleReview(12));

describe('the selection', () => {
  test('stays on its row when the rows shown change around it', () => {
    const doubtful = showOnly(view, { by: 'doubtful' });
    expect(doubtful.selected).toBe(view.selected);
    expect([placeOf(view), placeOf(doubtful)]).toEqual([4, 0]);
  });

  test('moves to the row in the same place if its own is gone', () => {
    const first = select(showOnly(view, { by: 'unreviewed' }), view.review.rows[0]?.id ?? -1);
    const rejected = first.review.rows.map((row, index) =>
      index === 0 ? { ...row, status: 'rejected' as const } : row,
    );
    const next = settle({ ...first, review: { ...first.review, rows: rejected } });
    expect(next.selected).toBe(view.review.rows[1]?.id);
  });

  test('is empty if no row is shown, with a message saying why', () => {
    const none = showOnly(view, { by: 'rejected' });
    expect([placeOf(none), selectedRow(none), shownRows(none)]).toEqual([-1, undefined, []]);
    expect(none.toast?.text).toBe(nothingShown(none));
  });

  test('another row starts at the top of its detail pane', () => {
    const scrolled = { ...view, detailTop: 4 };
    expect(select(scrolled, view.selected).detailTop).toBe(4);
    expect(select(scrolled, view.review.rows[0]?.id ?? -1).detailTop).toBe(0);
  });

  test('jumps to the next wanted row, or says that there is none', () => {
    const wanted = (row: { confidence: number }) => row.confidence < 0.5;
    expect(placeOf(jump(view, 1, wanted, 'none'))).toBe(9);
    expect(jump(view, -1, () => false, 'none').toast?.text).toBe('none');
  });

  test('the rows shown are computed once', () => {
    const doubtful = showOnly(view, { by: 'doubtful' });
    expect(shownRows(doubtful)).toBe(shownRows({ ...doubtful, top: 1 }));
    expect(shownRows(doubtful)).not.toBe(shownRows({ ...doubtful, threshold: 0.1 }));
  });
});
