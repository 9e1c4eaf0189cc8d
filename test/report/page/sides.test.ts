import { describe, expect, test } from 'vitest';
import { listItems } from '../../../src/report/page/model/items.js';
import { LineHeights } from '../../../src/report/page/rows/line-heights.js';
import { anchorsOf, bothSides, followHeight } from '../../../src/report/page/sides/pieces.js';
import { ribbonsInSight } from '../../../src/report/page/sides/ribbons.js';
import { examplePage } from '../example-page.js';

const page = examplePage({
  columns: [
    { name: 'a', language: 'en' },
    { name: 'b', language: 'fr' },
  ],
  rows: [
    ['a1', 'b1'],
    ['a2', null],
    ['a3', null],
    ['a4', 'b2'],
    { texts: ['a5', 'b3'], crossing: true },
    { texts: ['a6', 'b4'], status: 'rejected' },
  ],
});
const sides = bothSides(page.rows, listItems(page.rows, null, true, new Set()), {
  a: 0,
  b: 1,
  passages: [],
});
const heights = (count: number) => {
  const own = new LineHeights(count, 100);
  own.list(count, (place) => place);
  return own;
};
const [left, right] = [heights(6), heights(4)];

describe('side by side', () => {
  test('each text is in its own order', () => {
    expect(sides.a.pieces.map(({ cell }) => cell.text)).toEqual([
      'a1',
      'a2',
      'a3',
      'a4',
      'a5',
      'a6',
    ]);
    expect([...sides.b.placeOf]).toEqual([0, -1, -1, 1, 2, 3]);
  });

  test('a piece follows its partner; what has none stands between its neighbours', () => {
    const follow = (height: number) =>
      followHeight(height, sides.a, left, sides.b, right, anchorsOf(page.rows, sides.a, sides.b));
    expect([0, 50, 100, 200, 300, 350].map(follow)).toEqual([0, 50, 100, 100, 100, 150]);
  });

  test('a moved piece does not make the other side jump', () => {
    const { before } = anchorsOf(page.rows, sides.a, sides.b);
    expect(before[4]).toBe(3);
  });

  test('ribbons join what is in sight of either side; rejected links have none', () => {
    const ribbons = ribbonsInSight(
      page.rows,
      { side: sides.a, heights: left, top: 320 },
      { side: sides.b, heights: right, top: 120 },
      60,
      250,
    );
    expect(ribbons.map(({ row, crossing }) => [row, crossing])).toEqual([
      [3, false],
      [4, true],
    ]);
    expect(ribbons[0]?.path).toBe(
      'M0 -17.0C30 -17.0 30 -17.0 60 -17.0V77.0C30 77.0 30 77.0 0 77.0Z',
    );
  });
});
