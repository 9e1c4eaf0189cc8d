import { describe, expect, test } from 'vitest';
import { field, fieldCommands, insert } from '../../../src/tui/view/text-field.js';

/** A field from its text with a bar where the cursor stands, and back. */
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

  test('opens with the cursor behind its text', () => {
    expect(shown(field('abc'))).toBe('abc|');
  });

  test('takes text in at the cursor, line breaks and tabs as blanks', () => {
    expect(shown(insert(from('a|b'), 'x\r\ny\tz'))).toBe('ax y z|b');
  });
});
