import { readFileSync, readdirSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { readSource, type ReadOptions } from '../../src/read/read-source.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function blocksOf(text: string, options: ReadOptions = {}, name = 'a.txt'): string[] {
  const source = readSource(name, utf8(text), options);
  return source.blocks.map(({ start, end }) => source.text.slice(start, end));
}

function noiseOf(text: string): (string | null)[] {
  return readSource('a.txt', utf8(text)).blocks.map(({ noise }) => noise);
}

function failure(bytes: Uint8Array, options: ReadOptions = {}): AppError {
  try {
    readSource('a.txt', bytes, options);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('expected an AppError');
}

describe('decoding', () => {
  const german = 'Größe ändert nichts daran, daß die Straße über den Fluß führt.\nSchön wäre es.';
  const russian = 'Он вернулся домой поздно вечером и сразу лёг спать.\nУтром его уже не было.';
  const polish = 'Książę wrócił późno do domu i położył się spać.\nRano już go nie było.';
  const japanese = '彼は夜遅く家に帰って、すぐに寝た。\n朝にはもういなかった。';
  const chinese = '他很晚才回家，马上就睡了。\n早上他已经不在了。';
  const korean = '그는 밤늦게 집에 돌아와 바로 잤다.\n아침에는 이미 없었다.';

  test.each([
    ['utf-8', german],
    ['utf-16le', german],
    ['utf-16be', russian],
    ['utf-16le', chinese],
    ['windows-1252', german],
    ['windows-1250', polish],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['cp866', russian],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', chinese],
    ['euc-kr', korean],
  ])('recognises %s', (encoding, text) => {
    const repeated = `${text}\n${text.split('\n').reverse().join('\n')}`;
    expect(readSource('a.txt', iconv.encode(repeated, encoding)).text).toBe(repeated);
  });

  test('takes the encoding that is named', () => {
    const bytes = iconv.encode('naïve café', 'macroman');
    expect(readSource('a.txt', bytes, { encoding: 'macroman' }).text).toBe('naïve café');
  });

  test('removes a byte order mark and nothing else', () => {
    const text = 'A\u0301 line.\r\nAnother\ufeff line.\r\n';
    expect(readSource('a.txt', utf8(`\ufeff${text}`)).text).toBe(text);
    expect(readSource('a.txt', iconv.encode(text, 'utf-16', { addBOM: true })).text).toBe(text);
  });

  test('names the offset of the byte that is not UTF-8', () => {
    const bytes = Buffer.concat([utf8('Größe und Maß, größer '), Buffer.from([0xff]), utf8(' ü.')]);
    const error = failure(bytes);
    expect(error.code).toBe('undecodable-source');
    expect(error.exitCode).toBe(65);
    expect(error.message).toContain(`offset ${utf8('Größe und Maß, größer ').length}`);
    expect(failure(bytes, { encoding: 'utf-8' }).message).toContain('0xFF');
  });

  test('names the offset in a named encoding', () => {
    const bytes = Buffer.concat([iconv.encode('日本', 'shift_jis'), Buffer.from([0xff, 0x41])]);
    expect(failure(bytes, { encoding: 'shift_jis' }).message).toContain('offset 4');
  });

  test.each([
    ['a PNG image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a PDF document', Buffer.from('%PDF-1.7\n')],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest')],
    ['zero byte', Buffer.from('text\u0000\u0001\u0002 and more of it')],
  ])('refuses %s', (what, bytes) => {
    const error = failure(bytes);
    expect(error.code).toBe('binary-source');
    expect(error.message).toContain(what);
  });

  test.each(['', '  \n\t\n', '\ufeff'])('refuses an empty file: %j', (text) => {
    expect(failure(utf8(text)).code).toBe('empty-source');
  });

  test('refuses an encoding that nobody knows', () => {
    const error = failure(utf8('text'), { encoding: 'utf-9' });
    expect(error.code).toBe('unknown-encoding');
    expect(error.exitCode).toBe(2);
  });
});

describe('paragraphs', () => {
  test('are lines where lines are whole paragraphs', () => {
    expect(blocksOf('One line.\nAnother one.\r\n\r\nA third.\n')).toEqual([
      'One line.',
      'Another one.',
      'A third.',
    ]);
  });

  test('are runs of lines in a file that was broken to a width', () => {
    const text = [
      'The river had been rising since the morning, and nobody in the',
      'village could remember a spring like this one. The old men sat on',
      'the wall and watched the water, saying little.',
      '',
      'By evening the first cellars were full. Women carried chairs and',
      'bedding up the hill, and the children followed them with lamps in',
      'their hands.',
    ].join('\n');
    const blocks = blocksOf(text);
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toMatch(/^The river[\s\S]*little\.$/);
  });

  test('stay lines in a file of short sentences of like length', () => {
    expect(blocksOf('He came home late.\nShe was not there.\nHe sat by the door.\n')).toHaveLength(
      3,
    );
  });

  test('stay lines in verse', () => {
    const verse =
      'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand\nOr eye,';
    expect(blocksOf(verse)).toHaveLength(4);
  });

  test('are every line of a segmented file, empty ones included', () => {
    const blocks = blocksOf('One.\n\n  Two. Three.\nFour\n', { segmented: true });
    expect(blocks).toEqual(['One.', '', 'Two. Three.', 'Four']);
  });

  test('are numbered from 1 and give their text back', () => {
    const source = readSource('a.txt', utf8('  One.\n\n Two. \n'));
    expect(source.blocks.map(({ number }) => number)).toEqual([1, 2]);
    expect(source.blocks.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      'One.',
      'Two.',
    ]);
  });

  test('take time linear in the size of the file', () => {
    const line = `${'word '.repeat(30)}end of it number`;
    const text = Array.from({ length: 20_000 }, (_, i) => `${line} ${i}.`).join('\n');
    const before = performance.now();
    expect(readSource('a.txt', utf8(text)).blocks).toHaveLength(20_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe('Markdown', () => {
  const markdown = [
    '---',
    'title: Not text',
    '---',
    '# A *heading*',
    '',
    'A paragraph with [a link](https://example.org "title") that',
    'goes on in the next line.',
    '',
    '```js',
    'const code = "not text";',
    '```',
    '',
    '> A quotation.',
    '',
    '- First item',
    '- Second item',
    '',
    '| Head | Two |',
    '|------|-----|',
    '| cell | x   |',
    '',
    '<div>html</div>',
    '',
    '[ref]: https://example.org',
  ].join('\n');

  test('knows what is text: not front matter, code, HTML and definitions', () => {
    expect(blocksOf(markdown, {}, 'a.md')).toEqual([
      'A *heading*',
      'A paragraph with [a link](https://example.org "title") that\ngoes on in the next line.',
      'A quotation.',
      'First item',
      'Second item',
      'Head',
      'Two',
      'cell',
      'x',
    ]);
  });

  test('keeps the level of headings', () => {
    const source = readSource('a.md', utf8(markdown));
    expect(source.blocks.map(({ heading }) => heading).slice(0, 2)).toEqual([1, 0]);
  });

  test('is read as plain text when asked', () => {
    expect(blocksOf('# A\n', { format: 'text' }, 'a.md')).toEqual(['# A']);
    expect(blocksOf('# A\n', { format: 'markdown' }, 'a.txt')).toEqual(['A']);
  });
});

describe('noise', () => {
  test.each([
    'Views: 14',
    'Subscribe to get the latest posts sent to your email.',
    'Share on Facebook',
    'Facebook | Twitter | WhatsApp',
    '5 min read',
    'Suscríbete a nuestro boletín',
    'Подпишитесь на наш канал',
    '© 2024 Example Press. All rights reserved.',
  ])('is page furniture: %s', (line) => {
    expect(noiseOf(`Some text.\n${line}\n`)).toEqual([null, 'boilerplate']);
  });

  test.each([
    'Share prices fell on Monday.',
    'Views differ on this question.',
    'He told her to subscribe to nothing at all.',
    'Read more books.',
    'Follow',
  ])('is not text that looks like it: %s', (line) => {
    expect(noiseOf(`Some text.\n${line}\n`)).toEqual([null, null]);
  });

  const long =
    'The men did an excellent job, and nobody could take an inch of the ground they held.';

  test('is a copy of an earlier paragraph', () => {
    expect(noiseOf(`${long}\nBetween them.\n${long}`)).toEqual([null, null, 'repeat']);
  });

  test('is a pull quote, before or after the text it was lifted from', () => {
    const running = `It rained. ${long} Then they left.`;
    expect(noiseOf(`${running}\n${long}`)).toEqual([null, 'repeat']);
    expect(noiseOf(`“${long}”\n${running}`)).toEqual(['repeat', null]);
  });

  test('is not a short line that is said twice', () => {
    expect(noiseOf('— Yes, I know.\n— Why?\n— Yes, I know.')).toEqual([null, null, null]);
  });

  test('is never marked in a segmented file', () => {
    const source = readSource('a.txt', utf8(`Views: 14\n${long}\n${long}`), { segmented: true });
    expect(source.blocks.every(({ noise }) => noise === null)).toBe(true);
  });

  test('in the seeds is what a person would call noise', () => {
    const folder = new URL('../../seeds/', import.meta.url);
    const numbers = Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map((name) => {
          const { blocks } = readSource(name, readFileSync(new URL(name, folder)));
          const noise = blocks.filter((block) => block.noise !== null);
          return [name.slice(0, 3), noise.map((block) => `${block.number} ${block.noise}`)];
        }),
    );
    expect(numbers).toEqual({
      '000': ['34 boilerplate', '35 boilerplate'],
      '001': [],
      '002': [],
      '003': [
        ...[4, 10, 11, 12, 16, 20, 25, 38, 50, 59].map((number) => `${number} repeat`),
        '66 boilerplate',
        '69 boilerplate',
      ],
      '004': ['1 boilerplate'],
    });
  });
});
