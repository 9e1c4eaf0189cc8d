import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentencesJson, runSegment } from '../../../../src/cli/commands/segment/run.js';
import { sourcesJson, type SourceJson } from '../../../../src/cli/output/sources-json.js';
import { extractedSource } from '../../../write/extracted-source.js';
import { makeSource } from '../../../write/table-fixture.js';
import { fakeContext } from '../fake-context.js';

/** The one source of a document. */
function printed(source: SourceJson): { readonly sentences?: readonly object[] } {
  const text = [...sourcesJson([source])].join('');
  const document: { sources?: readonly { readonly sentences?: readonly object[] }[] } =
    JSON.parse(text);
  return document.sources?.[0] ?? {};
}

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

beforeEach(() =>
  writeFileSync(
    join(cwd, 'a.txt'),
    'Dr. Smith came home yesterday evening and everybody was very glad to see him. He was tired and went to bed.\n\nSubscribe to get more.\n',
  ),
);
const request = {
  sources: ['a.txt'],
  settings: { segmented: false },
  print: 'listing',
} as const;

describe('runSegment', () => {
  test('lists the sentences including noise', async () => {
    const { context, out } = fakeContext(cwd);
    await runSegment(context, request);
    expect(out()).toMatch(/^a\.txt\nno +par +lang +noise +text\n1 +1 +en +Dr\. Smith/);
    expect(out()).toContain('boilerplate');
  });

  test('prints the text as it was read, which offsets point into; of several texts as JSON only', async () => {
    const { context, out } = fakeContext(cwd);
    await runSegment(context, { ...request, print: 'text' });
    expect(out()).toBe(readFileSync(join(cwd, 'a.txt'), 'utf8'));
    writeFileSync(join(cwd, 't.csv'), 'en,es\nOne.,Uno.\n');
    const several = { ...request, sources: ['t.csv'], print: 'text' } as const;
    await expect(runSegment(fakeContext(cwd).context, several)).rejects.toThrow(
      '--text prints one text, and there are 2: t.csv:en, t.csv:es',
    );
  });

  test('prints bare sentences, one per line, without noise', async () => {
    const { context, out } = fakeContext(cwd);
    await runSegment(context, { ...request, print: 'lines' });
    expect(out()).toBe(
      'Dr. Smith came home yesterday evening and everybody was very glad to see him.\n' +
        'He was tired and went to bed.\n',
    );
  });

  test('uses the given language of a source', async () => {
    const { context, out } = fakeContext(cwd, { json: true });
    const languages = { bySource: [{ source: 'A', language: 'de' }], inOrder: [], where: '--lang' };
    await runSegment(context, { ...request, settings: { languages } });
    expect(out()).toContain('"language": "de"');
    expect(out()).not.toContain('"language": "en"');
  });
});

const keys = ['number', 'paragraph', 'start', 'end', 'language', 'text', 'noise'];

describe('segment --json', () => {
  test('of plain text has the fields that scripts rely on, and no others', () => {
    expect(printed(sentencesJson(makeSource('a.txt', 'en', ['One.'])))).toEqual({
      name: 'a.txt',
      sentences: [
        { number: 1, paragraph: 1, start: 0, end: 4, language: 'en', text: 'One.', noise: null },
      ],
    });
  });

  test('of extracted text gives the places of sentences, and which ones the format itself marks', () => {
    const json: { sentences?: readonly object[] } = printed(
      sentencesJson(extractedSource('a.srt', 'en')),
    );
    expect(json).toMatchObject({
      format: 'subtitles',
      textIs: 'extracted',
      sentences: [
        { locator: { kind: 'cue', start: 1000, end: 2500 }, segmented: true },
        { locator: { kind: 'page', page: 2 } },
        {},
      ],
    });
    expect(json.sentences?.map((sentence) => Object.keys(sentence))).toEqual([
      [...keys, 'locator', 'segmented'],
      [...keys, 'locator'],
      keys,
    ]);
  });
});
