import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { paralign, scratch } from './program.js';

/** Sentences with a few terms again and again. */
const rows: [string, string][] = [
  ['The repository holds all files.', 'Das Repository enthält alle Dateien.'],
  ['Create a new branch in the repository.', 'Erstelle einen neuen Zweig im Repository.'],
  [
    'The merge failed because of a conflict.',
    'Das Zusammenführen schlug wegen eines Konflikts fehl.',
  ],
  ['Delete the branch after the merge.', 'Lösche den Zweig nach dem Zusammenführen.'],
  ['There is a conflict in two files.', 'Es gibt einen Konflikt in zwei Dateien.'],
  ['Every branch has a name.', 'Jeder Zweig hat einen Namen.'],
  ['The repository is empty.', 'Das Repository ist leer.'],
  ['Solve the conflict by hand.', 'Löse den Konflikt von Hand.'],
  ['Your branch is too old.', 'Dein Zweig ist zu alt.'],
  ['Copy the repository to the server.', 'Kopiere das Repository auf den Server.'],
];

describe('paralign terms', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = scratch();
    const lines = rows.map(([a, b]) => `${a}\t${b}`);
    writeFileSync(join(cwd, 'git.tsv'), `en\tde\n${lines.join('\n')}\n`);
    writeFileSync(join(cwd, 'text.txt'), 'Only one text.\n');
  });

  test('lists words that are paired time and again', async () => {
    const { code, out } = await paralign(['terms', 'git.tsv'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^en,de,en_pairs,de_pairs,together,/);
    expect(out).toContain('\r\nrepository,Repository,4,4,4,');
    expect(out).toContain('\r\nbranch,Zweig,4,4,4,');
    expect(out).toContain('\r\nconflict,Konflikt,3,3,3,');
    expect(out).not.toMatch(/\r\nthe,/i);
  });

  test('writes TBX and JSON', async () => {
    const written = await paralign(['terms', 'git.tsv', '-o', 'git.tbx'], { cwd });
    expect(written).toMatchObject({ code: 0, out: '' });
    expect(written.err).toMatch(/^wrote git\.tbx: \d+ terms \(en, de\) from 10 pairs\n$/);
    expect(readFileSync(join(cwd, 'git.tbx'), 'utf8')).toContain('<term>Zweig</term>');
    const { out } = await paralign(['terms', 'git.tsv', '--json', '--top', '2'], { cwd });
    expect(JSON.parse(out)).toMatchObject({ languages: ['en', 'de'], terms: [{}, {}] });
  });

  test('takes the texts in the order that is asked for', async () => {
    const { out } = await paralign(['terms', 'git.tsv', '--between', 'de,en'], { cwd });
    expect(out).toContain('\r\nZweig,branch,');
    const none = await paralign(['terms', 'git.tsv', '--between', 'de,fr'], { cwd });
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('--between: no text "fr"; the texts are 1=en, 2=de');
  });

  test('refuses a file that links nothing', async () => {
    const { code, err } = await paralign(['terms', 'text.txt'], { cwd });
    expect(code).toBe(65);
    expect(err).toContain('neither a review nor a file that links texts');
  });

  test('never replaces its input', async () => {
    const { code } = await paralign(['terms', 'git.tsv', '-o', 'git.tsv'], { cwd });
    expect(code).toBe(73);
  });
});

