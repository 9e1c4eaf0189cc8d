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
