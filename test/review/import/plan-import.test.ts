import { describe, expect, test } from 'vitest';
import { readEditedTable } from '../../../src/read/tables/edited-table.js';
import { tableFromReview, reviewFromTable } from '../../../src/review/from-table.js';
import { act, undoable } from '../../../src/review/history.js';
import { isRefusal, type Draft, type Review } from '../../../src/review/model.js';
import { decide, decideAll, setNote, toggleFlag } from '../../../src/review/operations/decide.js';
import { mergeRows } from '../../../src/review/operations/rows.js';
import { editText } from '../../../src/review/operations/texts.js';
import { planImport } from '../../../src/review/import/plan-import.js';
import type { FormatOptions } from '../../../src/write/records/output-format.js';
import { writeTable } from '../../../src/write/write-table.js';
import { simpleReview, table } from '../fixture.js';

async function written(
  review: Review,
  options: FormatOptions = {},
  format: 'csv' | 'tsv' = 'csv',
): Promise<string> {
  let text = '';
  for await (const { chunk } of writeTable(tableFromReview(review), format, options)) {
    text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
  }
  return text;
}

type Grid = string[][];

/** The fields of a CSV without line breaks in them. */
function grid(csv: string): Grid {
  return csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? '',
      ),
    );
}

function joined(fields: Grid, delimiter = ',', end = '\n', bom = ''): string {
  return (
    bom +
    fields
      .map((line) => line.map((field) => `"${field.replace(/"/g, '""')}"`).join(delimiter) + end)
      .join('')
  );
}

/** Changes fields by row number and column. */
function edit(csv: string, changes: Record<number, Record<string, string>>): Grid {
  const [header = [], ...lines] = grid(csv);
  return [
    header,
    ...lines.map((line) =>
      line.map((field, index) => changes[Number(line[0])]?.[header[index] ?? ''] ?? field),
    ),
  ];
}

function keep(fields: Grid, names: readonly string[]): Grid {
  const places = names.map((name) => fields[0]?.indexOf(name) ?? -1);
  return fields.map((line) => places.map((place) => line[place] ?? ''));
}

const plan = (review: Review, csv: string) =>
  planImport(review, readEditedTable('edited.csv', csv), 'edited.csv');

function done(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
}

const differences = (review: Review, csv: string) =>
  plan(review, csv).differences.map(
    ({ row, column, before, after }) => `${row} ${column}: ${before} > ${after}`,
  );
const problems = (review: Review, csv: string) =>
  plan(review, csv).problems.map(({ line, row, problem }) => `${line} ${row}: ${problem}`);

