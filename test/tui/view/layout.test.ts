import { describe, expect, test } from 'vitest';
import { detailShares, layout, scrollTo } from '../../../src/tui/view/layout.js';

describe('the layout', () => {
  test('fills all of a screen except its last line, whatever its size', () => {
    for (let columns = 60; columns < 220; columns += 7) {
      for (let rows = 12; rows < 70; rows += 5) {
        for (let detail = 0; detail < detailShares.length; detail++) {
          const own = layout({
            columns,
            rows,
            streams: 3,
            active: 1,
            count: 500,
            highest: 500,
            detail,
          });
          expect(own.lines).toBe(rows - 1);
          expect(4 + own.listLines + own.detailLines).toBe(own.lines);
          expect(own.textWidth).toBeGreaterThan(10);
          expect(own.shown).toContain(1);
        }
      }
    }
  });

  test.each([
    [79, 24, 3, [1]],
    [80, 24, 2, [0, 1]],
    [80, 24, 3, [0, 1]],
    [120, 40, 2, [0, 1]],
    [160, 50, 5, [0, 1, 2, 3, 4]],
    [120, 40, 9, [0, 1, 2, 3]],
  ])('%i x %i with %i columns shows %j', (columns, rows, streams, shown) => {
    expect(
      layout({ columns, rows, streams, active: 1, count: 500, highest: 500, detail: null }).shown,
    ).toEqual(shown);
  });

  test.each([
    [59, 24],
    [80, 11],
  ])('%i x %i is too small', (columns, rows) => {
    expect(
      layout({ columns, rows, streams: 2, active: 0, count: 500, highest: 500, detail: null })
        .tooSmall,
    ).toBe(true);
  });

  test('a review with few rows leaves the spare lines to the detail pane', () => {
    const own = (count: number, detail: number) =>
      layout({ columns: 80, rows: 24, streams: 2, active: 0, count, highest: count, detail });
    expect(own(3, 2)).toMatchObject({ listLines: 3, detailLines: 16 });
    expect(own(500, 2).listLines).toBe(9);
    expect(own(3, 0)).toMatchObject({ listLines: 19, detailLines: 0 });
  });

  test('scrolling keeps the selected line visible, with a margin', () => {
    for (let selected = 0; selected < 100; selected++) {
      const top = scrollTo(40, selected, 10, 100);
      expect(selected - top).toBeGreaterThanOrEqual(0);
      expect(selected - top).toBeLessThan(10);
      expect(top).toBeLessThanOrEqual(90);
    }
    expect(scrollTo(0, 5, 10, 7)).toBe(0);
  });
});
