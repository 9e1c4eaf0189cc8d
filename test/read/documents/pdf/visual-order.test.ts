import { describe, expect, test } from 'vitest';
import {
  inReadingOrder,
  type LineStart,
  type Sign,
} from '../../../../src/read/documents/pdf/visual-order.js';
import { processorTime } from '../../../processor-time.js';

const read = (drawn: string, start: LineStart): string =>
  inReadingOrder(
    Array.from(drawn, (text): Sign => ({ text, isExact: false })),
    start,
  );

/** Hebrew letters as they stand on the page: aleph at the right of beth. */
const abc = '\u05d2\u05d1\u05d0';
const def = '\u05d5\u05d4\u05d3';
const turned = (text: string): string => [...text].reverse().join('');

describe('signs as they stand in a line, in the order in which they are read', () => {
  test('a line that begins at the right', () => {
    expect(read(`.${def} ABC 12 ${abc}`, 'right')).toBe(`${turned(abc)} ABC 12 ${turned(def)}.`);
  });

  test('a line that begins at the left', () => {
    expect(read(`${abc} ABC ${def}.`, 'left')).toBe(`${turned(abc)} ABC ${turned(def)}.`);
    expect(read(`ABC ${def} .${abc}`, 'left')).toBe(`ABC ${turned(abc)}. ${turned(def)}`);
  });

  test.each([`${def} (ABC) ${abc}`, `${def} )ABC( ${abc}`])(
    'brackets face what they hold, whichever the file names: %s',
    (drawn) => {
      expect(read(drawn, 'right')).toBe(`${turned(abc)} (ABC) ${turned(def)}`);
    },
  );

  test('marks of letters follow their letter, also those that a space was put behind', () => {
    expect(read(`${def} \u05b8 ${abc}`, 'right')).toBe(`${turned(abc)}\u05b8 ${turned(def)}`);
  });

  test('marks of sentences and lists stay with their word', () => {
    expect(read(`Linux ,${abc}`, 'right')).toBe(`${turned(abc)}, Linux`);
    expect(read(`Windows, Linux ${abc}`, 'right')).toBe(`${turned(abc)} Windows, Linux`);
  });

  test('a line of a hundred thousand signs takes no time', async () => {
    const drawn = '(A) (\u05d0) 1 '.repeat(10_000);
    const order = () => expect(read(drawn, 'right')).toHaveLength(drawn.length);
    expect(await processorTime(order)).toBeLessThan(3000);
  });
});
