import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { pluralForms } from '../../../src/read/tables/po/plural-forms.js';
import { readSource } from '../../../src/read/read-source.js';
import { textsOf } from './texts-of.js';

const header = (...fields: readonly string[]): string =>
  `# A comment\nmsgid ""\nmsgstr ""\n${fields.map((field) => `"${field}\\n"\n`).join('')}\n`;
const spanish = header('Language: es', 'Content-Type: text/plain; charset=UTF-8');
const message = (id: string, translation: string): string =>
  `msgid "${id}"\nmsgstr "${translation}"\n\n`;

describe('a PO catalogue', () => {
  test('is the text of its messages and that of their translations', async () => {
    const content = `${spanish}#. A note
#: src/a.c:12
#, c-format
#| msgid "Hullo"
msgid "Hello, "
"\\"%s\\".\\n"
msgstr ""
"Hola, "
"«%s».\\n"

msgctxt "menu"
msgid "Open\\tit"
msgstr "Abrir"
msgid "Not yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Ido"
`;
    expect(await textsOf('es.po', content)).toMatchObject({
      format: 'po',
      languages: ['en', 'es'],
      texts: {
        'es.po:en': ['Hello, "%s".', 'Open\tit', 'Not yet'],
        'es.po:es': ['Hola, «%s».', 'Abrir'],
      },
      links: ['Hello, "%s". = Hola, «%s».', 'Open\tit = Abrir'],
      places: [
        ['line 11', 'line 17', 'line 20'],
        ['line 11', 'line 17'],
      ],
    });
  });

  test('is one text where nothing is translated', async () => {
    const template =
      header('Language: ', 'Content-Type: text/plain; charset=CHARSET') + message('One', '');
    expect((await textsOf('a.pot', template)).texts).toEqual({ 'a.pot': ['One'] });
  });

  test('says its languages in several ways', async () => {
    const languages = async (...fields: readonly string[]) =>
      (await textsOf('a', header(...fields) + message('Hallo.', 'Hello.'))).languages;
    expect(await languages('X-Source-Language: de_DE', 'Language: en_GB')).toEqual([
      'de-DE',
      'en-GB',
    ]);
    expect(await languages('X-Poedit-Language: Spanish')).toEqual(['en', 'es']);
    expect(await languages('Language: sr@latin')).toEqual(['en', 'sr-Latn']);
    expect(await languages('Language: en_GB')).toEqual([null, 'en-GB']);
    expect(await languages('X-Source-Language: en', 'Language: en')).toEqual(['en', 'en']);
    expect(await languages()).toEqual(['en', null]);
  });

  test('has fuzzy translations in the text, but does not vouch for them', async () => {
    const content = `${spanish}#, c-format, fuzzy\n${message('One', 'Dos')}${message('Two', 'Dos')}`;
    const { texts, links, notices } = await textsOf('a.po', content);
    expect(texts['a.po:es']).toEqual(['Dos', 'Dos']);
    expect(links).toEqual(['Two = Dos']);
    expect(notices).toEqual(['1 translation that it marks as doubtful is left without a partner']);
  });

  const forms = (...texts: readonly string[]): string =>
    `msgid "A day"\nmsgid_plural "%d days"\n${texts.map((text, form) => `msgstr[${form}] "${text}"\n`).join('')}`;

  test.each([
    ['', ['Un día', '%d días'], ['A day = Un día', '%d days = %d días']],
    ['nplurals=1; plural=0;', ['%d日'], ['%d days = %d日']],
    [
      'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
      ['день', 'дня', 'дней'],
      ['A day = день', '%d days = дней'],
    ],
    [
      'nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;',
      ['0', '1', '2', '3', '4', '5'],
      ['A day = 1', '%d days = 5'],
    ],
    ['nplurals=2; plural=broken;', ['1', '2'], ['A day = 1', '%d days = 2']],
  ])('links plurals by %j', async (rule, texts, links) => {
    const read = await textsOf(
      'a.po',
      header('Language: xx', `Plural-Forms: ${rule}`) + forms(...texts),
    );
    expect(read.links).toEqual(links);
    expect(read.texts['a.po:xx']).toEqual(texts);
  });

  test.each(['koi8-r', 'Shift_JIS', 'utf-8'])(
    'is read in the charset of its header: %s',
    async (charset) => {
      const text = charset === 'Shift_JIS' ? '表示する' : 'Привет';
      const content =
        header(`Content-Type: text/plain; charset=${charset}`) + message('Hello', text);
      const { texts } = await textsOf('a.po', iconv.encode(content, charset));
      expect(texts['a.po:msgstr']).toEqual([text]);
    },
  );

  test('is read in UTF-16 by its mark, and in the encoding that somebody names', async () => {
    const content = `\ufeff${spanish}${message('Hello', 'Adiós')}`;
    expect((await textsOf('a.po', Buffer.from(content, 'utf16le'))).texts['a.po:es']).toEqual([
      'Adiós',
    ]);
    const old = iconv.encode(content.slice(1), 'windows-1252');
    expect((await textsOf('a.po', old, { encoding: 'windows-1252' })).texts['a.po:es']).toEqual([
      'Adiós',
    ]);
    await expect(textsOf('a.po', old)).rejects.toMatchObject({ code: 'undecodable-source' });
  });

  test('may have any line ends and escapes', async () => {
    const content = `${spanish}msgid "A\\x41\\102\\\\n\\q"\nmsgstr "x"`.replaceAll('\n', '\r\n');
    expect((await textsOf('a.po', content)).texts['a.po:en']).toEqual(['AAB\\nq']);
  });

  test.each([
    ['msgid "a"\nmsgstr "b"\nnonsense\n', 'a.po:3: not a line of a PO catalogue: "nonsense"'],
    ['msgid "a"\n', 'a.po:1: the message of line 1 has no msgstr'],
    ['msgid "a"\nmsgid "b"\n', 'a.po:2: the message of line 1 has no msgstr'],
    ['msgid "a"\nmsgstr "b" c\n', 'a.po:2: a string with broken quotes: "\\"b\\" c"'],
    ['msgid "a"\nmsgstr "b\n', 'a.po:2: a string with broken quotes: "\\"b"'],
    ['"a"\n', 'a.po:1: a string that belongs to nothing'],
    ['msgstr "a"\n', 'a.po:1: msgstr without a msgid before it'],
    ['msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 'a.po:3: a second msgstr'],
    ['msgid "a"\nmsgstr[0] "b"\n', 'a.po:2: msgstr with a number, but no msgid_plural'],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 'a.po:3: msgstr[1] is not the next one'],
    ['<html>\n', 'a.po:1: not a line of a PO catalogue: "<html>"'],
  ])('%j is refused with its line', async (content, message) => {
    await expect(textsOf('a.po', content, { from: 'po' })).rejects.toMatchObject({
      code: 'unreadable-document',
      exitCode: 65,
      message,
    });
  });
});

test.each([
  ['nplurals=2; plural=n != 1;', [1, 0, 1]],
  ['nplurals=2; plural=(n > 1)', [0, 0, 1]],
  ['plural=!(n==1)*2-1+8/3;', [3, 1, 3]],
])('the plural forms of %j', (rule, expected) => {
  expect([0, 1, 2].map((n) => pluralForms(rule)?.(n))).toEqual(expected);
});

test.each([
  '',
  'plural=',
  'plural=n n',
  'plural=(n',
  'plural=n ? 1',
  'plural=x',
  `plural=${'('.repeat(299)}`,
])('%j is no rule for plurals', (rule) => {
  expect(pluralForms(rule)).toBeUndefined();
});

test('a message that never ends is refused with its line', async () => {
  const po = `msgid ""\n${`"${'x'.repeat(1000)}"\n`.repeat(20_000)}msgstr "a"\n`;
  await expect(readSource('a.po', Buffer.from(po))).rejects.toMatchObject({
    code: 'unreadable-document',
    message: 'a.po:4196: a message is longer than 4194304 characters',
  });
});
