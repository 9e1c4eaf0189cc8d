/** One run of the built program for every family of formats, on files that other programs made. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { paralign, root } from './program.js';

const folder = mkdtempSync(join(tmpdir(), 'paralign-formats-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const fixture = (path: string): string => join(root, 'test/fixtures', path);
const fixtures = [
  'office/pandoc.docx',
  'office/libreoffice.odt',
  'office/word.docx',
  'office/libreoffice.rtf',
  'epub/pandoc-3.epub',
  'html/document.html',
  'pdf/tagged.pdf',
  'pdf/columns.pdf',
  'pdf/scripts.pdf',
];

interface Segmented {
  readonly sources: readonly {
    readonly sentences: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  }[];
}

const sentencesOf = async (path: string): Promise<Segmented['sources'][number]['sentences']> => {
  const { code, out, err } = await paralign(['segment', path, '--json']);
  expect([code, err]).toEqual([0, '']);
  const { sources } = JSON.parse(out) as Segmented;
  expect(sources).toHaveLength(1);
  return sources[0]?.sentences ?? [];
};

test.each(fixtures)(
  'the sentences of %s are slices of the text that --text prints, and all of it',
  async (path) => {
    const text = (await paralign(['segment', fixture(path), '--text'])).out;
    const sentences = await sentencesOf(fixture(path));
    expect(sentences.length).toBeGreaterThan(3);
    for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
    const joined = sentences.map((sentence) => sentence.text).join('');
    expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  },
);

test.each(fixtures)('%s gives the same under a name without its ending', async (path) => {
  const bare = join(folder, 'bare');
  copyFileSync(fixture(path), bare);
  expect(await sentencesOf(bare)).toEqual(await sentencesOf(fixture(path)));
});

test.each([
  ['office/pandoc.docx', 'office/pandoc.odt'],
  ['office/pandoc.docx', 'office/pandoc.rtf'],
  ['office/libreoffice.odt', 'office/pandoc.rtf'],
])('%s and %s of one document align without a rest', async (a, b) => {
  const { code, out } = await paralign(['align', fixture(a), fixture(b), '--format', 'jsonl']);
  expect(code).toBe(0);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; cells: { text: string }[] });
  const pairs = rows.filter(({ type }) => type === '1-1');
  expect(pairs.length).toBeGreaterThan(rows.length * 0.9);
});

test.each(['catalogue.tmx', 'catalogue.po', 'catalogue.xlf'])(
  '%s opens as an alignment, with units as places',
  async (name) => {
    const pairs = join(folder, `${name}.csv`);
    const path = fixture(`translations/${name}`);
    const { code } = await paralign(['convert', path, '-o', pairs]);
    expect(code).toBe(0);
    const [header = '', first = ''] = readFileSync(pairs, 'utf8').split('\r\n');
    expect(header).toMatch(/,a_locator,b_locator$/);
    expect(first).toContain('The ship is in the harbour.');
    expect(first).toContain('El barco está en el puerto.');
  },
);

test('a workbook opens as an alignment of the columns that are named', async () => {
  const path = fixture('tables/two-sheets.xlsx');
  const { code, out } = await paralign(['show', path, '--columns', 'Source,Target']);
  expect(code).toBe(0);
  expect(out).toMatch(/The house is old\. +La casa es vieja\./);
});

test('subtitles are sentences with their times, and align', async () => {
  const times = ['00:00:01,000 --> 00:00:03,000', '00:00:04,000 --> 00:00:06,500'];
  const write = (name: string, texts: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(
      path,
      texts.map((text, at) => `${at + 1}\n${times[at] ?? ''}\n${text}\n`).join('\n'),
    );
    return path;
  };
  const a = write('a.srt', ['Where is the house?', 'It is near the river.']);
  const b = write('b.srt', ['¿Dónde está la casa?', 'Está cerca del río.']);
  const { code, out } = await paralign(['align', a, b, '--format', 'csv']);
  expect(code).toBe(0);
  expect(out).toMatch(/Where is the house\?.*¿Dónde está la casa\?.*0:00:01.000-0:00:03.000/);
});

test.each([
  ['pdf/tagged.pdf', 'html'],
  ['epub/pandoc-3.epub', 'pdf'],
  ['html/document.html', 'tmx'],
  ['html/document.md', 'xlsx'],
  ['office/pandoc.rtf', 'docx'],
])('%s read as %s is refused with the file and a reason', async (path, format) => {
  const { code, out, err } = await paralign(['segment', fixture(path), '--from', format]);
  expect([code, out]).toEqual([65, '']);
  expect(err).toMatch(/^paralign: [^:]+\.\w+: .+\n$/);
});

test.each(fixtures)('%s that is cut off anywhere is read or refused', async (path) => {
  const bytes = readFileSync(fixture(path));
  for (const share of [0.1, 0.5, 0.9]) {
    const cut = join(folder, 'cut');
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)));
    expect([0, 65]).toContain((await paralign(['segment', cut, '--text'])).code);
  }
});
