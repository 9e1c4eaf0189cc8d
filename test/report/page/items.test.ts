import { describe, expect, test } from 'vitest';
import { itemAt, lineOf, listItems, rowAt } from '../../../src/report/page/model/items.js';
import { examplePage } from '../example-page.js';

const noise = { texts: ['n', null], method: 'noise' as const };
const { rows } = examplePage({
  columns: [
    { name: 'a', language: 'en' },
    { name: 'b', language: 'fr' },
  ],
  rows: [['a', 'b'], noise, noise, ['c', 'd'], noise, ['e', 'f']],
});

describe('the lines of the list', () => {
  test('runs of noise are folded into one line', () => {
    const items = listItems(rows, null, true, new Set());
    expect([...items.first]).toEqual([0, 1, 3, 4, 5]);
    expect(items.rows).toBe(6);
    expect(itemAt(items, 1)).toEqual({ kind: 'fold', from: 1, end: 3 });
    expect(rowAt(items, 1)).toBe(-1);
    expect([0, 1, 2, 3, 4, 5].map((row) => lineOf(items, row))).toEqual([0, 1, 1, 2, 3, 4]);
  });

  test('a fold that was opened shows its rows', () => {
    const items = listItems(rows, null, true, new Set([1]));
    expect([...items.first]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...items.folds]).toEqual([[4, 5]]);
    expect(lineOf(items, 2)).toBe(2);
  });

  test('only rows that pass the filter are listed', () => {
    const items = listItems(rows, Uint8Array.of(0, 0, 1, 1, 0, 0), true, new Set());
    expect([...items.first]).toEqual([2, 3]);
    expect(lineOf(items, 0)).toBe(-1);
    expect(lineOf(items, 5)).toBe(-1);
    expect(listItems(rows, new Uint8Array(6), true, new Set()).length).toBe(0);
  });
});