describe('an edited table', () => {
  const review = simpleReview(6);

  test('that nobody changed changes nothing, however it was saved', async () => {
    const csv = await written(review);
    const variants = [
      csv,
      await written(review, { bom: true }),
      await written(review, { delimiter: ';' }),
      await written(review, {}, 'tsv'),
      await written(review, { spreadsheetSafe: true, bom: true, delimiter: ';' }),
      joined(grid(csv), ';', '\r\n', '\ufeff'),
      joined(grid(csv), '\t', '\r'),
      joined(grid(csv), '|', '\n'),
      `sep=;\r\n${joined(grid(csv), ';', '\r\n')}`,
      joined([...grid(csv).slice(0, 1), ...grid(csv).slice(1).reverse()]),
      joined(grid(csv).map((line) => [...line].reverse())),
      joined(grid(csv).map((line, index) => ['mine', ...line, String(index)])),
      joined(grid(csv).slice(0, 3)),
      joined(grid(csv)).normalize('NFD'),
      `${joined(grid(csv))}${',,,\n'.repeat(3)}`,
    ];
    for (const variant of variants) {
      const found = plan(review, variant);
      expect(found).toMatchObject({ differences: [], problems: [], rowsChanged: 0 });
      expect(found.draft).toEqual({ refused: 'nothing to take over from edited.csv' });
    }
  });

  test('changes status, note, flag and texts as one step that undo takes back', async () => {
    const fields = edit(await written(review), {
      1: { status: 'Accepted ' },
      2: { note: ' see  glossary ' },
      3: { flagged: 'YES' },
      4: { b_text: 'fr phrase 4.' },
      5: { b_text: 'fr phrase 5.', status: 'accepted' },
    });
    const csv = joined(fields, ';', '\r\n', '\ufeff');
    expect(differences(review, csv)).toEqual([
      '1 status: unreviewed > accepted',
      '2 note:  > see glossary',
      '3 flagged: no > yes',
      '4 status: unreviewed > edited',
      '4 b_text: fr sentence 4. > fr phrase 4.',
      '5 status: unreviewed > accepted',
      '5 b_text: fr sentence 5. > fr phrase 5.',
    ]);
    const { draft, problems: none } = plan(review, csv);
    expect(none).toEqual([]);
    const after = done(review, draft);
    expect(undoable(after)?.label).toBe('changed 5 rows as in edited.csv');
    expect(after.rows[3]?.edits).toEqual({ 1: 'fr phrase 4.' });
    expect(act(after, { type: 'undo' }).rows).toEqual(review.rows);
    expect(plan(after, csv).differences).toEqual([]);
    expect(plan(after, csv).problems).toEqual([]);
  });

  test('takes an edit away where the text is the original again', async () => {
    const edited = done(review, editText(review, 1, 1, 'changed'));
    const csv = joined(edit(await written(edited), { 2: { b_text: 'fr sentence 2.' } }));
    expect(differences(edited, csv)).toEqual(['2 b_text: changed > fr sentence 2.']);
    expect(done(edited, plan(edited, csv).draft).rows[1]?.edits).toEqual({});
  });

  test('takes what columns are there, and leaves the rest as it is', async () => {
    const fields = edit(await written(review), { 2: { note: 'x', b_text: 'fr phrase 2.' } });
    expect(differences(review, joined(keep(fields, ['note', 'id'])))).toEqual(['2 note:  > x']);
    expect(plan(review, joined(keep(fields, ['note', 'id']))).byIdAlone).toBe(true);
    const texts = joined(keep(fields, ['id', 'a_text', 'b_text', 'status', 'note']));
    expect(differences(review, texts)).toHaveLength(3);
    expect(plan(review, texts).byIdAlone).toBe(false);
  });

  test('says by line what it does not take, and takes the rest', async () => {
    const fields = edit(await written(review), {
      1: { status: 'ok' },
      2: { b_start: '999', note: 'x' },
      3: { b_text: '' },
      4: { id: '44' },
      5: { b_text: '#NAME?' },
      6: { status: 'rejected', flagged: 'maybe' },
    });
    const again = [...fields, ...grid(await written(review)).slice(4, 5)];
    expect(problems(review, joined(again))).toEqual([
      '2 1: status is "ok", but must be one of unreviewed, accepted, rejected, edited',
      '3 2: b_start is "999"; row 2 has 15',
      '4 3: b_text is empty; to remove a sentence from the row, unlink it in the review',
      '5 44: there is no row 44 in the review',
      '6 5: b_text: #NAME? is a spreadsheet error, not text',
      '7 6: flagged is "maybe", but must be yes or no',
    ]);
    expect(problems(review, joined([...fields, fields[6] ?? []]))).toContain(
      '8 6: id 6 appears more than once (lines 7 and 8)',
    );
  });

  test('of another review is not taken', async () => {
    const other = simpleReview(6, ['de', 'it']);
    const csv = joined(edit(await written(other), { 2: { note: 'x' } }));
    expect(plan(review, csv)).toMatchObject({ rowsChanged: 0, problems: { length: 6 } });
    const longer = simpleReview(12, ['de', 'it']);
    expect(plan(review, await written(longer)).rowsChanged).toBe(0);
  });
});

