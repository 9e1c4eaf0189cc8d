import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { page, readHtml } from './read-html.js';

const declaring = (charset: string, text: string): string =>
  page(`<p>${text}</p>`).replace('<head>', `<head><meta charset="${charset}">`);

const german = 'Die Straße über den Fluß führt nach Süden, und die Bäume blühen schön.';
const russian = 'Дорога через реку ведёт на юг, и деревья красиво цветут у воды.';
const polish = 'Droga przez rzekę prowadzi na południe, a drzewa pięknie kwitną.';
const chinese = '过河的路通向南方，树木开花很美。';

describe('the encoding of a page', () => {
  test.each([
    ['ISO-8859-1', 'windows-1252', german],
    ['windows-1251', 'windows-1251', russian],
    ['KOI8-R', 'koi8-r', russian],
    ['iso-8859-2', 'iso-8859-2', polish],
    ['GB2312', 'gb18030', chinese],
    ['Big5', 'big5', '過河的路通向南方。'],
    ['x-sjis', 'shift_jis', '川を渡る道は南へ続く。'],
    ['utf-8', 'utf-8', german],
  ])('is %s if the page says so', async (charset, encoding, text) => {
    expect(await readHtml(iconv.encode(declaring(charset, text), encoding))).toEqual([text]);
  });

  test('may be declared in the old way, or by XML', async () => {
    const old = page(`<p>${polish}</p>`).replace(
      '<head>',
      '<head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
    );
    expect(await readHtml(iconv.encode(old, 'iso-8859-2'))).toEqual([polish]);
    const xml = `<?xml version="1.0" encoding="iso-8859-2"?>${page(`<p>${polish}</p>`)}`;
    expect(await readHtml(iconv.encode(xml, 'iso-8859-2'))).toEqual([polish]);
  });

  test.each([
    ['iso-8859-1', 'utf-8', german],
    ['utf-8', 'windows-1252', german],
    ['windows-1252', 'windows-1251', russian.repeat(4)],
    ['euc-jp', 'gb18030', chinese.repeat(4)],
    ['no-such-thing', 'windows-1251', russian],
  ])('is not %s, which the page says, where it is %s', async (charset, encoding, text) => {
    expect(await readHtml(iconv.encode(declaring(charset, text), encoding))).toEqual([text]);
  });
});
