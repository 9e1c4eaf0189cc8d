import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../../src/errors.js';
import { readSource } from '../../../../src/read/read-source.js';
import { flateBomb, lines, manyPages, pagesOf, pdfOf, stream } from './make-pdf.js';

const fixtures = new URL('../../../fixtures/pdf/', import.meta.url).pathname;
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(fixtures, name)));

/** Blocks as `page|kind|text`; the kind of a heading is its level. */
async function read(bytes: Uint8Array, name = 'a.pdf'): Promise<string[]> {
  const { sources } = await readSource(name, bytes);
  const [source] = sources;
  if (!source) throw new Error('no source');
  return source.blocks.map(({ start, end, heading, kind, noise, locator }) => {
    const page = locator?.kind === 'page' ? locator.page : '?';
    const what = noise ?? kind ?? (heading === 0 ? '' : `h${heading}`);
    return `${page}|${what}|${source.text.slice(start, end)}`;
  });
}

async function refusal(bytes: Uint8Array): Promise<AppError> {
  const error: unknown = await readSource('a.pdf', bytes).catch((thrown: unknown) => thrown);
  return error as AppError;
}

const wordsOf = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');

describe('a tagged file says what its blocks are', () => {
  test('headings, items, cells, captions, in the order of its structure', async () => {
    expect(await read(fixture('tagged.pdf'))).toEqual([
      '1|h1|The lighthouse keeper',
      '1||Every evening the keeper climbed the two hundred steps to the lantern, counting them under his breath. The extraordinary circumstances of that winter had made him superstitious.',
      '1||Nobody in the village remembered such storms. Ships stayed in harbour for weeks, and the fishermen mended their nets by the stove1.',
      '1|h2|What he saw',
      '1|list-item|A green light over the reef.',
      '1|list-item|Three boats without sails, which came nearer and then vanished in the dark.',
      '1|caption|Table 1: the storms',
      '1|table-cell|Month',
      '1|table-cell|Days',
      '1|table-cell|January',
      '1|table-cell|twelve days',
      '1||On the morning of the third of February, he wrote, the sea was quiet again, and the responsibilities of his office seemed lighter.',
      '1||1 He never learned to knit.',
    ]);
  });

  test('Arabic and Hebrew in reading order, Hindi with its vowels, no spaces in Chinese and Japanese', async () => {
    expect(await read(fixture('scripts.pdf'))).toEqual([
      '1|h1|الفصل',
      '1||يصعد الحارس إلى المنارة (200 درجة) كل مساء، وكتب كلمة Lighthouse على الجدار.',
      '1||בכל ערב טיפס השומר אל המגדלור (200 מדרגות).',
      '1||हर शाम रखवाला सीढ़ियाँ गिनते हुए प्रकाशस्तंभ पर चढ़ता था।',
      '1||晚上，人都爬上灯塔，数着台阶，晚上人都爬上灯塔，数着台阶。',
      '1||毎晩、灯台に登った。',
    ]);
  });

  test('Arabic whose letters one sign stands for: in the order in which they are read', async () => {
    expect(await read(fixture('letters.pdf'))).toEqual([
      '1||لا إله إلا الله، والأرض لله. هؤلاء الأولاد لاعبون، ولأنهم لا يلعبون الآن فلا بأس.',
    ]);
  });

  test.each(['from the left', 'from the right'])(
    'Arabic and Hebrew with Latin words and numbers, in paragraphs that begin %s',
    async (side) => {
      const typed = readFileSync(join(fixtures, 'directions.fodt'), 'utf8');
      const paragraphs = [...typed.matchAll(/<text:p [^>]*>([^<]*)</g)].map(([, text]) => text);
      const found = (await read(fixture('directions.pdf'))).map((block) =>
        block.replace('1||', ''),
      );
      // Where the line before has hardly any room left, its paragraph seems to end; the words are the same.
      const own = side === 'from the left' ? found.slice(0, 2) : found.slice(2);
      expect(own.join(' ')).toBe(
        (side === 'from the left' ? paragraphs.slice(0, 2) : paragraphs.slice(2)).join(' '),
      );
    },
  );

  test('notes of a web page, without their links back and the numbers that point to them', async () => {
    expect(await read(fixture('notes.pdf'))).toEqual([
      '1|h1|Report',
      '1||The harbour was built long ago. It was never finished. The town grew.',
      '1|list-item|One item.',
      '1|list-item|An item in it.',
      '1|footnote|Before the war, he said.',
      '1|footnote|Nobody knows why.',
    ]);
  });
});

