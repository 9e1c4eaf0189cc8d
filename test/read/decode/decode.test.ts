import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { decodeBytes } from '../../../src/read/decode/decode.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function textOf(bytes: Uint8Array, encoding?: string): Promise<string> {
  return (await decodeBytes('a.txt', bytes, encoding)).text;
}

async function failure(bytes: Uint8Array, encoding?: string): Promise<AppError> {
  try {
    await decodeBytes('a.txt', bytes, encoding);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('expected an AppError');
}

describe('decodeBytes', () => {
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
  ])('recognises %s', async (encoding, text) => {
    const repeated = `${text}\n${text.split('\n').reverse().join('\n')}`;
    expect(await textOf(iconv.encode(repeated, encoding))).toBe(repeated);
  });

  test('takes the encoding that is named', async () => {
    const bytes = iconv.encode('naïve café', 'macroman');
    expect(await textOf(bytes, 'macroman')).toBe('naïve café');
  });

  test('removes a byte order mark and nothing else', async () => {
    const text = 'A\u0301 line.\r\nAnother\ufeff line.\r\n';
    expect(await textOf(utf8(`\ufeff${text}`))).toBe(text);
    expect(await textOf(iconv.encode(text, 'utf-16', { addBOM: true }))).toBe(text);
  });

  test('names the offset of the byte that is not UTF-8', async () => {
    const bytes = Buffer.concat([utf8('Größe und Maß, größer '), Buffer.from([0xff]), utf8(' ü.')]);
    const error = await failure(bytes);
    expect(error.code).toBe('undecodable-source');
    expect(error.exitCode).toBe(65);
    expect(error.message).toContain(`offset ${utf8('Größe und Maß, größer ').length}`);
    expect((await failure(bytes, 'utf-8')).message).toContain('0xFF');
  });

  test('names the offset in a named encoding', async () => {
    const bytes = Buffer.concat([iconv.encode('日本', 'shift_jis'), Buffer.from([0xff, 0x41])]);
    expect((await failure(bytes, 'shift_jis')).message).toContain('offset 4');
  });

  test.each([
    ['a PNG image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a PDF document', Buffer.from('%PDF-1.7\n')],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest')],
    ['zero byte', Buffer.from('text\u0000\u0001\u0002 and more of it')],
  ])('refuses %s', async (what, bytes) => {
    const error = await failure(bytes);
    expect(error.code).toBe('binary-source');
    expect(error.message).toContain(what);
  });

  test('refuses an encoding that nobody knows', async () => {
    const error = await failure(utf8('text'), 'utf-9');
    expect(error.code).toBe('unknown-encoding');
    expect(error.exitCode).toBe(2);
  });
});
