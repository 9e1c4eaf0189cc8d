import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '../../../../src/terminal/line.js';
import { composeBlock } from '../../../../src/tui/compose/detail/compose-block.js';
import { measuringTheme } from '../../../../src/tui/theme/theme.js';
import { longRow, oneRow, sit } from '../../person.js';

/** The lines of a column of the selected row, as text. */
function block(person: ReturnType<typeof sit>, stream: number, width = 60) {
  const row = person.row();
  if (row === undefined) throw new Error('no row is selected');
  return composeBlock(person.view(), row, stream, width, measuringTheme).map(lineText);
}

describe('a column in the detail pane', () => {
  test('numbers its sentences, and names itself once', () => {
    const person = sit(longRow([['One.', 'Two.'], ['Un.']]));
    expect(block(person, 0)).toEqual(['▸ a en      1  One.', '            2  Two.']);
    expect(block(person, 1)).toEqual(['  b fr      1  Un.']);
  });

  test('says so if it has no sentence', () => {
    expect(block(sit(longRow([['One.'], []])), 1)).toEqual(['  b fr         ∅']);
  });

  test('shows an edited text above the sentences that it replaces', () => {
    const person = sit(longRow([['One.', 'Two.'], ['Un.']]));
    person.keys('e ! enter');
    expect(block(person, 0)).toEqual([
      '▸ a en edited  One. Two.!',
      '            1  One.',
      '            2  Two.',
    ]);
  });

  test('is a text field while being edited, with the cursor after the last character', () => {
    const person = sit(longRow([['One.', 'Two.'], ['Un.']]));
    person.keys('e');
    expect(block(person, 0)).toEqual(['▸ a en   edit  One. Two. ']);
  });

  test('shows where the row will be split, above or below its last sentence', () => {
    const person = sit(longRow([['One.', 'Two.'], ['Un.']]));
    person.keys('s');
    expect(block(person, 0)[1]).toMatch(/^ {15}✂ ─+$/);
    expect(block(person, 1)[1]).toMatch(/^ {15}✂ ─+$/);
    person.keys('j');
    expect(block(person, 0).map((line) => /✂/.test(line))).toEqual([false, false, true]);
  });

  test('shows where a sentence will be cut', () => {
    const person = sit(oneRow(['One two three.', 'Fin.'], ['en', 'fr']));
    person.keys('s');
    expect(block(person, 0)).toEqual(['▸ a en      1  One two ✂three.']);
  });

  test('puts right-to-left text at the right edge', () => {
    const person = sit(oneRow(['The end.', 'סוף.'], ['en', 'he']));
    expect(block(person, 1, 40)).toEqual([`  b he      1  ${' '.repeat(21)}סוף.`]);
  });

  test('wraps long sentences beside its label, within the width', () => {
    const person = sit(oneRow(['one two three four five six seven eight', 'fin'], ['en', 'fr']));
    const row = person.row();
    const lines = row ? composeBlock(person.view(), row, 0, 30, measuringTheme) : [];
    expect(lines.length).toBe(3);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(30);
    expect(lines.slice(1).every((line) => lineText(line).startsWith(' '.repeat(15)))).toBe(true);
  });
});