describe('a paragraph of the structure is one, over however many pages', () => {
  const wide = 'The storm began in the evening, and all of the ships of the village were lost.';
  const paragraph = (id: number, text: string): string =>
    `/P << /MCID ${id} >> BDC (${text}) Tj EMC T*`;
  const page = (contents: readonly string[]): Buffer =>
    stream(`BT /F 10 Tf 1 0 0 1 60 700 Tm 13 TL ${contents.join(' ')} ET`);

  test('also where a sentence ends with the page, and two are two where none does', async () => {
    const file = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 10 0 R >>',
      '<< /Type /Pages /Kids [4 0 R 5 0 R 6 0 R] /Count 3 /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      '<< /Type /Page /Parent 2 0 R /Contents 7 0 R /StructParents 0 >>',
      '<< /Type /Page /Parent 2 0 R /Contents 8 0 R /StructParents 1 >>',
      '<< /Type /Page /Parent 2 0 R /Contents 9 0 R /StructParents 2 >>',
      page([paragraph(0, wide)]),
      page([paragraph(0, 'Nobody came back.'), paragraph(1, 'A list without end')]),
      page([paragraph(0, 'of names was read.')]),
      '<< /Type /StructTreeRoot /K [11 0 R 12 0 R 13 0 R] /ParentTree 14 0 R >>',
      '<< /Type /StructElem /S /P /P 10 0 R /K [<< /Type /MCR /Pg 4 0 R /MCID 0 >> << /Type /MCR /Pg 5 0 R /MCID 0 >>] >>',
      '<< /Type /StructElem /S /P /P 10 0 R /Pg 5 0 R /K 1 >>',
      '<< /Type /StructElem /S /P /P 10 0 R /Pg 6 0 R /K 0 >>',
      '<< /Nums [0 [11 0 R] 1 [11 0 R 12 0 R] 2 [13 0 R]] >>',
    ]);
    expect(await read(file)).toEqual([
      `1||${wide} Nobody came back.`,
      '2||A list without end',
      '3||of names was read.',
    ]);
  });

  test('many paragraphs of one element come in its order, whatever that of the pages is', async () => {
    const perPage = 20;
    const textOf = (index: number): string =>
      `${String.fromCodePoint(65 + (index % perPage)).repeat(2 + index / perPage)} is lost.`;
    const drawn = (of: number): Buffer =>
      page(
        Array.from({ length: perPage }, (_, id) => {
          const last = perPage - 1 - id;
          return paragraph(last, textOf(of * perPage + last));
        }),
      );
    const elements = Array.from({ length: 2 * perPage }, (_, index) => `${11 + index} 0 R`);
    const file = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 8 0 R >>',
      '<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      '<< /Type /Page /Parent 2 0 R /Contents 6 0 R /StructParents 0 >>',
      '<< /Type /Page /Parent 2 0 R /Contents 7 0 R /StructParents 1 >>',
      drawn(0),
      drawn(1),
      '<< /Type /StructTreeRoot /K [9 0 R] /ParentTree 10 0 R >>',
      `<< /Type /StructElem /S /Document /P 8 0 R /K [${elements.join(' ')}] >>`,
      `<< /Nums [0 [${elements.slice(0, perPage).join(' ')}] 1 [${elements.slice(perPage).join(' ')}]] >>`,
      ...elements.map((_, index) => {
        const own = index < perPage ? 4 : 5;
        return `<< /Type /StructElem /S /P /P 9 0 R /Pg ${own} 0 R /K ${index % perPage} >>`;
      }),
    ]);
    expect(await read(file)).toEqual(
      elements.map((_, index) => `${index < perPage ? 1 : 2}||${textOf(index)}`),
    );
  });
});

