/** Files that are made to fill the memory, to load others, or that are not what they say. */
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';

const beginnings: Readonly<Record<string, string>> = {
  'a.tmx': '<tmx><body><tu><tuv xml:lang="en"><seg>',
  'a.xlf': '<xliff version="1.2"><file><body><trans-unit id="1"><source>',
  'a.tei': '<TEI><text><body><p>',
  'a.xml': '<?xml version="1.0"?><a>',
};

/** Reads as much as it must of a beginning and many times a piece; tells how many pieces it took. */
async function readMany(name: string, beginning: string, piece: string, count: number) {
  let taken = 0;
  async function* content(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(beginning);
    for (; taken < count; taken++) yield Buffer.from(piece);
  }
  const outcome = await readSource(name, content()).catch((error: unknown) => error);
  return { outcome, taken };
}

describe.each(Object.entries(beginnings))('a hostile %s', (name, beginning) => {
  test.each([
    ['is nested without end', '<hi>'.repeat(100), /nested more than 256 deep$/],
    ['has a text without end', 'x'.repeat(100_000), /longer than 4194304 characters$/],
  ])('that %s is refused before it is read', async (_, piece, message) => {
    const { outcome, taken } = await readMany(name, beginning, piece, 1000);
    expect(outcome).toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(message) as string,
    });
    expect(taken).toBeLessThan(60);
  });

  test.each([
    ['attribute', '<g x="'],
    ['comment', '<!-- '],
  ])('with an %s without end is refused', async (_, start) => {
    const { outcome } = await readMany(name, beginning + start, 'x'.repeat(100_000), 1000);
    expect(outcome).toMatchObject({ code: 'unreadable-document' });
  });

  test('that breaks off is refused', async () => {
    const { outcome } = await readMany(name, beginning, 'Hello.', 1);
    expect(outcome).toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(new RegExp(`^${name}:1:\\d+: .*unclosed tag`)) as string,
    });
  });

  test.each([
    '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">',
    '<!ENTITY a SYSTEM "file:///etc/passwd">',
    '<!ELEMENT a ANY>',
  ])('that declares %s is refused', async (declaration) => {
    const root = /<([a-z]+)/i.exec(beginning.replace(/^<\?.*?\?>/, ''))?.[1] ?? '';
    const content = `<?xml version="1.0"?><!DOCTYPE ${root} [${declaration}]>${beginning.replace(/^<\?.*?\?>/, '')}&a;`;
    const { outcome } = await readMany(name, content, '', 1);
    expect(outcome).toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(/DOCTYPE declares/) as string,
    });
  });

  test('in another encoding than it says is refused', async () => {
    const start = beginning.replace(/^<\?.*?\?>/, '');
    for (const encoding of ['UTF-8', 'Shift_JIS', 'klingon']) {
      const bytes = Buffer.from(
        `<?xml version="1.0" encoding="${encoding}"?>${start}Ad\xf3\xff`,
        'latin1',
      );
      await expect(readSource(name, bytes)).rejects.toMatchObject({ exitCode: 65 });
    }
  });
});

test('elements are counted', async () => {
  const { parseXmlBytes } = await import('../../../src/read/xml/parse-xml.js');
  const bytes = Buffer.from(`<a>${'<b/>'.repeat(20)}</a>`);
  await parseXmlBytes('a.xml', bytes, {}, { mostElements: 21 });
  await expect(parseXmlBytes('a.xml', bytes, {}, { mostElements: 20 })).rejects.toMatchObject({
    code: 'too-large',
    message: 'a.xml: has more than 20 elements',
  });
});

test('a memory in languages without number is refused', async () => {
  const variants = Array.from(
    { length: 501 },
    (_, index) => `<tuv xml:lang="x-${index}"><seg>a</seg></tuv>`,
  );
  const content = `<tmx><body><tu>${variants.join('')}</tu></body></tmx>`;
  await expect(readSource('a.tmx', Buffer.from(content))).rejects.toMatchObject({
    code: 'too-large',
    message: 'a.tmx: has texts in more than 500 languages',
  });
});

test('what is nested in lists, notes and words takes no longer for it', async () => {
  const content = `<TEI><text><body><p>${'<hi>'.repeat(240)}${'<hi>a</hi>'.repeat(20_000)}${'</hi>'.repeat(240)}</p></body></text></TEI>`;
  const { sources } = await readSource('a.xml', Buffer.from(content));
  expect(sources[0]?.text).toBe('a'.repeat(20_000));
});

test.each(['UTF-s', 'utf-32x', 'utf8mb4', 'x-nobody'])(
  'an encoding that nobody knows (%s) is refused',
  async (encoding) => {
    const content = `<?xml version="1.0" encoding="${encoding}"?><tmx version="1.4"><body/></tmx>`;
    await expect(readSource('a.tmx', Buffer.from(content))).rejects.toMatchObject({
      code: 'unreadable-document',
      message: `a.tmx: its encoding "${encoding}" is unknown`,
    });
  },
);
