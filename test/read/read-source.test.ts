import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { SourceText } from '../../src/domain.js';
import { AppError } from '../../src/errors.js';
import type { DocumentReader, FoundText, FoundTexts } from '../../src/read/documents/document.js';
import type { DocumentFormat } from '../../src/read/formats.js';
import { readSource, type ReadOptions, type SourceData } from '../../src/read/read-source.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readOne(
  data: SourceData,
  options: ReadOptions = {},
  name = 'a.txt',
): Promise<SourceText> {
  const { sources } = await readSource(name, data, options);
  const [source] = sources;
  if (!source || sources.length > 1) throw new Error(`expected one source, not ${sources.length}`);
  return source;
}

const passages = ({ text, blocks }: SourceText): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end));

async function failure(data: SourceData, options: ReadOptions = {}): Promise<AppError> {
  const error: unknown = await readSource('a.txt', data, options).catch(
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error('expected an AppError');
}

/** A format whose files begin with `%fake`, and whose reader does what a test says. */
function fake(reader: DocumentReader): DocumentFormat {
  return {
    name: 'fake',
    endings: ['.fake'],
    sniff: (head) => new TextDecoder().decode(head).startsWith('%fake'),
    load: () => Promise.resolve(reader),
  };
}

const found = (text: string, more: Partial<FoundText> = {}): FoundText => ({
  text,
  blocks: [{ start: 0, end: text.length, heading: 0 }],
  ...more,
});

const extracting = (texts: FoundText | FoundTexts): DocumentFormat =>
  fake({ takes: 'bytes', textIs: 'extracted', read: () => texts });

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

describe('a source', () => {
  test('has blocks that are numbered from 1 and give their text back', async () => {
    const source = await readOne(utf8('  One.\n\n Two. \n'));
    expect(source.blocks.map(({ number }) => number)).toEqual([1, 2]);
    expect(passages(source)).toEqual(['One.', 'Two.']);
  });

  test('says what it was read as, and that its text is the file’s own', async () => {
    expect(await readOne(utf8('One.'))).toMatchObject({ format: 'text', textIs: 'file' });
    expect(await readOne(utf8('# One'), {}, 'a.MD')).toMatchObject({
      format: 'markdown',
      textIs: 'file',
    });
  });

  test('is read as the format that is named', async () => {
    expect(passages(await readOne(utf8('# A\n'), { from: 'text' }, 'a.md'))).toEqual(['# A']);
    expect(passages(await readOne(utf8('# A\n'), { from: 'markdown' }))).toEqual(['A']);
    const error = await failure(utf8('A'), { from: 'pages' });
    expect(error).toMatchObject({ code: 'unknown-format', exitCode: 2 });
    expect(error.hint).toContain('text, markdown');
  });

  test('has its noise marked, unless it has one sentence a line', async () => {
    const bytes = utf8('One.\nViews: 14\n');
    expect((await readOne(bytes)).blocks.map(({ noise }) => noise)).toEqual([null, 'boilerplate']);
    const segmented = await readOne(bytes, { segmented: true });
    expect(segmented.blocks.map(({ noise }) => noise)).toEqual([null, null]);
  });

  test.each(['', '  \n\t\n', '\ufeff'])('is not an empty file: %j', async (text) => {
    expect((await failure(utf8(text))).code).toBe('empty-source');
    expect((await failure(text)).message).toBe('a.txt: the file is empty');
  });

  test('is not a binary file', async () => {
    const error = await failure(Buffer.from('\u0089PNG rest', 'latin1'));
    expect(error.code).toBe('binary-source');
    expect(error.message).toBe('a.txt: not a text file (a PNG image)');
  });

  test('is not a zip archive that is damaged', async () => {
    const error = await failure(Buffer.from('PK\u0003\u0004rest'));
    expect(error.code).toBe('unreadable-document');
    expect(error.message).toMatch(/^a\.txt: the zip archive is damaged or cut off \(/);
  });
});

describe('a known text', () => {
  test('stays as it is, lone surrogates and all', async () => {
    const text = 'A \ud800 lone one.\r\nAnd \udc00 another, e\u0301.';
    const source = await readOne(text);
    expect(source.text).toBe(text);
    expect(passages(source)).toEqual(['A \ud800 lone one.', 'And \udc00 another, e\u0301.']);
  });

  test('has no encoding, whatever that of the files is', async () => {
    expect((await readOne('Größe', { encoding: 'shift_jis' })).text).toBe('Größe');
  });

  test('loses a byte order mark, as a file does', async () => {
    expect((await readOne('\ufeffOne.')).text).toBe('One.');
  });
});

describe('a stream of bytes', () => {
  test.each([1, 7, 5000])('gives what the whole file gives, in pieces of %i', async (size) => {
    const text = 'Größe ändert nichts daran.\n'.repeat(400);
    expect(await readOne(inPieces(utf8(text), size))).toEqual(await readOne(utf8(text)));
  });

  test('is decoded as a whole', async () => {
    const bytes = iconv.encode('彼は夜遅く家に帰って、すぐに寝た。', 'shift_jis');
    expect((await readOne(inPieces(bytes, 3))).text).toContain('彼は夜遅く');
  });
});

describe('a format', () => {
  test('is known by content before the name', async () => {
    const formats = [extracting(found('Inside.'))];
    const source = await readOne(utf8('%fake 1'), { formats }, 'a.md');
    expect(source).toMatchObject({ format: 'fake', textIs: 'extracted', text: 'Inside.' });
    expect((await readOne(utf8('fake?'), { formats }, 'b.fake')).format).toBe('fake');
    expect((await readOne(utf8('fake?'), { formats }, 'b.txt')).format).toBe('text');
  });

  test('gets bytes, a stream or text, whatever the file came as', async () => {
    const got: unknown[] = [];
    const readers: DocumentReader[] = [
      {
        takes: 'text',
        textIs: 'file',
        read: (_name, text) => (got.push(text), found(text)),
      },
      {
        takes: 'bytes',
        textIs: 'file',
        read: (_name, bytes) => (got.push(new TextDecoder().decode(bytes)), found('x')),
      },
      {
        takes: 'stream',
        textIs: 'file',
        async read(_name, chunks) {
          let text = '';
          for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
          got.push(text);
          return found('x');
        },
      },
    ];
    const content = '%fake content';
    for (const reader of readers)
      for (const data of [content, utf8(content), inPieces(utf8(content), 4)])
        await readOne(data, { formats: [fake(reader)] });
    expect(got).toEqual(Array(9).fill(content));
  });

  test('may say where blocks stand and that they are sentences already', async () => {
    const block = { start: 0, end: 9, heading: 0 } as const;
    const blocks = [
      { ...block, locator: { kind: 'page', page: 3 }, segmented: true } as const,
      { ...block, start: 10, end: 19 },
    ];
    const formats = [extracting({ text: 'Views: 14 Views: 14', blocks })];
    const source = await readOne(utf8('%fake'), { formats });
    expect(source.blocks).toEqual([
      { ...blocks[0], number: 1, noise: null },
      { ...blocks[1], number: 2, noise: 'boilerplate' },
    ]);
  });

  test('may hold several texts, which go by their parts, and links between them', async () => {
    const links = [{ a: 0, b: 1, links: [{ a: [1], b: [1] }] }];
    const texts = [
      found('One.', { part: 'en', language: 'en' }),
      found('Uno.', { part: 'es' }),
      found('Un.', { part: 'es' }),
      found('Eins.'),
    ];
    const read = await readSource('m.fake', utf8('%fake'), {
      formats: [extracting({ texts, links })],
    });
    expect(read.sources.map(({ name }) => name)).toEqual([
      'm.fake:en',
      'm.fake:es',
      'm.fake:es#2',
      'm.fake:4',
    ]);
    expect(read.sources.map(({ language }) => language)).toEqual([
      'en',
      undefined,
      undefined,
      undefined,
    ]);
    expect(read.links).toEqual(links);
  });

  test('without any text is refused', async () => {
    const formats = [
      extracting({ texts: [found(' ', { part: 'en' }), found('', { part: 'es' })] }),
    ];
    const error = await failure(utf8('%fake'), { formats });
    expect(error.code).toBe('empty-source');
    expect(error.message).toBe('a.txt: there is no text in it');
  });
});
