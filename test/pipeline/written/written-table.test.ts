import { describe, expect, test } from 'vitest';
import type { Sentence, Source, Table } from '../../../src/domain.js';
import { reviewFromTable, tableFromReview } from '../../../src/review/from-table.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import { tableText } from '../../../src/write/write-table.js';
import { exchangeTable, threeTexts } from '../../write/formats/exchange-table.js';
import { makeRow, makeSource, makeTable } from '../../write/table-fixture.js';
import { openBytes, reread } from './reread.js';

const formats = ['csv', 'tsv', 'json', 'jsonl', 'xlsx'] as const;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Rows out of order, linked by hand, flagged, with sentences that are no neighbours, and numbers with gaps. */
function reviewedTable(): Table {
  const a = makeSource('a.pdf', 'en', ['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
  const b = makeSource('b.srt', 'es', ['Dos.', 'Uno y tres.', 'Cuatro.']);
  const placed: Source = {
    ...a,
    paragraphs: a.paragraphs.map((own) => ({
      ...own,
      locator: { kind: 'page', page: own.number },
    })),
  };
  return {
    ...makeTable(
      [placed, b],
      [
        makeRow([[0, 2], [1]], { id: 4, method: 'manual', score: 0, confidence: 0, flagged: true }),
        makeRow([[1], [0]], { id: 2, crossing: true, status: 'accepted', note: '"so", she said' }),
        makeRow([[3], [2]], { id: 9, status: 'edited', edits: { 0: 'Four!', 1: '' } }),
        makeRow([[4], []], { id: 3 }),
      ],
    ),
    nextId: 12,
  };
}

/** A bead of three sentences over two paragraphs, hard-wrapped. */
function longBead(): Table {
  const text = 'It was Mr. Smith.\nHe was\r\nold. Was he?\n\nYes!';
  const cut = (number: number, start: number, end: number, paragraph: number): Sentence => ({
    number,
    paragraph,
    start,
    end,
    text: text.slice(start, end),
    language: 'en',
    noise: null,
  });
  const sentences = [cut(1, 0, 17, 1), cut(2, 18, 30, 1), cut(3, 31, 38, 1), cut(4, 40, 44, 2)];
  const source: Source = {
    ...makeSource('a', 'en', ['']),
    text,
    sentences,
    paragraphs: [0, 40].map((start, index) => ({
      number: index + 1,
      start,
      end: index === 0 ? 38 : 44,
      heading: 0,
      noise: null,
      language: 'en',
      confidence: 1,
    })),
  };
  return makeTable([source, makeSource('b', 'de', ['Ja.'])], [makeRow([[0, 1, 2, 3], [0]])]);
}

describe('a file that paralign wrote', () => {
  describe.each(formats)('%s', (format) => {
    // A line break is a blank in tsv.
    const compared = format === 'tsv' ? 'tsv' : 'csv';

    test.each([
      ['decisions, edits, notes, checks, noise', exchangeTable()],
      ['three texts', threeTexts()],
      ['crossing, flagged and manual rows with numbers and places of their own', reviewedTable()],
    ])('opens as the table that it was written from: %s', async (_what, table) => {
      const again = await reread(table, format);
      expect(await tableText(again, compared)).toBe(await tableText(table, compared));
    });

    test('opens without what was left out of it, under the same numbers', async () => {
      const again = await reread(exchangeTable(), format, { pairsOnly: true });
      expect(await tableText(again, compared, { pairsOnly: true })).toBe(
        await tableText(exchangeTable(), compared, { pairsOnly: true }),
      );
    });

    test('becomes a review with its decisions', async () => {
      const again = await reread(reviewedTable(), format);
      const review = reviewFromTable(again, { model: null, segmented: true });
      expect(await tableText(tableFromReview(review), 'csv')).toBe(
        await tableText(reviewedTable(), 'csv'),
      );
    });
  });

  test('json keeps what the alignment was, places and lengths', async () => {
    const table: Table = {
      ...reviewedTable(),
      alignments: [{ a: 0, b: 1, mode: 'comparable', reason: 'They overlap in part.', beads: [] }],
    };
    const first = await reread(table, 'json');
    const text = await tableText(first, 'json');
    expect(text).toContain('They overlap in part.');
    expect(await tableText(await openBytes('x.json', bytes(text)), 'json')).toBe(text);
    expect(text.replace(/"beads":\d/, '')).toBe(
      (await tableText(table, 'json')).replace(/"beads":\d/, ''),
    );
  });

  test.each(formats)('%s: sentences of a bead come apart where sentences end', async (format) => {
    const again = await reread(longBead(), format);
    const numbers = again.sources[0]?.sentences.map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3, 4]);
    expect(again.sources[0]?.sentences.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      'It was Mr. Smith.',
      'He was old.',
      'Was he?',
      'Yes!',
    ]);
    if (format !== 'tsv')
      expect(await tableText(again, 'csv')).toBe(await tableText(longBead(), 'csv'));
  });

  test('keeps empty sentences of a file with one sentence a line', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['One.', '', 'Two.']), makeSource('b', 'es', ['Uno.'])],
      [makeRow([[0], [0]]), makeRow([[1], []]), makeRow([[2], []])],
    );
    expect(await tableText(await reread(table, 'csv'), 'csv')).toBe(await tableText(table, 'csv'));
  });

  test('csv for a spreadsheet, with other delimiters and in UTF-16 is the same table', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['=1+1']), makeSource('b', 'es', ['-uno, "dos"; tres'])],
      [makeRow([[0], [0]])],
    );
    const whole = await tableText(table, 'csv');
    const options = { spreadsheetSafe: true, delimiter: ';', bom: true };
    const safe = await tableText(table, 'csv', options);
    expect(safe).toContain("'=1+1");
    expect(await tableText(await openBytes('x.csv', bytes(safe)), 'csv')).toBe(whole);
    const wide = Buffer.from(`\ufeff${await tableText(table, 'tsv')}`, 'utf16le');
    expect(await tableText(await openBytes('x.txt', wide), 'csv')).toBe(whole);
    const excel = `sep=;\r\n${await tableText(table, 'csv', { delimiter: ';' })}`;
    expect(await tableText(await openBytes('x.csv', bytes(excel)), 'csv')).toBe(whole);
  });

  test('is opened as the format that is named, and as no other', async () => {
    const text = await tableText(exchangeTable(), 'tsv');
    expect((await openBytes('x.txt', bytes(text), 'csv')).rows).toHaveLength(4);
    await expect(openBytes('x.txt', bytes(text), 'text')).rejects.toThrow(/not taken/);
  });

  test('checks whose signs a spreadsheet lost are found again', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['It costs 3 euros.']), makeSource('b', 'es', ['Cuesta 4 euros.'])],
      [makeRow([[0], [0]])],
    );
    const csv = (await tableText(table, 'csv')).replace('unreviewed,', 'unreviewed,number:3?4');
    const [row] = (await openBytes('x.csv', bytes(csv))).rows;
    expect(row?.checks).toMatchObject([{ code: 'number', a: { values: ['3'] } }]);
  });

  test('a text changed by hand is taken as it stands, and the offsets counted anew', async () => {
    const csv = (await tableText(exchangeTable(), 'csv')).replace('Wrong.', 'Completely wrong.');
    const again = await openBytes('x.csv', bytes(csv));
    expect(again.sources[0]?.sentences.map(({ text }) => text)).toContain('Completely wrong.');
    expect(again.sources[0]?.notices?.join()).toMatch(/counted anew/);
    for (const { text, sentences } of again.sources)
      for (const own of sentences) expect(text.slice(own.start, own.end)).toBe(own.text);
  });

  test('a table with the texts only opens too, in whatever languages they are', async () => {
    const table = await openBytes(
      'x.csv',
      bytes(
        'a_text,b_text\nThe weather is fine today.,Das Wetter ist heute schön.\nNobody came.,Niemand kam.\n',
      ),
    );
    expect(table.streams.map(({ language }) => language)).toEqual(['en', 'de']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
  });

  test('paragraphs that no row is of are empty, and make a review that is in order', async () => {
    const table = await openBytes(
      'x.csv',
      bytes(
        'id,a_text,a_sentences,a_paragraphs,b_text,b_sentences,b_paragraphs\n' +
          '1,One.,3,2,Uno.,1,1\n2,Two.,9,40,Dos.,2,1\n',
      ),
    );
    expect(table.sources[0]?.paragraphs).toHaveLength(40);
    expect(table.sources[0]?.sentences.map(({ number }) => number)).toEqual([3, 9]);
    expect(findViolation(reviewFromTable(table, { model: null, segmented: true }))).toBeNull();
  });

  test('offsets and numbers out of all proportion are not believed', async () => {
    const table = await openBytes(
      'x.csv',
      bytes(
        'id,a_text,a_sentences,a_paragraphs,a_start,a_end,b_text,b_sentences,type\n' +
          '1,One.,999999999,900000000,900000000,900000004,Uno.,1-90000,1-90000\n',
      ),
    );
    expect(table.sources[0]?.text.length).toBe(4);
    expect(table.sources[0]?.paragraphs).toHaveLength(1);
    expect(table.rows).toHaveLength(1);
  });
});
