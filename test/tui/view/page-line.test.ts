import { expect, test } from 'vitest';
import { run } from '../../../src/terminal/line.js';
import { plainPage, textPage } from '../../../src/tui/view/page-line.js';

test('a page of plain lines is those lines, safe for a terminal', () => {
  expect(plainPage(textPage(['one', 'two\u001b[2J']))).toBe('one\ntwo␛[2J');
});

test('a page as text has labels before the texts', () => {
  expect(plainPage([{ label: [run('en ')], text: [run('one'), run(' two')] }])).toBe('en one two');
});
