import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/check/checker.js';
import type { Check, Table } from '../../src/domain.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { alignSources } from '../../src/pipeline/align-sources.js';
import { applyEntry } from '../../src/review/change.js';
import { reviewFromTable } from '../../src/review/from-table.js';
import { isRefusal, type Draft, type Review } from '../../src/review/model.js';
import type { OperationContext } from '../../src/review/operations/rebuild.js';
import { mergeRows, moveSentence, splitRow } from '../../src/review/operations/rows.js';
import { editText, replaceText, splitSentence } from '../../src/review/operations/texts.js';
import { makeRowChecker } from '../../src/review/row-checker.js';
import { table } from './fixture.js';

const seeds = new URL('../../seeds/', import.meta.url).pathname;
const origin = { model: null, segmented: false };

/** Numbers, dates and negations: most rows say the same, some don't, and one loses its number. */
const english = [
  ...Array.from({ length: 30 }, (_, k) => `In ${1900 + k} there were ${3 + k} of them.`),
  'They met on 30 November 2020 in Rome.',
  'He did not want to go home.',
  'It cost 1,500 marks then, which was a lot.',
  'The town is 40 miles from here.',
  'Nobody else came on that day.',
];
const german = [
  ...Array.from({ length: 30 }, (_, k) => `Im Jahr ${1900 + k} waren es ${3 + k} davon.`),
  'Sie trafen sich am 30. Oktober 2020 in Rom.',
  'Er wollte nach Hause gehen.',
  'Es kostete damals recht viel Geld, wie man sagt.',
  'Die Stadt ist 40 Kilometer von hier.',
  'Sonst kam an diesem Tag niemand.',
];
const costs = 32;

/** The table of these texts, one row a sentence, with the checks that a run makes. */
function madeTable(): Table {
  const plain = table(
    [
      { language: 'en', sentences: english },
      { language: 'de', sentences: german },
    ],
    english.map((_, k) => ({ cells: [[k], [k]] })),
  );
  const checker = new Checker(plain.streams, plain.rows);
  return { ...plain, rows: plain.rows.map((row) => ({ ...row, checks: checker.check(row) })) };
}

/** A seed with a year before every paragraph, which is another one in the second source now and then. */
function withYears(source: number) {
  const name = readdirSync(seeds).sort()[source] ?? '';
  const lines = readFileSync(`${seeds}${name}`, 'utf8').split(/\r?\n/);
  const text = lines
    .filter((line) => line.trim() !== '')
    .map((line, k) => `In ${1500 + 7 * k + (k % 3) * source}: ${line}`)
    .join('\n\n');
  return { name, text };
}

/** All rows' checks, made by the checker of the review of a table. */
function checkedAgain(of: Table): (readonly Check[])[] {
  const review = reviewFromTable(of, origin);
  const check = makeRowChecker(review);
  return review.rows.map(({ cells }) => check(review, cells));
}

function take(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return applyEntry(review, draft);
}

const codesAt = (review: Review, at: number) => review.rows[at]?.checks.map(({ code }) => code);

describe('a row has the same checks in the review as in the run', () => {
  test('of a text with numbers, dates, units and negations', () => {
    const made = madeTable();
    const codes = made.rows.flatMap(({ checks }) => checks.map(({ code }) => code));
    expect(codes).toEqual(['date', 'negation', 'number', 'unit']);
    expect(checkedAgain(made)).toEqual(made.rows.map(({ checks }) => checks));
  });

  test('of two seeds that give other years', async () => {
    const embedder = await loadEmbedder();
    const run = await alignSources([withYears(0), withYears(1)], { embedder });
    await embedder.close();
    const checks = run.rows.map((row) => row.checks);
    expect(checks.flat().length).toBeGreaterThan(10);
    expect(checkedAgain(run)).toEqual(checks);
  });
});

