import { describe, expect, test } from 'vitest';
import { directed, visualOrder } from '../../src/terminal/bidi.js';
import { lineWidth, run, type Line } from '../../src/terminal/line.js';

const text = (line: Line) => line.map((part) => part.text).join('');

describe('right-to-left text', () => {
  test.each([
    ['שלום', 'rtl', 'םולש'],
    ['שלום world', 'rtl', 'world םולש'],
    ['He said שלום twice', 'ltr', 'He said םולש twice'],
    ['בשנת 2020 (סוף)', 'rtl', '(ףוס) 2020 תנשב'],
    ['plain', 'ltr', 'plain'],
  ] as const)('"%s" is put into the order in which it is seen', (given, base, seen) => {
    expect(text(visualOrder([run(given)], base))).toBe(seen);
  });

  test('marks stay on their letters, styles on their characters', () => {
    const line: Line = [run('שָׁ', 'a'), run('לוֹם', 'b')];
    const seen = visualOrder(line, 'rtl');
    expect(seen.map((part) => part.style)).toEqual(['b', 'a']);
    expect(seen[1]?.text).toBe(run('שָׁ').text);
    expect(lineWidth(seen)).toBe(lineWidth(line));
  });

  test('logical order is unchanged, and isolating only adds isolates', () => {
    const line: Line = [run('שלום')];
    expect(directed(line, 'logical', 'rtl')).toBe(line);
    expect(text(directed(line, 'isolate', 'rtl'))).toBe('\u2068שלום\u2069');
    expect(lineWidth(directed(line, 'isolate', 'rtl'))).toBe(4);
  });
});
