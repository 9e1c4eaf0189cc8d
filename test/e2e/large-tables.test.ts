import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simpleReview } from '../review/fixture.js';
import { reviewText } from '../review/review-text.js';
import { cleanEnvironment, program } from './program.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-large-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const texts = (n: number) =>
  [`The ship left on day ${n}, she said.`, `Le navire partit le jour ${n}, dit-elle.`] as const;
const rows = <T>(count: number, row: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => row(n + 1));

/** A memory of another program, of more than 8 MB. */
const memory = (): string =>
  [
    '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n',
    ...rows(46_000, (n) => {
      const [a, b] = texts(n);
      return `<tu tuid="a-unit-called-${n}"><tuv xml:lang="en"><seg>${a}</seg></tuv><tuv xml:lang="fr"><seg>${b}</seg></tuv></tu>\n`;
    }),
    '</body></tmx>\n',
  ].join('');

/** As paralign writes an alignment, of more than 8 MB. */
const written = (): string => {
  const ends = [0, 0];
  const lines = rows(16_000, (n) => {
    const cells = texts(n).map((text, stream) => {
      const start = ends[stream] ?? 0;
      const end = start + text.length;
      ends[stream] = end + 1;
      const language = ['en', 'fr'][stream];
      const spans = [[start, end]];
      const numbers = { sentences: [n], paragraphs: [n] };
      const padding = { locators: [{ kind: 'unit', id: `a-unit-called-${n}` }] };
      return { source: `a.${language}`, stream, language, text, ...numbers, spans, ...padding };
    });
    const measured = { type: '1-1', method: 'parallel', score: 0.5, confidence: 0.9 };
    const decided = { crossing: false, status: 'accepted', checks: [], note: '', flagged: false };
    return `${JSON.stringify({ id: n, cells, ...measured, ...decided, edited: [] })}\n`;
  });
  return lines.join('');
};

/** A table of another program, of more than 8 MB. */
const table = (): string => ['en\tfr', ...rows(110_000, (n) => texts(n).join('\t'))].join('\n');

test.each([
  ['x.tmx', memory, 46_000, 56],
  ['x.tsv', table, 110_000, 72],
  ['x.jsonl', written, 16_000, 72],
])(
  '%s is converted in little memory, however many rows it has',
  (name, make, count, megabytes) => {
    const content = make();
    expect(content.length).toBeGreaterThan(8 << 20);
    writeFileSync(join(folder, name), content);
    const { status, stderr } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${megabytes}`, program, 'convert', name, '-o', `${name}.moses`],
      { cwd: folder, encoding: 'utf8', env: cleanEnvironment({}) },
    );
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `wrote ${name}.moses.en and ${name}.moses.fr: ${count} pairs\n`,
    });
    const lines = readFileSync(join(folder, `${name}.moses.fr`), 'utf8').split('\n');
    expect(lines.at(-2)).toBe(texts(count)[1]);
  },
  30_000,
);

test('a review is converted in little memory, however many rows it has', () => {
  writeFileSync(join(folder, 'x.paralign'), reviewText(simpleReview(60_000)));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=105', program, 'convert', 'x.paralign', '-o', 'x.csv'],
    { cwd: folder, encoding: 'utf8', env: cleanEnvironment({}) },
  );
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: 'wrote x.csv: 60000 pairs, 0 unmatched\n',
  });
});
