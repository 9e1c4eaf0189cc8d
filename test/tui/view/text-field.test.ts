import { describe, expect, test } from 'vitest';
import { field, fieldCommands, insert } from '../../../src/tui/view/text-field.js';

/** Converts a field from and to its text with a bar at the cursor. */
const from = (text: string) => ({ text: text.replace('|', ''), cursor: text.indexOf('|') });
const shown = ({ text, cursor }: { text: string; cursor: number }) =>
  `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('a text field', () => {
  test.each<[keyof typeof fieldCommands, string, string]>([
    ['field.left', 'a👍🏽|b', 'a|👍🏽b'],
    ['field.left', '|ab', '|ab'],
    ['field.right', 'a|👍🏽b', 'a👍🏽|b'],
    ['field.right', 'ab|', 'ab|'],
    ['field.wordLeft', 'one two, three|', 'one two|, three'],
    ['field.wordRight', 'one| two, three', 'one two|, three'],
    ['field.start', 'one| two', '|one two'],
    ['field.end', 'one| two', 'one two|'],
    ['field.backspace', 'a👍🏽|b', 'a|b'],
    ['field.delete', 'a|👍🏽b', 'a|b'],
    ['field.deleteWord', 'one two|, three', 'one|, three'],
    ['field.deleteToStart', 'one| two', '| two'],
    ['field.deleteToEnd', 'one| two', 'one|'],
  ])('%s: %s -> %s', (name, before, after) => {
    expect(shown(fieldCommands[name](from(before)))).toBe(after);
  });

  test('opens with the cursor after its text', () => {
    expect(shown(field('abc'))).toBe('abc|');
  });

  test('inserts text at the cursor, with spaces for line breaks and tabs', () => {
    expect(shown(insert(from('a|b'), 'x\r\ny\tz'))).toBe('ax y z|b');
  });
});
