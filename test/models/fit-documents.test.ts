/** What the aligner is fitted on: hand-aligned documents as they stand, and copies made from them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cutRuns } from '../../models/aligner/cuts.js';
import { addJunk } from '../../models/aligner/junk.js';
import type { RawPair } from '../../models/aligner/raw-pair.js';
import { listSets, readSet } from '../bench/gold-sets.js';

describe('readSet', () => {
  let folder: string;
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gold-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('puts the side first that ORDER names first', () => {
    put('ORDER', 'zh en\n');
    put('one.en', 'A.\nB.\n');
    put('one.zh', '甲。\n');
    put('one.gold', '[0]:[0, 1]\n');
    const [document] = readSet(folder);
    expect(document?.a).toMatchObject({ language: 'zh', lines: ['甲。'] });
    expect(document?.b).toMatchObject({ language: 'en', lines: ['A.', 'B.'] });
    expect(document?.gold).toEqual([{ a: [0], b: [0, 1] }]);
  });

  test('takes the other file for *, the second file of one language, and the order from names', () => {
    put('ORDER', 'en *\n');
    put('x.fr', 'Oui.\n');
    put('x.en', 'Yes.\n');
    put('x.gold', '[0]:[0]\n');
    expect(readSet(folder)[0]?.b.language).toBe('fr');
    put('ORDER', 'en en2\n');
    put('x.en2', 'Yeah.\n');
    expect(readSet(folder)[0]?.b).toMatchObject({ language: 'en', lines: ['Yeah.'] });
    rmSync(join(folder, 'x.gold'));
    put('ORDER', 'by name\n');
    put('news.si-en.1.en', 'News.\n');
    put('news.si-en.1.si', 'පුවත්.\n');
    put('news.si-en.1.gold', '[0]:[]\n');
    expect(readSet(folder)[0]?.a.language).toBe('si');
  });

  test('knows the languages of files whose endings only number the sides', () => {
    put('ORDER', 'x1 x2\n');
    for (const name of ['gpl', 'poznan']) {
      put(`${name}.x1`, 'Tak.\n');
      put(`${name}.x2`, 'Ja.\n');
      put(`${name}.gold`, '[0]:[0]\n');
    }
    const languages = readSet(folder).map(({ a, b }) => [a.language, b.language]);
    expect(languages).toEqual([
      ['pl', 'en'],
      ['pl', 'de'],
    ]);
  });

  test('refuses a document that lacks a side', () => {
    put('ORDER', 'de fr\n');
    put('one.de', 'Ja.\n');
    put('one.gold', '[0]:[0]\n');
    expect(() => readSet(folder)).toThrow('no side fr');
  });

  test('sets are folders', () => {
    put('README.md', '');
    expect(listSets(folder, undefined)).toEqual([]);
  });
});

const size = 600;
const pair: RawPair = {
  lines: [
    Array.from({ length: size }, (_, i) => `left number ${i}`),
    Array.from({ length: size }, (_, i) => `right number ${i}`),
  ],
  gold: Array.from({ length: size }, (_, i) => ({ a: [i], b: [i] })),
};

/** What the beads with two sides say, by their lines. */
const linked = ({ lines, gold }: RawPair): string[] =>
  gold
    .filter(({ a, b }) => a.length > 0 && b.length > 0)
    .map(({ a, b }) => `${lines[0][a[0]!]} = ${lines[1][b[0]!]}`);

/** Every sentence of both sides, as often as the beads name it. */
const named = ({ gold }: RawPair, side: 'a' | 'b'): number[] =>
  gold.flatMap((bead) => bead[side]).sort((x, y) => x - y);

describe.each([
  ['cutRuns', cutRuns],
  ['addJunk', addJunk],
])('%s', (_, makeCopy) => {
  const copy = makeCopy(pair, 1);

  test('changes the document, the same way every time', () => {
    expect(copy).not.toEqual(pair);
    expect(makeCopy(pair, 1)).toEqual(copy);
    expect(makeCopy(pair, 2)).not.toEqual(copy);
  });

  test('the beads that are left join the same lines', () => {
    const before = new Set(linked(pair));
    expect(linked(copy).length).toBeGreaterThan(size / 2);
    expect(linked(copy).filter((link) => !before.has(link))).toEqual([]);
  });

  test('every sentence stands in exactly one bead', () => {
    expect(named(copy, 'a')).toEqual([...copy.lines[0].keys()]);
    expect(named(copy, 'b')).toEqual([...copy.lines[1].keys()]);
  });
});

test('cuts take lines away and leave their counterparts alone', () => {
  const cut = cutRuns(pair, 1);
  expect(cut.lines[0].length + cut.lines[1].length).toBeLessThan(2 * size);
  expect(cut.gold.some(({ a, b }) => a.length === 0 || b.length === 0)).toBe(true);
});

test('junk adds lines that have no counterpart', () => {
  const junk = addJunk(pair, 1);
  expect(linked(junk)).toEqual(linked(pair));
  expect(junk.lines[0].length + junk.lines[1].length).toBeGreaterThan(2 * size);
});