describe('--glossary', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = scratch();
    const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
    write('a.txt', 'The tree is old. A branch fell down. The server is far away.\n');
    write('b.txt', 'Der Baum ist alt. Ein Ast fiel herunter. Der Server ist weit weg.\n');
    write('pairs.tsv', 'en\tde\nA branch fell down.\tEin Ast fiel herunter.\n');
    write('g.csv', 'en,de\nbranch,Zweig\nserver,Server\n');
    write('g.dic', 'Zweig @ branch\nServer @ server\n');
    write('bad.csv', 'name,text\na,b\n');
  });

  test.each(['g.csv', 'g.dic'])('%s says which terms are translated otherwise', async (file) => {
    const args = ['align', 'a.txt', 'b.txt', '--glossary', file, '--format', 'tsv'];
    const { code, out } = await paralign(args, { cwd });
    expect(code).toBe(0);
    expect(out.match(/glossary:[^\t]*/g)).toEqual(['glossary:branch = Zweig≠∅']);
  });

  test('is kept in a review', async () => {
    const made = ['align', 'a.txt', 'b.txt', '--glossary', 'g.csv', '-o', 'r.paralign'];
    expect(await paralign(made, { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'r.paralign'), 'utf8')).toContain('"glossary":{"name":"g.csv"');
    const { out } = await paralign(['show', 'r.paralign', '--checks'], { cwd });
    expect(out).toContain('glossary:branch = Zweig≠∅');
  });

  test('says what it cannot use', async () => {
    const run = (file: string) =>
      paralign(['align', 'a.txt', 'b.txt', '--glossary', file], { cwd });
    expect(await run('bad.csv')).toMatchObject({ code: 65, out: '' });
    expect((await run('bad.csv')).err).toContain(
      'bad.csv:1: the first row does not name two languages',
    );
    expect(await run('none.csv')).toMatchObject({ code: 66, out: '' });
  });
});

describe('--words', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = scratch();
    writeFileSync(join(cwd, 'a.txt'), 'The old tree fell down. It stood here for a long time.\n');
    writeFileSync(join(cwd, 'b.txt'), 'Der alte Baum fiel um. Er stand hier lange Zeit.\n');
  });

  interface WrittenRow {
    readonly cells: readonly { readonly text: string }[];
    readonly words: readonly {
      readonly a: number;
      readonly b: number;
      readonly links: readonly [number, number, number, number, number][];
    }[];
  }

  function linksOf({ cells, words }: WrittenRow): string[] {
    return words.flatMap(({ a, b, links }) =>
      links.map(([aStart, aEnd, bStart, bEnd, confidence]) => {
        expect(confidence).toBeGreaterThan(0);
        return `${cells[a]?.text.slice(aStart, aEnd) ?? ''}=${cells[b]?.text.slice(bStart, bEnd) ?? ''}`;
      }),
    );
  }

  test('links words in JSON, from align and from convert alike', async () => {
    const made = await paralign(['align', 'a.txt', 'b.txt', '--words', '-o', 'x.jsonl'], { cwd });
    expect(made.code).toBe(0);
    const lines = readFileSync(join(cwd, 'x.jsonl'), 'utf8').trimEnd().split('\n');
    const rows = lines.map((line): WrittenRow => JSON.parse(line));
    expect(linksOf(rows[0]!)).toEqual(
      expect.arrayContaining(['old=alte', 'tree=Baum', 'fell=fiel']),
    );
    const again = await paralign(['convert', 'x.jsonl', '--json', '--words'], { cwd });
    const { rows: converted }: { rows: WrittenRow[] } = JSON.parse(again.out);
    expect(converted.map(linksOf)).toEqual(rows.map(linksOf));
    const plain = await paralign(['convert', 'x.jsonl', '--json'], { cwd });
    expect(plain.out).not.toContain('"words"');
  });

  test('puts links into a report', async () => {
    const args = ['report', 'a.txt', 'b.txt', '-o', 'r.html'];
    expect((await paralign(args, { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).not.toContain('"words":[[0,1,');
    expect((await paralign([...args, '--words'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toContain('"words":[[0,1,');
  });

  test('shows words in a review, line by line', async () => {
    const args = ['review', 'a.txt', 'b.txt', '--plain', '-o', 'r.paralign'];
    const { code, out } = await paralign(args, { cwd, input: 'p\nq\n' });
    expect(code).toBe(0);
    expect(out).toMatch(/ {2}words: .*tree = Baum/);
  });
});
