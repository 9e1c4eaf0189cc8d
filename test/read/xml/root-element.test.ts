import { expect, test } from 'vitest';
import { xmlEncoding } from '../../../src/read/xml/xml-encoding.js';
import { rootElement } from '../../../src/read/xml/root-element.js';

test.each([
  ['<tmx version="1.4">', 'tmx'],
  ['\ufeff<?xml version="1.0"?>\n<!-- a remark -->\n<!DOCTYPE x SYSTEM "x.dtd">\n<p:x y="1">', 'x'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><x/>', 'x'],
  ['  <Überschrift cut off', 'Überschrift'],
  ['plain text', undefined],
  ['1 < 2', undefined],
  ['', undefined],
])('the first element of %j', (text, local) => {
  expect(rootElement(Buffer.from(text))?.local).toBe(local);
});

test('is found in UTF-16', () => {
  expect(rootElement(Buffer.from('\ufeff<a b="c">', 'utf16le'))).toEqual({
    local: 'a',
    tag: '<a b="c">',
  });
});

test.each([
  ['<?xml version="1.0" encoding="ISO-8859-2"?>', 'ISO-8859-2'],
  ["<?xml version='1.0' encoding='utf-8'?>", 'utf-8'],
  // What can be read byte by byte is not in UTF-16, whatever it says.
  ['<?xml version="1.0" encoding="UTF-16"?>', 'utf-8'],
  ['<a encoding="koi8-r">', 'utf-8'],
])('the encoding of %s', (text, encoding) => {
  expect(xmlEncoding(Buffer.from(text))).toBe(encoding);
});