describe('where only places tell', () => {
  test.each(['columns', 'troff'])(
    '%s: two columns, running heads and paragraphs over columns and pages',
    async (name) => {
      const found = await read(fixture(`${name}.pdf`));
      const text = found.filter((block) => !block.includes('|boilerplate|'));
      const truth = readFileSync(join(fixtures, `${name}.txt`), 'utf8')
        .trim()
        .split('\n\n');
      const words = (blocks: readonly string[]): string[] => blocks.map(wordsOf).sort();
      expect(words(text.map((block) => block.split('|')[2] ?? ''))).toEqual(words(truth));
    },
  );

  test('heads and page numbers are noise, notes are apart and their numbers gone', async () => {
    const found = await read(fixture('columns.pdf'));
    expect(found.filter((block) => block.startsWith('2|boilerplate|'))).toEqual([
      '2|boilerplate|The Lighthouse Keeper',
      '2|boilerplate|Page 2',
    ]);
    expect(found.filter((block) => block.includes('|footnote|'))[0]).toBe(
      '1|footnote|Again keeper village circumstances morning harbour him.',
    );
    expect(found.filter((block) => block.includes('|h1|'))).toHaveLength(2);
    expect(found.filter((block) => block.includes('|list-item|'))).toHaveLength(3);
  });

  test('words that the end of a line divides are whole, those with a hyphen keep it', async () => {
    const text = lines([
      'The keeper of the light was a well-known man, and his super-',
      'stition was laughed at. Nobody else was so well-',
      'known in the village.',
    ]);
    expect(await read(pagesOf([text]))).toEqual([
      '1||The keeper of the light was a well-known man, and his superstition was laughed at. Nobody else was so well-known in the village.',
    ]);
  });

  test('where no other line ends in a hyphen, one that does keeps it', async () => {
    const filler = Array.from(
      { length: 50 },
      () => 'The keeper of the light went up to the lantern as he',
    );
    const text = lines([
      ...[
        'In that month they took Hama, which is the second-',
        'largest city of the whole country then, from a 27-',
        'year-old conscript of the army.',
      ],
    ]);
    const [first = ''] = await read(pagesOf([text, lines(filler), lines(filler)]));
    expect(first).toContain(
      'the second-largest city of the whole country then, from a 27-year-old conscript',
    );
  });

  test('text that a few pages happen to say at the same place is no running head', async () => {
    const pages = Array.from({ length: 16 }, (_, page) =>
      lines([
        page % 5 === 0
          ? 'Water is a right, said the mayor.'
          : `Nobody spoke of it ${'x'.repeat(page)}.`,
        'And so they went on, from one well to another, for years.',
      ]),
    );
    const found = await read(pagesOf(pages));
    const said = found.filter((block) => block.includes('Water is a right'));
    expect(said).toHaveLength(4);
    expect(said.filter((block) => block.includes('boilerplate'))).toEqual([]);
  });

  test('the mark at the end of a sentence tells in which direction a line runs', async () => {
    const right = 'الماء حق ولن يعطش أحد';
    const hex = Buffer.from(`\ufeff${right}`, 'utf16le').swap16().toString('hex');
    const arabic = `/Span << /ActualText <${hex}> >> BDC (water is a right for all) Tj EMC`;
    const line = '/F 10 Tf 1 0 0 1';
    const fromLeft = `${line} 60 700 Tm (He says:) Tj ${line} 110 700 Tm ${arabic} (.) Tj`;
    const fromRight = `${line} 57 700 Tm (.) Tj /F 10.1 Tf 1 0 0 1 60 700 Tm (BBC) Tj ${line} 85 700 Tm ${arabic}`;
    expect(await read(pagesOf([fromLeft]))).toEqual([`1||He says: ${right}.`]);
    expect(await read(pagesOf([fromRight]))).toEqual([`1||${right} BBC.`]);
  });

  test('a paragraph goes on on the next page, and is where it begins', async () => {
    const pages = [
      ['The storm began in the evening and did not'],
      ['end before the morning came.'],
    ];
    expect(await read(pagesOf(pages.map((page) => lines(page))))).toEqual([
      '1||The storm began in the evening and did not end before the morning came.',
    ]);
  });

  test('text that is turned is read along its lines', async () => {
    const turned =
      '/F 10 Tf 0 1 -1 0 300 100 Tm (Printed from below) Tj 0 1 -1 0 313 100 Tm (upwards.) Tj';
    expect(await read(pagesOf([turned]))).toEqual(['1||Printed from below upwards.']);
  });

  test('text in encodings that a file only names', async () => {
    const file = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>',
      '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
      stream('BT /F 12 Tf 60 700 Td <93fa967b8cea82cc95b68fcd> Tj ET'),
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /Ascent 800 /Descent -200 >>',
    ]);
    expect(await read(file)).toEqual(['1||日本語の文章']);
  });
});

