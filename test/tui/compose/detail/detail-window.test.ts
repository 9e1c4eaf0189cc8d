import { describe, expect, test } from 'vitest';
import { detailWindow } from '../../../../src/tui/compose/detail/detail-window.js';

const pane = (count: number, focus: readonly [number, number]) => ({
  lines: Array.from({ length: count }, () => []),
  focus,
});

describe('the visible part of the detail pane', () => {
  test('is all of it if there is room', () => {
    expect(detailWindow(pane(5, [0, 4]), 10, 0)).toEqual({ top: 0, rest: 0, lowest: 0 });
  });

  test('contains the focus', () => {
    expect(detailWindow(pane(30, [12, 14]), 10, 0)).toMatchObject({ top: 5, rest: 5, lowest: 20 });
    expect(detailWindow(pane(30, [28, 29]), 10, 0).top).toBe(20);
  });

  test('contains the start of a focus that does not fit', () => {
    expect(detailWindow(pane(30, [3, 25]), 10, 0).top).toBe(3);
  });

  test('scrolls from there, and stops at either end', () => {
    expect(detailWindow(pane(30, [12, 14]), 10, 3).top).toBe(8);
    expect(detailWindow(pane(30, [12, 14]), 10, -99).top).toBe(0);
    expect(detailWindow(pane(30, [12, 14]), 10, 99).top).toBe(20);
  });
});
