import { describe, expect, test } from 'vitest';
import { TextBuilder, tidySpace } from '../../../src/read/documents/text-builder.js';

describe('a text put together', () => {
  test('has paragraphs apart by an empty line, items and cells by a line break', () => {
    const builder = new TextBuilder('a');
    builder.add('Heading', { heading: 1 });
    builder.add('Text.');
    builder.add('One', { kind: 'list-item' });
    builder.add('Two', { kind: 'list-item' });
    builder.add('Cell', { kind: 'table-cell' });
    builder.add('End.');
    const { text, blocks } = builder.finish();
    expect(text).toBe('Heading\n\nText.\n\nOne\nTwo\nCell\n\nEnd.');
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Heading',
      'Text.',
      'One',
      'Two',
      'Cell',
      'End.',
    ]);
    expect(blocks[0]).toEqual({ start: 0, end: 7, heading: 1 });
  });

  test('leaves out what is white space, and says so', () => {
    const builder = new TextBuilder('a');
    expect(builder.add(' \u00a0\n')).toBe(false);
    expect(builder.add('')).toBe(false);
    expect(builder.add(' a ')).toBe(true);
    expect(builder.count).toBe(1);
    expect(builder.finish().text).toBe('a');
  });

  test('keeps white space where it means what it says', () => {
    const builder = new TextBuilder('a');
    builder.addExact('  a  b ');
    expect(builder.finish().text).toBe('  a  b ');
  });

  test('has sentences line by line, empty ones too', () => {
    const builder = new TextBuilder('a');
    builder.addSentence('One.');
    builder.addSentence('');
    builder.addSentence('Three.');
    const { text, blocks } = builder.finish();
    expect(text).toBe('One.\n\nThree.');
    expect(blocks.map(({ segmented }) => segmented)).toEqual([true, true, true]);
  });

  test('has a limit', () => {
    const builder = new TextBuilder('a.docx', 10);
    builder.add('12345');
    expect(() => builder.add('6789')).toThrow('a.docx: holds more than 10 characters of text');
  });
});

test.each([
  [' a \t b ', 'a b'],
  ['a \r\n b', 'a\nb'],
  ['a\n \n\n b', 'a\nb'],
  ['\u3000a\u00a0b\u00a0', 'a\u00a0b'],
  ['a\u2028b', 'a\nb'],
])('white space of %j', (text, tidy) => {
  expect(tidySpace(text)).toBe(tidy);
});
