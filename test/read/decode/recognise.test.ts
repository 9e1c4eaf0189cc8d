import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/read/decode/decode.js';
import { readAs } from '../../../src/read/decode/read-as.js';
import { samples } from './samples.js';

const wide = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'];
const rows = samples.flatMap(({ language, encodings, lines }) =>
  [...encodings, ...wide].map((encoding) => [language, encoding, lines] as const),
);

async function readings(bytes: Uint8Array): Promise<string[]> {
  const { text, doubt } = await decodeBytes('a.txt', bytes);
  return [text, ...(doubt?.others.map(({ encoding }) => readAs(bytes, encoding)) ?? [])];
}

describe('recogniseEncoding', () => {
  test.each(rows)('reads a page of %s in %s', async (_, encoding, lines) => {
    const text = `${lines.join('\n')}\n`.repeat(5);
    const bytes = iconv.encode(text, encoding);
    expect(iconv.decode(bytes, encoding)).toBe(text);
    expect(await decodeBytes('a.txt', bytes)).toEqual({ text });
  });

  test.each(rows)('reads a line of %s in %s, or names what it is', async (_, encoding, lines) => {
    const [line = ''] = lines;
    expect(await readings(iconv.encode(line, encoding))).toContain(line);
  });

  test('says what else a short text may be', async () => {
    const { text, doubt } = await decodeBytes('a.txt', iconv.encode('X \u00e9', 'macroman'));
    expect(doubt?.others.length).toBeGreaterThan(0);
    const sum = [doubt, ...(doubt?.others ?? [])].reduce(
      (all, one) => all + (one?.probability ?? 0),
      0,
    );
    expect(sum).toBeGreaterThan(0.7);
    expect(sum).toBeLessThanOrEqual(1.000001);
    expect(text).toMatch(/^X .$/);
  });

  test('is certain of a long text that is beyond ASCII in one place only', async () => {
    const text = `${'The meeting takes place as planned. '.repeat(3000)}\nWe pay \u00a35 for the caf\u00e9.\n`;
    expect((await decodeBytes('a.txt', iconv.encode(text, 'windows-1252'))).text).toBe(text);
  });

  test('tells encodings apart that differ late in a text only', async () => {
    const latvian = samples.find(({ language }) => language === 'lv')?.lines ?? [];
    const text = `${`${latvian.join('\n')}\n`.repeat(10)}Viņš teica: ”Jā„.\n`;
    expect(await decodeBytes('a.txt', iconv.encode(text, 'iso-8859-13'))).toEqual({ text });
  });

  test('looks at little of a long file', async () => {
    const page = `${samples[0]?.lines.join('\n')}\n`;
    const text = page.repeat(20_000);
    expect((await decodeBytes('a.txt', iconv.encode(text, 'cp850'))).text === text).toBe(true);
  });

  test('gives up on bytes that are text in no encoding', async () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, index) => 128 + ((index * 89 + 41) % 128));
    await expect(decodeBytes('a.txt', bytes)).rejects.toThrow(
      'offset 0 (line 1) is not valid UTF-8',
    );
  });

  test('names the place of damage in a legacy encoding', async () => {
    const lines = samples.find(({ language }) => language === 'zh-Hans')?.lines ?? [];
    const good = iconv.encode(`${lines.join('\n')}\n`, 'gb18030');
    const bytes = Buffer.concat([good, Buffer.from([0xff, 0x0a]), good]);
    await expect(decodeBytes('a.txt', bytes)).rejects.toThrow(
      `byte 0xFF at offset ${good.length} (line 5) is not valid gb18030`,
    );
  });
});

describe('mixed files', () => {
  const french = samples.find(({ language }) => language === 'fr')?.lines ?? [];
  const utf8 = Buffer.from(`${french.join('\n')}\n`);
  const latin1 = iconv.encode(`${french.join('\n')}\n`, 'windows-1252');

  test('UTF-8 with lines in Latin-1', async () => {
    const offset = utf8.length + latin1.findIndex((byte) => byte > 0x7f);
    await expect(decodeBytes('a.txt', Buffer.concat([utf8, latin1]))).rejects.toThrow(
      new RegExp(`byte 0x[0-9A-F]{2} at offset ${offset} \\(line 5\\) is not valid UTF-8`),
    );
  });

  test('Latin-1 with a line in UTF-8', async () => {
    const bytes = Buffer.concat([latin1, latin1, Buffer.from('Après le dîner, la fenêtre.\n')]);
    await expect(decodeBytes('a.txt', bytes)).rejects.toThrow(
      `mostly in windows-1252, but the character at offset ${2 * latin1.length + 3} (line 9) is UTF-8`,
    );
  });

  test('UTF-8 with a stray byte inside a line', async () => {
    const bytes = Buffer.concat([Buffer.from('Le garçon a été élev'), Buffer.from([0xe9]), utf8]);
    await expect(decodeBytes('a.txt', bytes)).rejects.toThrow('byte 0xE9 at offset 24 (line 1)');
  });
});

describe('encodings of seven bits', () => {
  test.each([
    ['\x1b$B8a8e$N2q5D\x1b(B 10:30\x1b$B!#\x1b(B\n', '午後の会議 10:30。\n'],
    ['\x1b$@Nd$?$$\x1b(J \\100\n', '冷たい \\100\n'],
    ['\x1b(I6\x5e\x1b(B\n', 'ｶﾞ\n'],
    ['\x1b$)C\n\x0eGQ19\x0f (Korea)\n\x0eGQ19\x0f\n', '한국 (Korea)\n한국\n'],
    [
      'This sentence is in ASCII.\n~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.~~\n',
      'This sentence is in ASCII.\n己所不欲，勿施於人。Bye.~\n',
    ],
  ])('%j', async (bytes, text) => {
    expect(await decodeBytes('a.txt', Buffer.from(bytes, 'latin1'))).toEqual({ text });
  });

  test.each([
    'Colours \x1b[31mof a terminal\x1b[0m and (B)',
    'A set ~{1, 2~} and a rest ~{',
    'about ~5 {a}',
  ])('leaves %j alone', async (text) => {
    expect(await decodeBytes('a.txt', Buffer.from(text))).toEqual({ text });
  });
});
