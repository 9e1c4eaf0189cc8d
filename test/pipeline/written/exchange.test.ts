import { describe, expect, test } from 'vitest';
import { tableOfLinks } from '../../../src/pipeline/linked-table.js';
import { readInputs } from '../../../src/pipeline/read-inputs.js';
import { readWritten } from '../../../src/read/written/read-written.js';
import type { Table } from '../../../src/domain.js';
import { outputRecords } from '../../../src/write/records/records.js';
import { tableText } from '../../../src/write/write-table.js';
import { exchangeTable, threeTexts } from '../../write/formats/exchange-table.js';
import { makeRow, makeSource, makeTable } from '../../write/table-fixture.js';
import { openBytes, reread } from './reread.js';

/** What a record says apart from what most formats have no place for. */
function rowsOf(table: Table): unknown[] {
  return [...outputRecords(table)].map(({ id, cells, status, note, checks }) => ({
    id,
    status,
    note,
    checks: checks.map(({ code, a, b }) => [code, a.values, b.values]),
    cells: cells.map(
      (cell) =>
        cell && {
          language: cell.language,
          text: cell.text,
          original: cell.original,
          sentences: cell.sentences.map(({ number }) => number),
          spans: cell.spans,
        },
    ),
  }));
}

const pairsOf = (table: Table): unknown[] =>
  rowsOf({ ...table, rows: table.rows.filter(({ status }) => status !== 'rejected') }).filter(
    (row) => JSON.stringify(row).split('"language"').length > 2,
  );

describe.each(['tmx', 'xliff', 'po', 'tei'] as const)('%s that paralign wrote', (format) => {
  const three: [string, Table][] = [['three texts', threeTexts()]];
  test.each<[string, Table]>([
    ['two texts', exchangeTable()],
    ...(format === 'tmx' || format === 'tei' ? three : []),
  ])('gives the same bytes when it is written again: %s', async (_what, table) => {
    const again = await reread(table, format);
    expect(await tableText(again, format)).toBe(await tableText(table, format));
  });
});

describe('decisions of exchange formats', () => {
  test('tmx: numbers, places, notes, checks, statuses and edits of all pairs', async () => {
    expect(pairsOf(await reread(exchangeTable(), 'tmx'))).toEqual(pairsOf(exchangeTable()));
    const checked = threeTexts();
    const [first, ...others] = checked.rows;
    const side = (stream: number, ...values: string[]) => ({ stream, values, spans: [] });
    const check = { code: 'number', a: side(0, '3'), b: side(2) } as const;
    const table = {
      ...checked,
      rows: [{ ...first, checks: [check] } as typeof first & {}, ...others],
    };
    expect((await reread(table, 'tmx')).rows[0]?.checks).toEqual([check]);
  });

  test('xliff: every row, those as well that were rejected and therefore written sentence by sentence', async () => {
    expect(rowsOf(await reread(exchangeTable(), 'xliff'))).toEqual(rowsOf(exchangeTable()));
  });

  test('xliff: a state that another program set is a decision', async () => {
    const text = await tableText(exchangeTable(), 'xliff');
    const changed = text.replace('state="reviewed" subState="paralign:accepted"', 'state="final"');
    expect(changed).not.toBe(text);
    const { rows } = await openBytes('x.xlf', new TextEncoder().encode(changed));
    expect(rows.map(({ status }) => status)).toContain('accepted');
  });

  test('po: numbers, statuses, notes and checks', async () => {
    const strip = (rows: unknown[]): unknown =>
      JSON.parse(
        JSON.stringify(rows, (key, value: unknown) =>
          key === 'spans' || key === 'original' ? undefined : value,
        ).replaceAll(String.raw`\n`, ' '),
      );
    const again = pairsOf(await reread(exchangeTable(), 'po'));
    expect(strip(again)).toEqual(strip(pairsOf(exchangeTable())));
  });

  test('tei: every sentence with its kind and noise, links with their decisions', async () => {
    const again = await reread(exchangeTable(), 'tei');
    expect(again.sources.map(({ name }) => name)).toEqual(['en.txt', 'ar.txt']);
    expect(again.sources[0]?.sentences.map(({ number, noise }) => [number, noise])).toEqual(
      exchangeTable().sources[0]?.sentences.map(({ number, noise }) => [number, noise]),
    );
    expect(again.rows.filter(({ cells }) => cells.every(({ length }) => length > 0))).toMatchObject(
      [{ status: 'edited' }, { status: 'accepted', confidence: 0.9 }],
    );
  });

  test('a memory of several jobs, or of somebody else, opens as memories do', async () => {
    const text = (await tableText(exchangeTable(), 'tmx')).replaceAll(' tuid="', ' tuid="job/');
    const bytes = new TextEncoder().encode(text);
    expect(await readWritten('x.tmx', bytes)).toBeUndefined();
    const table = await tableOfLinks(await readInputs([{ name: 'x.tmx', bytes }], {}));
    expect(table?.sources.map(({ name }) => name)).toEqual(['x.tmx:en', 'x.tmx:ar']);
  });

  test('two texts in one language are two texts', async () => {
    const table = makeTable(
      [makeSource('old.txt', 'en', ['One.']), makeSource('new.txt', 'en', ['The one.'])],
      [makeRow([[0], [0]])],
    );
    for (const format of ['tmx', 'xliff', 'tei'] as const)
      expect(rowsOf(await reread(table, format))).toEqual(rowsOf(table));
  });
});
