import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { localAttribute } from '../../../src/read/xml/local-attribute.js';
import { parseXml, parseXmlBytes, type XmlOptions } from '../../../src/read/xml/parse-xml.js';

/** What the handlers were told, one line each. */
async function events(xml: string | Uint8Array, options?: XmlOptions): Promise<string[]> {
  const found: string[] = [];
  await parseXmlBytes(
    'a.xml',
    Buffer.from(xml),
    {
      open: ({ local, uri, depth }) => found.push(`<${uri && `{${uri}}`}${local} ${depth}`),
      close: (local, _, depth) => found.push(`>${local} ${depth}`),
      text: (text) => found.push(`"${text}`),
    },
    options,
  );
  return found;
}
const refused = (reason: string): object => ({
  code: 'unreadable-document',
  exitCode: 65,
  message: expect.stringContaining(reason) as string,
});

describe('XML', () => {
  test('is told element by element, with namespaces', async () => {
    expect(await events('<a xmlns:p="u"><p:b>x &amp; <![CDATA[<y>]]></p:b><c/></a>')).toEqual([
      '<a 1',
      '<{u}b 2',
      '"x & ',
      '"<y>',
      '>b 2',
      '<c 2',
      '>c 2',
      '>a 1',
    ]);
  });

  test('has attributes with and without a prefix', async () => {
    const found: (string | undefined)[] = [];
    await parseXmlBytes('a.xml', Buffer.from('<a xmlns:q="u" id="1" q:style-name="2"/>'), {
      open: ({ attributes }) =>
        found.push(
          attributes.id,
          localAttribute(attributes, 'id'),
          localAttribute(attributes, 'style-name'),
          localAttribute(attributes, 'name'),
        ),
    });
    expect(found).toEqual(['1', '1', '2', undefined]);
  });

  test('may come in pieces that cut its characters', async () => {
    const bytes = Buffer.from('<a>süß 😀</a>');
    let text = '';
    async function* single(): AsyncGenerator<Uint8Array> {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    await parseXml('a.xml', single(), { text: (piece) => (text += piece) });
    expect(text).toBe('süß 😀');
  });

  test.each([
    ['utf-16le', '<?xml version="1.0" encoding="UTF-16"?>', true],
    ['utf-16be', '<?xml version="1.0"?>', true],
    ['utf-16le', '', false],
    ['windows-1251', '<?xml version="1.0" encoding="windows-1251"?>', false],
    ['utf-8', '', true],
  ])('is read in its encoding: %s', async (encoding, declaration, addBOM) => {
    const bytes = iconv.encode(`${declaration}<a>Привет</a>`, encoding, { addBOM });
    expect(await events(bytes)).toContain('"Привет');
  });

  test('in bytes that are not in its encoding is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff]), Buffer.from('</a>')]);
    await expect(events(bytes)).rejects.toMatchObject({ code: 'undecodable-source' });
    await expect(events('<?xml version="1.0" encoding="x-nothing"?><a/>')).rejects.toMatchObject(
      refused('its encoding "x-nothing" is unknown'),
    );
  });

  test('that is not well-formed is refused with its place', async () => {
    await expect(events('<a>\n <b></a>')).rejects.toMatchObject(
      refused('a.xml:2:8: not XML that can be read: unexpected close tag'),
    );
    await expect(events('<a>cut off')).rejects.toMatchObject(refused('unclosed tag: a'));
    await expect(events('')).rejects.toMatchObject(refused('document must contain a root element'));
  });

  test.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'its DOCTYPE declares'],
    ['external ones', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a/>', 'its DOCTYPE'],
    [
      'undefined ones',
      '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a>&x;</a>',
      'undefined entity',
    ],
    ['200,000 nested elements', '<a>'.repeat(200_000), 'nested more than 256 deep'],
    ['an endless token', `<a b="${'x'.repeat(5 << 20)}"/>`, 'is longer than 4194304 characters'],
    ['an endless DOCTYPE', `<!DOCTYPE ${'x'.repeat(5 << 20)}`, 'is longer than 4194304 characters'],
  ])('with %s is refused', async (_, xml, reason) => {
    await expect(events(xml)).rejects.toMatchObject(refused(reason));
  });

  test('may be given entities and other limits', async () => {
    expect(await events('<a>&nbsp;</a>', { entities: { nbsp: '\u00a0' } })).toContain('"\u00a0');
    await expect(events('<a><b/></a>', { mostDepth: 1 })).rejects.toMatchObject(refused('1 deep'));
    await expect(events('<a b="1" c="2"/>', { mostParts: 2 })).rejects.toMatchObject(
      refused('it has more than 2 elements and attributes'),
    );
    const long = `<a b="${'x'.repeat(5 << 20)}"/>`;
    expect(await events(long, { mostSilence: 8 << 20 })).toHaveLength(2);
  });
});
