import { describe, expect, test } from 'vitest';
import { act } from '../../src/review/history.js';
import { isRefusal, type Draft, type Review } from '../../src/review/model.js';
import { decide, decideAll, setNote, toggleDoubt } from '../../src/review/operations/decide.js';
import { unlink } from '../../src/review/operations/rows.js';
import type { Check } from '../../src/domain.js';
import {
  describeQueue,
  failsOnlyCheck,
  findRow,
  needsReview,
  progress,
} from '../../src/review/queue.js';
import { contains, findMatches, parseQuery } from '../../src/review/search.js';
import { describeFilter, parseFilter, visibleRows } from '../../src/review/view.js';
import { simpleReview } from './fixture.js';

function perform(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
}
const query = (text: string) => {
  const parsed = parseQuery(text);
  if (parsed === null) throw new Error('empty');
  return parsed;
};

describe('searching', () => {
  test.each([
    ['hama', 'north of Hama.', true],
    ['Hama', 'north of hama.', false],
    ['cafe', 'Le Café', true],
    ['café', 'Le cafe', false],
    ['CAFÉ', 'le CAFÉ', true],
    ['ﬁn', 'the finish', true],
    ['ABC', 'ＡＢＣ', true],
    ['שלום', 'שָׁלוֹם', true],
    ['محمد', 'مُحَمَّد', true],
    // Vowel signs of Indic scripts are letters, not accents.
    ['कत', 'कुत्ता', false],
    ['straße', 'STRASSE', false],
    ['狗', '大狗在睡觉', true],
  ])('"%s" in "%s": %s', (text, where, expected) => {
    expect(contains(where, query(text))).toBe(expected);
  });

  test('finds every place, in offsets of the text as it stands', () => {
    const text = 'Cafe\u0301 and café, ＣＡＦＥ';
    const places = findMatches(text, query('cafe')).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['Cafe\u0301', 'café', 'ＣＡＦＥ']);
  });

  test('is nothing without a query', () => {
    expect(parseQuery('  ')).toBeNull();
  });
});

const checkOf = (code: Check['code']): Check => {
  const side = { stream: 0, values: ['7'], spans: [{ start: 0, end: 1 }] };
  return { code, a: side, b: { ...side, stream: 1 } };
};

describe('the queue', () => {
  test('is what the aligner doubts and what a person marked, until somebody decides', () => {
    let review = simpleReview(10);
    const queue = () => review.rows.filter((row) => needsReview(row, 0.8)).map((row) => row.id);
    expect(queue()).toEqual([4, 9]);
    review = perform(review, toggleDoubt(review, 1));
    expect(queue()).toEqual([1, 4, 9]);
    review = perform(review, decide(review, 4, 'rejected'));
    review = perform(review, decide(review, 1, 'accepted'));
    expect(queue()).toEqual([9]);
    expect(progress(review, 0.8)).toMatchObject({
      total: 10,
      accepted: 1,
      rejected: 1,
      toReview: 1,
    });
  });

  test('has the rows where a check that matters fails, however sure the aligner is', () => {
    const { rows } = simpleReview(3);
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    const failing = (code: Check['code']) => ({ ...row, checks: [checkOf(code)] });
    expect(needsReview(failing('number'), 0.8)).toBe(true);
    expect(failsOnlyCheck(failing('number'), 0.8)).toBe(true);
    expect(needsReview(failing('length'), 0.8)).toBe(false);
    expect(needsReview({ ...failing('number'), status: 'accepted' }, 0.8)).toBe(false);
    expect(failsOnlyCheck({ ...failing('number'), confidence: 0.5 }, 0.8)).toBe(false);
  });

  test('has what a person made and took the decision from, whatever an old file says of it', () => {
    const { rows } = simpleReview(3);
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    expect(needsReview({ ...row, method: 'manual', confidence: 1 }, 0.8)).toBe(true);
    expect(needsReview({ ...row, edits: { 1: 'other words' } }, 0.8)).toBe(true);
  });

  test('goes round once and never stays where it is', () => {
    const { rows } = simpleReview(10);
    const doubtful = (row: (typeof rows)[number]) => needsReview(row, 0.8);
    expect(findRow(rows, 9, 1, doubtful)?.id).toBe(4);
    expect(findRow(rows, 4, -1, doubtful)?.id).toBe(9);
    expect(findRow(rows, 4, 1, (row) => row.id === 4)).toBeUndefined();
  });
});

describe('filters and orders', () => {
  let review = simpleReview(10);
  review = perform(review, decide(review, 0, 'accepted'));
  review = perform(review, setNote(review, 3, 'Remember'));
  review = perform(review, unlink(review, 5, 1));
  review = perform(review, decideAll(review, [8], 'rejected', 8, 'by hand'));

  test.each([
    ['all', 11],
    ['accepted', 1],
    ['rej', 1],
    ['edited', 2],
    ['noted', 1],
    ['empty', 2],
    ['non', 2],
    ['doubtful', 2],
    ['1-0', 1],
    ['<.5', 2],
    ['.9-.96', 7],
    ['>.99', 0],
  ])('"%s" shows %i rows', (text, count) => {
    const filter = parseFilter(text);
    expect(filter).not.toBeNull();
    if (filter === null) return;
    expect(visibleRows(review, filter, 'order', 0.8)).toHaveLength(count);
    expect(describeFilter(filter)).toMatch(/\S/);
  });

  test('text filters look at notes too', () => {
    const filter = { by: 'text', query: query('remember') } as const;
    expect(visibleRows(review, filter, 'order', 0.8).map((row) => row.id)).toEqual([3]);
  });

  test('by doubt: the least certain first, the decided last', () => {
    const ids = visibleRows(review, { by: 'all' }, 'doubt', 0.8).map((row) => row.id);
    expect(ids.slice(0, 2)).toEqual([4, 9]);
    expect(ids.slice(-4).sort((a, b) => a - b)).toEqual([0, 5, 8, 10]);
  });

  test('by doubt: sure rows that fail a check come before those that nobody doubts', () => {
    const side = (stream: number) => ({ stream, values: ['27'], spans: [] });
    const rows = review.rows.map((row) => ({
      ...row,
      status: 'unreviewed' as const,
      doubt: false,
      method: 'parallel' as const,
      edits: {},
      confidence: row.id === 2 ? 0.99 : row.id === 3 ? 0.5 : 0.9,
      checks: row.id === 2 ? [{ code: 'number' as const, a: side(0), b: side(1) }] : [],
    }));
    const all = { ...review, rows };
    const ids = visibleRows(all, { by: 'all' }, 'doubt', 0.8).map((row) => row.id);
    expect(ids.slice(0, 2)).toEqual([3, 2]);
    expect(visibleRows(all, { by: 'alignment' }, 'order', 0.8).map(({ id }) => id)).toEqual([3]);
    expect(visibleRows(all, { by: 'checks' }, 'order', 0.8).map(({ id }) => id)).toEqual([2]);
    expect(progress(all, 0.8)).toMatchObject({ toReview: 2, onlyChecks: 1 });
    expect(describeQueue(progress(all, 0.8))).toBe(' (1 for the alignment, 1 for a check)');
  });

  test('what is no filter is none', () => {
    expect([parseFilter('xyz'), parseFilter(''), parseFilter('.')]).toEqual([null, null, null]);
  });
});

describe('a character that holds the query twice', () => {
  test('is one match', () => {
    const text = 'a\u0301\u0301b';
    const found = parseQuery('\u0301');
    expect(found && findMatches(text, found)).toEqual([{ start: 0, end: 3 }]);
  });
});