describe('a review that went on meanwhile', () => {
  const review = simpleReview(6);

  test('keeps what was decided since, takes what was changed in the table', async () => {
    const csv = joined(
      edit(await written(review), { 2: { note: 'theirs' }, 5: { status: 'rejected' } }),
    );
    let mine = done(review, decide(review, 0, 'accepted'));
    mine = done(mine, setNote(mine, 3, 'mine'));
    mine = done(mine, decide(mine, 4, 'accepted'));
    expect(differences(mine, csv)).toEqual(['2 note:  > theirs']);
    expect(problems(mine, csv)).toEqual([
      '2 1: seems to have changed in the review after the file was written, and was kept: status "accepted" (in the file "unreviewed")',
      '5 4: seems to have changed in the review after the file was written, and was kept: note "mine" (in the file "")',
      '6 5: the row is now accepted; it was not changed',
    ]);
  });

  test('takes back what was decided before the table was written', async () => {
    let mine = done(review, decideAll(review, [0, 1, 2, 3], 'accepted', 0, 'above'));
    mine = done(mine, toggleFlag(mine, 2));
    const csv = joined(edit(await written(mine), { 1: { status: 'unreviewed' } }));
    expect(differences(mine, csv)).toEqual(['1 status: accepted > unreviewed']);
    expect(problems(mine, csv)).toEqual([]);
  });

  test('does not take changes of rows that hold other sentences by now', async () => {
    const csv = joined(edit(await written(review), { 1: { note: 'x' }, 3: { note: 'y' } }));
    const merged = done(review, mergeRows(review, 0, 'next'));
    expect(differences(merged, csv)).toEqual(['3 note:  > y']);
    expect(problems(merged, csv)).toEqual([
      '2 1: the row now has other sentences; it was not changed',
    ]);
    const gone = joined(edit(await written(review), { 2: { note: 'x' } }));
    expect(problems(merged, gone)).toEqual([
      '3 2: row 2 is no longer in the review; it was not changed',
    ]);
  });
});

describe('what spreadsheets do by themselves', () => {
  const review = reviewFromTable(
    table(
      [
        { language: 'fr', sentences: ['=1+1 été.', 'Ça «va»?', 'Un «mot».', '-dit-il'] },
        { language: 'ru', sentences: ['Да.', 'Нет, "да".', 'Ещё.', '"Так."'] },
      ],
      [
        { cells: [[0], [0]] },
        {
          cells: [
            [1, 2],
            [1, 2],
          ],
        },
        { cells: [[3], [3]] },
      ],
    ),
    { model: null, segmented: false },
  );

  test('is no change of a person', async () => {
    const csv = await written(review);
    const variants = [
      edit(csv, { 2: { a_sentences: '03. Feb', b_sentences: '2026-02-03', id: '2,00' } }),
      edit(csv, { 1: { a_start: '0.00', a_text: "'=1+1 e\u0301te\u0301." } }),
      edit(csv, { 1: { b_text: '??.' }, 2: { b_text: '???, "??". ???.' } }),
      edit(csv, { 2: { a_text: 'Ã‡a Â«vaÂ»? Un Â«motÂ».' } }),
      edit(csv, { 2: { a_text: 'Ça «va»?\n Un  «mot».' } }),
    ];
    for (const fields of variants) {
      expect(plan(review, joined(fields))).toMatchObject({ differences: [], problems: [] });
    }
  });

  test('is said where it damaged a text that was changed', async () => {
    const csv = await written(review);
    const damaged = edit(csv, { 1: { b_text: '??, ??.' }, 2: { a_text: 'Ã‡a Â«ne va pasÂ»' } });
    expect(problems(review, joined(damaged))).toEqual([
      '2 1: b_text: characters became "?" when the file was saved; save it as UTF-8',
      '3 2: a_text: it was read in the wrong encoding; open the CSV as UTF-8',
    ]);
  });

  test('quotes in a file separated by tabs are read as the review has them', async () => {
    const tsv = await written(review, {}, 'tsv');
    expect(plan(review, tsv)).toMatchObject({ differences: [], problems: [] });
    expect(differences(review, tsv.replace('"Так."', '"Эдак."'))).toContain(
      '3 b_text: "Так." > "Эдак."',
    );
    const again = joined(edit(await written(review), { 3: { b_text: '"Эдак."' } }), '\t');
    expect(differences(review, again)).toContain('3 b_text: "Так." > "Эдак."');
  });
});

test('many changes are few steps to replay: growth is near linear', () => {
  const review = simpleReview(4000);
  const lines = review.rows.map(({ id }) => `${id + 1},note ${id}`).filter((_, i) => i % 3 === 0);
  const { draft, rowsChanged } = plan(review, `id,note\n${lines.join('\n')}\n`);
  expect(rowsChanged).toBe(1334);
  if (isRefusal(draft)) throw new Error(draft.refused);
  expect(draft.changes.length).toBeLessThan(300);
  const after = act(review, { type: 'do', entry: draft });
  expect(after.rows.filter(({ note }) => note !== '')).toHaveLength(1334);
  expect(act(after, { type: 'undo' }).rows).toEqual(review.rows);
});