test('a PDF is known by its content, whatever its name and what stands before its mark', async () => {
  const bytes = pagesOf([lines(['Hello from the keeper.'])]);
  expect(await read(bytes, 'noname')).toEqual(['1||Hello from the keeper.']);
  const later = new Uint8Array(Buffer.concat([Buffer.from('X-Mailer: a\n\n'), bytes]));
  expect(await read(later, 'mail.txt')).toEqual(['1||Hello from the keeper.']);
});

test('the bytes stay with whoever gave them', async () => {
  const bytes = pagesOf([lines(['Hello.'])]);
  const before = bytes.slice();
  await read(bytes);
  expect(bytes).toEqual(before);
  // A buffer is more than the bytes that it shows.
  expect(await read(Buffer.from(bytes))).toEqual(['1||Hello.']);
});

test('pages without text are told of', async () => {
  const { sources } = await readSource('a.pdf', pagesOf([lines(['Hello.']), '', '']));
  expect(sources[0]?.notices).toEqual([
    '2 of 3 pages have no text, page 2 the first of them: if it is a picture of text, run OCR on it',
  ]);
});

describe('what is refused', () => {
  test('a file without text: OCR is named', async () => {
    const { code, message, hint } = await refusal(pagesOf(['', '']));
    expect([code, message]).toEqual([
      'empty-source',
      'a.pdf: the PDF has no text: its 2 pages are pictures or empty',
    ]);
    expect(hint).toContain('OCR');
  });

  test('an encrypted file: what to do is said', async () => {
    const { code, message, hint } = await refusal(fixture('encrypted.pdf'));
    expect([code, message]).toEqual([
      'unreadable-document',
      'a.pdf: the PDF is encrypted and needs a password',
    ]);
    expect(hint).toContain('password');
  });

  test('half of a file', async () => {
    const whole = fixture('tagged.pdf');
    const { code, message } = await refusal(whole.subarray(0, whole.length / 8));
    expect(code).toBe('unreadable-document');
    expect(message).toContain('a.pdf: the PDF is broken');
  });

  test('what is no PDF but is said to be one', async () => {
    const read = readSource('a.txt', new TextEncoder().encode('Just text.'), { from: 'pdf' });
    await expect(read).rejects.toMatchObject({
      code: 'unreadable-document',
      message: 'a.txt: is not a PDF: "%PDF-" is missing at its beginning',
    });
  });

  test('a page that inflates without end, by its number', async () => {
    const { code, message } = await refusal(flateBomb(2 ** 28));
    expect(code).toBe('unreadable-document');
    expect(message).toContain('page 1 of the PDF');
    expect(message).toContain('inflates to more than 128 MB');
  });

  test('a billion pages that are not there', async () => {
    expect((await refusal(manyPages())).code).toBe('empty-source');
  });
});
