import { describe, expect, test } from 'vitest';
import { refuse, type Review } from '../../../src/review/model.js';
import { mergeRows } from '../../../src/review/operations/rows.js';
import { ReviewDriver } from '../../../src/tui/driver.js';
import type { ReviewServices } from '../../../src/tui/services.js';
import { answerLine } from '../../../src/tui/plain/answer-line.js';
import { placeOf } from '../../../src/tui/view/selection.js';
import { shown, simpleReview } from '../../review/fixture.js';
import { noStore } from '../fake-terminal.js';
import { longRow, viewOf } from '../person.js';

function sitPlain(review: Review = simpleReview(12), services: Partial<ReviewServices> = {}) {
  const asked: string[] = [];
  const driver = new ReviewDriver(viewOf(review), {
    store: noStore(),
    exportTo: async (path) => {
      asked.push(path);
      return { done: true, message: '' };
    },
    explain: async () => [],
    realign: async () => refuse('nothing would change'),
    relabel: async () => refuse('nothing would change'),
    ...services,
  });
  return {
    async lines(...lines: string[]) {
      for (const line of lines) {
        await answerLine(driver, line);
        await driver.settled();
      }
    },
    asked,
    place: () => placeOf(driver.view()) + 1,
    row: () => driver.view().review.rows[placeOf(driver.view())],
    rows: () => shown(driver.view().review),
    message: () => driver.view().toast?.text,
    view: () => driver.view(),
  };
}

describe('a line of plain mode', () => {
  test('is a key or the name of a command, with a number before it', async () => {
    const person = sitPlain();
    await person.lines('1', 'j');
    expect(person.place()).toBe(2);
    await person.lines('3j', 'next');
    expect(person.place()).toBe(6);
    await person.lines('reject');
    expect(person.view().review.rows[5]?.status).toBe('rejected');
  });

  test('that is empty does nothing', async () => {
    const person = sitPlain();
    const before = person.view();
    await person.lines('  ');
    expect(person.view()).toBe(before);
  });

  test('is a row’s number, a command line, a search', async () => {
    const person = sitPlain();
    await person.lines('7');
    expect(person.place()).toBe(7);
    await person.lines(':export a.csv');
    expect(person.asked).toEqual(['a.csv']);
    await person.lines('/sentence 11');
    expect(person.place()).toBe(11);
  });

  test('may contain the text that a command needs; otherwise the next line does', async () => {
    const person = sitPlain();
    await person.lines('t a note');
    expect(person.row()?.note).toBe('a note');
    await person.lines('t', 'another one');
    expect(person.row()?.note).toBe('another one');
    await person.lines('t', '');
    expect(person.row()?.note).toBe('another one');
    await person.lines('t', '-');
    expect(person.row()?.note).toBe('');
  });

  test('filters by the words after the command, and explains the syntax if there are none', async () => {
    const person = sitPlain();
    await person.lines('f doubtful');
    expect(person.view().filter).toEqual({ by: 'doubtful' });
    await person.lines('f');
    expect(person.message()).toMatch(/^which rows\?/);
    expect(person.view().filter).toEqual({ by: 'doubtful' });
    expect(person.view().mode.type).toBe('normal');
  });

  test('splits a row by how many sentences stay in the upper row', async () => {
    const person = sitPlain(
      longRow([
        ['One.', 'Two.', 'Three.'],
        ['Un.', 'Deux.'],
      ]),
    );
    await person.lines('s 1 1');
    expect(person.rows()).toEqual(['One. | Un.', 'Two. Three. | Deux.']);
    await person.lines('s', 's x 1');
    expect(person.message()).toBe(
      'how many sentences of each column should stay in the upper row? (s 1 1); or: cut WORDS',
    );
  });

  test('cuts a sentence before words that are inside it', async () => {
    const person = sitPlain(longRow([['One two. Three.'], ['Un.']]));
    await person.lines('cut Three');
    expect(person.row()?.cells[0]).toHaveLength(2);
    await person.lines('cut Four', 'cut');
    expect(person.message()).toBe('"" is not inside a sentence of this column');
    await person.lines('cut One');
    expect(person.message()).toBe('"One" is not inside a sentence of this column');
  });

  test.each([
    ['y', 'accepted'],
    ['yes', 'accepted'],
    ['n', 'unreviewed'],
    ['', 'unreviewed'],
  ])('answers a question: %j', async (line, status) => {
    const person = sitPlain();
    await person.lines('A', line);
    expect(person.view().review.rows[0]?.status).toBe(status);
    expect(person.view().mode.type).toBe('normal');
  });

  test.each([
    ['y', 11],
    ['n', 12],
  ])('answers whether to do what a page shows: %j', async (line, rows) => {
    const person = sitPlain(simpleReview(12), {
      realign: async (review) => mergeRows(review, 1, 'next'),
    });
    await person.lines('R', line);
    expect(person.rows()).toHaveLength(rows);
  });

  test('names an unknown command', async () => {
    const person = sitPlain();
    await person.lines('frobnicate');
    expect(person.message()).toBe('unknown command "frobnicate" (? lists them)');
  });
});