describe('an alarm stays as long as the row differs', () => {
  const review = reviewFromTable(madeTable(), origin);
  const context: OperationContext = { check: makeRowChecker(review) };

  test('a number that the other side lacks, at a merge and at the split that undoes it', () => {
    expect(codesAt(review, costs)).toEqual(['number']);
    const merged = take(review, mergeRows(review, costs, 'previous', context));
    expect(codesAt(merged, costs - 1)).toEqual(['number']);
    const apart = take(merged, splitRow(merged, costs - 1, [1, 1], context));
    expect(codesAt(apart, costs)).toEqual(['number']);
    expect(apart.rows[costs]?.checks).toEqual(review.rows[costs]?.checks);
  });

  test('a number that the other side lacks, where a sentence moves to the row and back', () => {
    const id = review.rows[costs + 1]?.id ?? -1;
    let moved = take(review, moveSentence(review, id, 0, 'previous', context));
    moved = take(moved, moveSentence(moved, id, 1, 'previous', context));
    expect(codesAt(moved, costs)).toContain('number');
    let back = take(moved, moveSentence(moved, costs, 0, 'next', context));
    back = take(back, moveSentence(back, costs, 1, 'next', context));
    expect(back.rows[costs]?.checks).toEqual(review.rows[costs]?.checks);
  });

  test('a number that the other side lacks, after sentences were cut anew', () => {
    const first = review.rows[0];
    const sentence = first?.cells[0]?.[0] ?? -1;
    const cut = take(review, splitSentence(review, first?.id ?? -1, 0, sentence, 8));
    const merged = take(cut, mergeRows(cut, costs, 'next', context));
    expect(codesAt(merged, costs)).toContain('number');
  });
});

describe('an edited text is checked as it reads now', () => {
  const review = reviewFromTable(madeTable(), origin);
  const context: OperationContext = { check: makeRowChecker(review) };
  const edit = (of: Review, at: number, text: string) =>
    take(of, editText(of, of.rows[at]?.id ?? -1, 1, text, context));
  const right = 'Es kostete damals 1500 Mark, und das war recht viel Geld.';

  test("an alarm goes when the text is mended, and comes back with the source's own words", () => {
    const mended = edit(review, costs, right);
    expect(codesAt(mended, costs)).toEqual([]);
    expect(codesAt(edit(mended, costs, ''), costs)).toEqual(['number']);
  });

  test('an alarm comes where an edit makes it; the edited side has no place in the source', () => {
    const spoilt = edit(review, costs, right.replace('1500', '1700'));
    const [check] = spoilt.rows[costs]?.checks ?? [];
    expect(check).toMatchObject({ code: 'number', b: { values: ['1700'], spans: [] } });
    expect(check?.a.spans).toHaveLength(1);
  });

  test('replacing checks every row that it changes', () => {
    const ids = review.rows.map(({ id }) => id);
    const draft = replaceText(
      review,
      ids,
      'waren es 5 davon',
      'waren es 6 davon',
      null,
      0,
      context,
    );
    expect(codesAt(take(review, draft), 2)).toEqual(['number']);
  });

  test('merging keeps an edit out of what it joins, moving keeps it where its sentences stay', () => {
    const mended = edit(review, costs, right);
    const without = take(mended, mergeRows(mended, costs, 'next', context));
    expect(codesAt(without, costs)).toContain('number');
    const id = review.rows[costs + 1]?.id ?? -1;
    const moved = take(mended, moveSentence(mended, id, 0, 'previous', context));
    expect(codesAt(moved, costs)).not.toContain('number');
  });
});

test('what is usual stays as it was when the review was opened', () => {
  const review = reviewFromTable(madeTable(), origin);
  const check = makeRowChecker(review);
  const cells = review.rows[costs]?.cells ?? [];
  // With these rows alone, nothing would be known about the texts' numbers.
  const few: Review = { ...review, rows: review.rows.slice(costs, costs + 2) };
  expect(check(few, cells).map(({ code }) => code)).toEqual(['number']);
  expect(makeRowChecker(few)(few, cells)).toEqual([]);
});
