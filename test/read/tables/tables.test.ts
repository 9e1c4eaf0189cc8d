import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/read/archive/archive.js';
import { readSource, type ReadOptions } from '../../../src/read/read-source.js';
import { openWorkbook } from '../../../src/read/tables/workbook.js';
import { makeZip } from '../archive/make-zip.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A table's columns as texts of blocks, and the links between the first two. */
const read = async (name: string, data: Uint8Array | string, options: ReadOptions = {}) => {
  const given = typeof data === 'string' ? bytes(data) : data;
  const { sources, links } = await readSource(name, given, options);
  return {
    names: sources.map((source) => source.name),
    texts: sources.map(({ text, blocks }) =>
      blocks.map(({ start, end }) => text.slice(start, end)),
    ),
    locators: sources.map(({ blocks }) => blocks.map(({ locator }) => locator)),
    links: links?.[0]?.links.map(({ a, b }) => `${a}:${b}`),
  };
};

describe('a CSV of texts side by side', () => {
  const csv = 'id,en,es\r\n1,"One, two.",Uno\r\n2,,Dos\r\n3,"Three\nlines.",Tres\r\n';

  test('is a source for each column; the cells of a row belong together', async () => {
    const { names, texts, links, locators } = await read('t.csv', csv);
    expect(names).toEqual(['t.csv:en', 't.csv:es']);
    expect(texts).toEqual([
      ['One, two.', 'Three\nlines.'],
      ['Uno', 'Dos', 'Tres'],
    ]);
    expect(links).toEqual(['1:1', '2:3']);
    expect(locators[0]?.[1]).toEqual({ kind: 'cell', row: 4, column: 2 });
  });

  test('is running text where the rows mean nothing', async () => {
    expect((await read('t.csv', csv, { rows: 'text' })).links).toBeUndefined();
  });

  test.each([';', '\t', '|'])('may be separated by %j', async (separator) => {
    const text = csv.replace(/,(?! )/g, separator);
    expect((await read('t.csv', text)).texts[1]).toEqual(['Uno', 'Dos', 'Tres']);
  });

  test('names the line of a quote that is never closed', async () => {
    await expect(read('t.csv', 'en,es\nOne.,Uno.\n"Two,Dos\nThree,Tres\n')).rejects.toMatchObject({
      code: 'bad-table',
      message: 't.csv:3: a quote in this row is never closed',
    });
    await expect(read('t.csv', 'en,es\n"One" x,Uno.\n')).rejects.toThrow(/^t\.csv:2: /);
  });

  test('that paralign wrote is no source', async () => {
    await expect(read('t.csv', 'id,a_source,a_language\n')).rejects.toMatchObject({
      code: 'not-a-source',
    });
  });
});

describe('a TSV', () => {
  test('has quotes as Excel writes them, or as texts have them', async () => {
    const excel = 'en\tes\n"a ""b"" c"\tUno\n';
    expect((await read('t.tsv', excel)).texts[0]).toEqual(['a "b" c']);
    const plain = 'en\tes\n"Hello" she said\tHola\n';
    expect((await read('t.tsv', plain)).texts[0]).toEqual(['"Hello" she said']);
  });
});

describe('an Excel workbook', () => {
  const book = readFileSync(new URL('../../fixtures/tables/two-sheets.xlsx', import.meta.url));

  test.each(['t.xlsx', 't.bin'])('called %s is read sheet by sheet', async (name) => {
    const { names, texts, links, locators } = await read(name, book);
    expect(names).toEqual([`${name}:Source`, `${name}:Target`]);
    expect(texts).toEqual([
      ['The house is old.', 'Two lines\nin a cell', 'It goes on here.'],
      ['La casa es vieja.', 'Dos líneas\nen una celda', 'مرحبا بالعالم', 'Sigue aquí.'],
    ]);
    expect(links).toEqual(['1:1', '2:2', '3:4']);
    expect(locators[0]?.[2]).toEqual({ kind: 'cell', row: 2, column: 2, sheet: 'More' });
  });

  test('with a cell far to the right in each of many rows is refused before it takes hours', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const made = await writeXlsx({ sheets: [{ name: 'A', rows: [['', 'far']] }] });
    const archive = await openArchive('t.xlsx', made);
    const far = Array.from(
      { length: 30 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    ).join('');
    const parts = archive.names.map(async (part) => ({
      name: part,
      content: Buffer.from(await archive.read(part))
        .toString()
        .replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${far}</sheetData>`),
    }));
    const book = makeZip(await Promise.all(parts));
    const rowsOf = async (most: number): Promise<number> => {
      let count = 0;
      for await (const { cells } of (await openWorkbook('t.xlsx', book, most)) ?? [])
        if (cells.at(-1) === '1') count++;
      return count;
    };
    expect(await rowsOf(30 * 16_384)).toBe(30);
    await expect(rowsOf(29 * 16_384)).rejects.toMatchObject({ code: 'too-large' });
  });

  test('that is cut off is refused', async () => {
    await expect(read('t.xlsx', book.subarray(0, 3000))).rejects.toMatchObject({
      code: 'unreadable-document',
    });
  });
});

describe('a workbook with a sheet of other columns', () => {
  test('is read without that sheet, and says so', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const book = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['en', 'es'],
            ['One.', 'Uno.'],
          ],
        },
        { name: 'About', rows: [['made by', 'me']] },
        {
          name: 'B',
          rows: [
            ['en', 'es'],
            ['Two.', 'Dos.'],
          ],
        },
      ],
    });
    const { sources } = await readSource('t.xlsx', book);
    expect(sources.map(({ text }) => text)).toEqual(['One.\nTwo.', 'Uno.\nDos.']);
    expect(sources[0]?.notices).toEqual([
      'the sheet "About" was not read: its first row does not have these columns',
    ]);
  });
});

describe('a workbook whose first sheet has no texts side by side', () => {
  const book = readFileSync(new URL('../../fixtures/tables/formulas.xlsx', import.meta.url));
  const about = 'the sheet "About" was not read: it does not have these columns';

  test.each([[undefined], [['en', 'es']], [['es']]])(
    'is read from the first sheet on that has the columns %j, and says so',
    async (columns) => {
      const { sources } = await readSource('t.xlsx', book, columns ? { columns } : {});
      const names = (columns ?? ['en', 'es']).map((column) =>
        columns?.length === 1 ? 't.xlsx' : `t.xlsx:${column}`,
      );
      expect(sources.map(({ name }) => name)).toEqual(names);
      expect(sources[0]?.notices).toContain(about);
    },
  );

  test('is read from the first sheet if that has the column that is named', async () => {
    const { sources } = await readSource('t.xlsx', book, { columns: ['A'] });
    expect(sources[0]?.notices?.join()).not.toContain(about);
    expect(sources[0]?.text).toMatch(/^A glossary of ours\./);
  });

  test('says what its columns are if no sheet has those that are named', async () => {
    await expect(readSource('t.xlsx', book, { columns: ['en', 'fr'] })).rejects.toMatchObject({
      code: 'unclear-columns',
      message: expect.stringMatching(
        /^t\.xlsx: there is no column "en": its columns are A \(A glossary of ours\.\)/,
      ) as string,
    });
  });

  test('says how many formulas have no result in the file', async () => {
    const { sources } = await readSource('t.xlsx', book);
    expect(sources[0]?.notices?.[1]).toMatch(/^2 cells with formulas are empty, because/);
    expect(sources.map(({ text }) => text)).toEqual([
      'The house is old.\nThird.',
      'La casa es vieja.\nHace frío.',
    ]);
  });
});
