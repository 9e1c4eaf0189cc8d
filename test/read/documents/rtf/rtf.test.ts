import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { blocksOf } from '../blocks-of.js';

const fonts =
  '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset128 MS Mincho;}{\\f2\\fcharset204{\\*\\falt x}Arial Cyr;}{\\f3\\fcharset178 Arial;}' +
  '{\\f4\\fcharset134 SimSun;}{\\f5\\fcharset238 Times CE;}{\\f6\\fcharset2 Symbol;}{\\f7 Plain;}}';
const rtf = (body: string, head = '\\ansi\\ansicpg1252\\deff0'): Buffer =>
  Buffer.from(`{\\rtf1${head}${fonts}${body}}`, 'latin1');
const read = (body: string, head?: string): Promise<string[]> => blocksOf('a.rtf', rtf(body, head));
const textOf = async (body: string, head?: string): Promise<string | undefined> =>
  (await readSource('a.rtf', rtf(body, head))).sources[0]?.text;
const escaped = (text: string, encoding: string): string =>
  [...iconv.encode(text, encoding)]
    .map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`)
    .join('');

describe('characters of RTF', () => {
  test.each([
    [1, 'shift_jis', '表を読む能力'],
    [2, 'windows-1251', 'Привет, мир'],
    [3, 'windows-1256', 'مرحبا بالعالم'],
    [4, 'gbk', '世界你好'],
    [5, 'windows-1250', 'Zażółć gęślą'],
  ])('are read as font %i has them (%s)', async (font, encoding, text) => {
    expect(await textOf(`\\f${font} ${escaped(text, encoding)}\\par`)).toBe(text);
    // Bytes may also stand as they are.
    const raw = iconv
      .encode(text, encoding)
      .toString('latin1')
      .replace(/[\\{}]/g, '\\$&');
    expect(await textOf(`{\\f${font} ${raw}}\\par`)).toBe(text);
  });

  test('are read as the file has them where the font does not tell', async () => {
    const text = 'Добрый день';
    expect(await textOf(`\\f7 ${escaped(text, 'windows-1251')}`, '\\ansi\\ansicpg1251')).toBe(text);
    expect(await textOf(`\\f99 ${escaped('é', 'macroman')}`, '\\mac')).toBe('é');
    expect(await textOf(`\\f99 ${escaped('é', 'cp437')}`, '\\pc')).toBe('é');
  });

  test('a plain run goes back to the font of the file', async () => {
    expect(await textOf("\\f2 \\'ec\\plain \\'ec")).toBe('мì');
  });

  test('in Unicode stand before others for older readers', async () => {
    expect(await textOf('\\u8364?')).toBe('€');
    expect(await textOf("{\\uc2\\u26481\\'93\\'8c}\\u-10179?\\u-8704?\\uc0\\u233 t")).toBe(
      '東😀ét',
    );
    expect(await textOf('a\\u8211\\endash b')).toBe('a–b');
    expect(await textOf('\\uc1{\\u233}no')).toBe('éno');
  });

  test('that have words and symbols', async () => {
    expect(
      await textOf(
        'a\\tab b\\line c\\~d\\_e\\-f\\emdash\\lquote g\\rquote\\ldblquote h\\rdblquote \\{\\}\\\\',
      ),
    ).toBe('a b\nc\u00a0d\u2011ef—‘g’“h”{}\\');
  });

  test('of the Symbol font', async () => {
    expect(await textOf('{\\f6 ab}\\f6\\u-3999?')).toBe('αβα');
    expect(
      await textOf('{\\field{\\*\\fldinst SYMBOL 98 \\\\f "Symbol" \\\\s 12}{\\fldrslt}}'),
    ).toBe('β');
  });

  test('that no font has are told', async () => {
    const { sources } = await readSource('a.rtf', rtf("\\f1 \\'82\\'a0\\'fd\\'ff"));
    expect(sources[0]?.notices?.[0]).toMatch(/not in the code page of the font$/);
  });
});

describe('blocks of RTF', () => {
  test('headings are known by level and style', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1\\outlinelevel1 heading 2;}{\\s3 Title;}{\\s4 Quote;}{\\*\\cs10 Mark;}{\\s5 toc 1;}{\\s6 caption;}}';
    expect(
      await read(
        `${styles}\\pard\\s1 One\\par\\pard\\s2 Two\\par\\pard\\s3 Title\\par\\pard\\s4 Said\\par\\pard\\outlinelevel3 Four\\par` +
          `{\\pard\\s1\\outlinelevel9 Body\\par}\\pard Text\\par\\pard\\s5 One\\tab 3\\par\\pard\\s6 A map\\par`,
      ),
    ).toEqual([
      'h1 | One',
      'h2 | Two',
      'h1 | Title',
      'quotation | Said',
      'h4 | Four',
      'text | Body',
      'text | Text',
      'text (boilerplate) | One 3',
      'caption | A map',
    ]);
  });

  test('lists of every age', async () => {
    expect(
      await read(
        "{\\listtext\\'95\\tab}\\pard\\ls1 New\\par{\\pntext 1.\\tab}\\pard{\\*\\pn\\pnlvlbody}Old\\par" +
          '{\\pard\\fi-360\\bullet \\tx360\\tab As text\\par}{\\pard\\fi-360 12.\\tx360\\tab Too\\par}{\\pard Text\\par}',
      ),
    ).toEqual([
      'list-item | New',
      'list-item | Old',
      'list-item | As text',
      'list-item | Too',
      'text | Text',
    ]);
  });

  test('cells of tables come in order, nested ones too, with their places', async () => {
    const body =
      '\\trowd\\cellx1\\cellx2\\pard\\intbl A\\cell B\\par C\\cell\\row' +
      '\\trowd\\pard\\intbl\\itap2 in\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl D\\cell E\\cell\\row\\pard After\\par' +
      '\\trowd\\pard\\intbl F\\cell\\row';
    const { sources } = await readSource('a.rtf', rtf(body));
    const { text, blocks } = sources[0] ?? { text: '', blocks: [] };
    expect(
      blocks.map(({ start, end, kind, locator }) => [
        text.slice(start, end),
        kind,
        locator?.kind === 'cell' ? `${locator.row}/${locator.column}` : undefined,
      ]),
    ).toEqual([
      ['A', 'table-cell', '1/1'],
      ['B', 'table-cell', '1/2'],
      ['C', 'table-cell', '1/2'],
      ['in', 'table-cell', '1/1'],
      ['D', 'table-cell', '2/1'],
      ['E', 'table-cell', '2/2'],
      ['After', undefined, undefined],
      ['F', 'table-cell', '1/1'],
    ]);
  });

  test('notes come after the paragraph that refers to them, without their marks', async () => {
    expect(
      await read(
        'Word{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} Under.\\par More.}, and{\\super\\chftn}{\\*\\footnote\\ftnalt\\chftn\\~End.\\par} more.\\par',
      ),
    ).toEqual([
      'text | Word, and more.',
      'footnote | Under.',
      'footnote | More.',
      'footnote | End.',
    ]);
  });

  test('text boxes come once, after their paragraph', async () => {
    expect(
      await read(
        'Before {\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard In a box.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext\\pard In a box.\\par}}}}after.\\par' +
          '{\\*\\do\\dobxpage{\\dptxbxtext\\pard Old box.\\par}}Text.\\par',
      ),
    ).toEqual(['text | Before after.', 'text | In a box.', 'text | Text.', 'text | Old box.']);
  });

  test('headers and footers are noise', async () => {
    expect(
      await read('{\\header\\pard Report\\par}{\\footerf\\pard - {\\chpgn 3} -\\par}Text.\\par'),
    ).toEqual(['text | Text.', 'text (boilerplate) | Report']);
  });

  test('a backslash at the end of a line ends a paragraph', async () => {
    expect(await read('One\\\r\nTwo\\\nTh\nree')).toEqual([
      'text | One',
      'text | Two',
      'text | Three',
    ]);
  });
});

describe('what is no text of RTF', () => {
  test('groups for readers that know them, pictures, data, remarks', async () => {
    expect(
      await read(
        '{\\*\\unknown no}{\\info{\\title no}}{\\pict 0123}{\\*\\generator no;}a{\\*\\annotation no}{\\xe no}{\\object{\\*\\objdata 00}{\\result b}}{\\mmath{\\*\\moMath{\\mfPr no}{\\mr c}}}',
      ),
    ).toEqual(['text | abc']);
  });

  test('raw data ends with the file at the latest', async () => {
    expect(await read('a{\\pict\\bin3 }}}}b')).toEqual(['text | ab']);
    await expect(read('a\\bin2147483647 b')).rejects.toMatchObject({ code: 'unreadable-document' });
    expect(await read('a\\bin-5 b')).toEqual(['text | ab']);
  });

  test('fields give their results', async () => {
    expect(
      await read(
        "{\\field{\\*\\fldinst {IF {\\field{\\*\\fldinst X}{\\fldrslt no}}}}{\\fldrslt yes}} {\\field{\\*\\fldinst EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 11(no),{\\f1 \\'93\\'8c})}{\\fldrslt }}",
      ),
    ).toEqual(['text | yes 東']);
  });

  test('deleted text, and hidden text, which is told', async () => {
    const { sources } = await readSource(
      'a.rtf',
      rtf(
        'New{\\deleted  old\\par}{\\mvf  from}{\\revised  text}.{\\v  hidden\\footnote no}\\v  x\\v0\\par',
      ),
    );
    expect(sources[0]?.text).toBe('New text.');
    expect(sources[0]?.notices).toEqual(['hidden text is left out']);
  });

  test('of two ways to say the same, Unicode is taken', async () => {
    expect(await read('{\\upr{a?c}{\\*\\ud{a\\u20013?c}}}')).toEqual(['text | a中c']);
  });

  test('what follows the end is told', async () => {
    const { sources } = await readSource('a.rtf', Buffer.concat([rtf('a'), Buffer.from('\n\0')]));
    expect(sources[0]?.notices).toBeUndefined();
    const more = await readSource('a.rtf', Buffer.concat([rtf('a'), Buffer.from('b')]));
    expect(more.sources[0]?.notices).toEqual(['what follows the end of its text is left out']);
  });
});

test('RTF of LibreOffice holds what its source holds', async () => {
  const read = (name: string): Promise<string[]> =>
    blocksOf(name, readFileSync(new URL(`../../../fixtures/office/${name}`, import.meta.url)));
  const expected = await read('pandoc.docx');
  expect(await read('libreoffice.rtf')).toEqual(expected);
  // Pandoc's RTF knows neither titles nor quotations, and its captions stand under the tables.
  const words = (lines: readonly string[]): string[] =>
    lines.map((line) => line.replace(/^.*?\| /, '')).sort();
  expect(words(await read('pandoc.rtf'))).toEqual(words(expected));
});
