import { describe, expect, test } from 'vitest';
import {
  mapBeads,
  nearestBead,
  wholeWindow,
  within,
  zoomed,
} from '../../../src/report/page/map/geometry.js';
import { examplePage } from '../example-page.js';

const map = { a: 0, b: 1, passages: [] };
const page = examplePage({
  columns: [
    { name: 'a', language: 'en' },
    { name: 'b', language: 'fr' },
  ],
  rows: Array.from({ length: 20 }, (_, k) => [`a${k}`, k === 3 ? null : `b${k}`]),
});
const beads = mapBeads(page.rows, map);
const whole = wholeWindow(page.columns, map);

describe('the map', () => {
  test('has a link for each row with both texts', () => {
    expect(beads).toHaveLength(19);
    expect(beads.map(({ row }) => row)).not.toContain(3);
    expect(whole).toEqual({ left: 0, right: 20, top: 0, bottom: 19 });
  });

  test('finds the nearest link within reach', () => {
    expect(nearestBead(beads, [0.4, 0.6], [10, 10], 20)?.row).toBe(0);
    expect(nearestBead(beads, [0, 15], [10, 10], 20)).toBeNull();
  });

  test('a window stays within the whole and never gets too small', () => {
    expect(zoomed(whole, whole, 0.5, [0, 0])).toEqual({ left: 0, right: 10, top: 0, bottom: 9.5 });
    expect(zoomed(whole, whole, 4, [10, 10])).toEqual(whole);
    expect(within({ left: 19, right: 19.1, top: 3, bottom: 3.1 }, whole)).toEqual({
      left: 16,
      right: 20,
      top: 3,
      bottom: 7,
    });
  });
});
