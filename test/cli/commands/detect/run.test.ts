import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paragraphsJson, runDetect } from '../../../../src/cli/commands/detect/run.js';
import { sourcesJson, type SourceJson } from '../../../../src/cli/output/sources-json.js';
import { extractedSource } from '../../../write/extracted-source.js';
import { makeSource } from '../../../write/table-fixture.js';
import { fakeContext } from '../fake-context.js';

/** The one source of a document. */
function printed(source: SourceJson): { readonly paragraphs?: readonly object[] } {
  const text = [...sourcesJson([source])].join('');
  const document: { sources?: readonly { readonly paragraphs?: readonly object[] }[] } =
    JSON.parse(text);
  return document.sources?.[0] ?? {};
}

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const text =
  'The weather was fine and everybody went outside to enjoy it.\n\n' +
  'El tiempo era bueno y todo el mundo salió para disfrutarlo.\n\nSubscribe to get more.\n';
beforeEach(() => writeFileSync(join(cwd, 'a.txt'), text));

describe('runDetect', () => {
  test('lists the paragraphs with lines, languages and noise', async () => {
    const { context, out } = fakeContext(cwd);
    await runDetect(context, { sources: ['a.txt'], settings: {} });
    const lines = out().split('\n');
    expect(lines[0]).toBe('a.txt');
    expect(lines[1]).toMatch(/^no +lines +lang +conf +noise +text$/);
    expect(lines[2]).toMatch(/^1 +1 +en +\d+% +The weather/);
    expect(lines[3]).toMatch(/^2 +3 +es +\d+% +El tiempo/);
    expect(lines[4]).toMatch(/^3 +5 .*boilerplate +Subscribe/);
  });

  test('is one document under --json', async () => {
    const { context, out } = fakeContext(cwd, { json: true });
    await runDetect(context, { sources: ['a.txt'], settings: {} });
    expect(JSON.parse(out())).toMatchObject({
      sources: [{ name: 'a.txt', paragraphs: [{ language: 'en' }, { language: 'es' }, {}] }],
    });
  });
});

test('detect --json gives the places of paragraphs only if the format has places', () => {
  const keys = ['number', 'start', 'end', 'language', 'confidence', 'noise'];
  const plain: { paragraphs?: readonly object[] } = printed(
    paragraphsJson(makeSource('a.txt', 'en', ['One.'])),
  );
  expect(Object.keys(plain)).toEqual(['name', 'paragraphs']);
  expect(Object.keys(plain.paragraphs?.[0] ?? {})).toEqual(keys);
  expect(printed(paragraphsJson(extractedSource('a.srt', 'en')))).toMatchObject({
    format: 'subtitles',
    textIs: 'extracted',
    paragraphs: [
      { locator: { kind: 'cue', start: 1000, end: 2500 }, segmented: true },
      { locator: { kind: 'page', page: 2 } },
      {},
    ],
  });
});
