import { describe, expect, test } from 'vitest';
import { jsonFault, keyPlaces, placeAt } from '../../../src/text/json/json-places.js';

describe('jsonFault', () => {
  test.each<[string, number, number, RegExp]>([
    ['{"a":1,}', 1, 7, /comma too many/],
    ['[1,\n  2,\n]', 2, 4, /comma too many/],
    ['{"a" 1}', 1, 6, /colon is missing/],
    ['{\r\n  "a": 1\r\n  "b": 2\r\n}', 3, 3, /comma is missing/],
    ["{'a': 1}", 1, 2, /quotation marks/],
    ['{"mode": 1\n\n', 1, 11, /ends too early: a closing \}/],
    ['{"a": "x\n', 1, 7, /quotation mark is missing/],
    ['{"語": tru}', 1, 7, /expected text/],
    ['{"😀": 1.}', 1, 7, /cut off/],
    ['{}{}', 1, 3, /more text after the end/],
    ['// mode\n{}', 1, 1, /no comments/],
    ['', 1, 1, /empty/],
    ['\n \n', 1, 1, /empty/],
  ])('%j: line %i, column %i', (text, line, column, what) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFault(text)).toEqual({ line, column, what: expect.stringMatching(what) as unknown });
  });

  test('finds the place in endless brackets and in a long text', () => {
    expect(jsonFault('['.repeat(200_000))).toMatchObject({ line: 1 });
    const long = `{"a": [${'1,\n'.repeat(200_000)}x]}`;
    expect(jsonFault(long)).toMatchObject({ line: 200_001, column: 1 });
  });
});

test('keyPlaces finds keys by their path, the later one of two, and no missing ones', () => {
  const find = keyPlaces('{\n  "a": {"😀b": 1},\n  "c": 2, "c": 3\n}');
  expect(find(['a'])).toEqual({ line: 2, column: 3 });
  expect(find(['a', '😀b'])).toEqual({ line: 2, column: 9 });
  expect(find(['c'])).toEqual({ line: 3, column: 11 });
  expect(find(['b'])).toBeUndefined();
  expect(keyPlaces('[1')(['x'])).toBeUndefined();
});

test('placeAt counts characters, and lines with any line ends', () => {
  expect(placeAt('a\r\nb\rc\n😀d', 9)).toEqual({ line: 4, column: 2 });
});
