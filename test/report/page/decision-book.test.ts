import { beforeEach, describe, expect, test } from 'vitest';
import { DecisionBook, type Shelf } from '../../../src/report/page/model/decision-book.js';
import { examplePage } from '../example-page.js';
import { parseDecisions } from '../../../src/report/decisions.js';

const example = {
  columns: [
    { name: 'a', language: 'en' },
    { name: 'b', language: 'fr' },
  ],
  rows: [
    ['One.', 'Un.'],
    ['Two.', 'Deux.'],
  ],
};
const page = examplePage(example);
const [first] = page.rows;
if (!first) throw new Error('no rows');

let kept = new Map<string, string>();
const shelf: Shelf = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
};
beforeEach(() => (kept = new Map()));

describe('decisions', () => {
  test('are kept under the alignment, and found again', () => {
    new DecisionBook(page, shelf).decide(first, { status: 'accepted' });
    expect([...kept.keys()]).toEqual([`paralign:${page.alignment}`]);
    expect(new DecisionBook(page, shelf).get(1)?.status).toBe('accepted');
  });

  test('on rows with other texts are not taken over', () => {
    new DecisionBook(page, shelf).decide(first, { status: 'accepted' });
    const other = examplePage({ ...example, rows: [['Another.', 'Un.']] });
    expect(new DecisionBook(other, shelf).get(1)).toBeUndefined();
  });

  test.each(['', 'x', '{}', '[1, null, {"row": "1"}]', '[{"row":1,"texts":["One.","Un."]}]'])(
    'damaged ones are left out: %s',
    (content) => {
      kept.set(`paralign:${page.alignment}`, content);
      expect(new DecisionBook(page, shelf).book.value.size).toBe(0);
    },
  );

  test('a browser that keeps nothing does not stop anybody', () => {
    const full: Shelf = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    const book = new DecisionBook(page, full);
    book.decide(first, { status: 'rejected' });
    expect(book.get(1)?.status).toBe('rejected');
  });

  test('that say nothing any more are forgotten; steps are undone and redone', () => {
    const book = new DecisionBook(page, shelf);
    book.decide(first, { status: 'rejected' });
    book.decide(first, { note: 'why' });
    book.decide(first, { status: null });
    expect(book.get(1)?.note).toBe('why');
    book.decide(first, { note: null });
    expect([book.book.value.size, kept.size]).toEqual([0, 0]);
    expect([book.undo(), book.undo(), book.get(1)?.status]).toEqual([true, true, 'rejected']);
    expect([book.redo(), book.get(1)?.status, book.get(1)?.note]).toEqual([true, null, 'why']);
    book.clear();
    expect([book.book.value.size, book.undo(), book.book.value.size]).toEqual([0, true, 1]);
  });

  test('are downloaded as a file that the program reads', () => {
    const book = new DecisionBook(page, shelf);
    book.decide(first, { status: 'needs-review', edits: [null, 'Une.'] });
    const text = JSON.stringify(book.file('Ada'));
    expect(parseDecisions('decisions.json', text)).toEqual(book.file('Ada'));
  });

  test('a page to read has none', () => {
    new DecisionBook(page, shelf).decide(first, { status: 'accepted' });
    expect(new DecisionBook({ ...page, readOnly: true }, shelf).book.value.size).toBe(0);
  });
});
