import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readReviewFile } from '../../src/platform/review/review-file.js';
import { paralign, program, scratch } from './program.js';
import { hasTmux, Tmux } from './tmux.js';

const english = [
  ['The museum opens at nine in the morning.', 'Children under twelve pay nothing.'],
  ['The garden behind the house is closed in winter.', 'Dogs must stay outside.'],
  ['The café sells bread, soup and coffee.', 'It closes an hour before the museum.'],
];
const spanish = [
  ['El museo abre a las nueve de la mañana.', 'Los niños menores de doce años no pagan.'],
  ['El jardín detrás de la casa está cerrado en invierno.', 'Los perros deben quedarse fuera.'],
  ['El café vende pan, sopa y café.', 'Cierra una hora antes que el museo.'],
];
const inOrder = ['a.txt', 'b.txt'];

let folder: string;
const write = (name: string, paragraphs: readonly (readonly string[])[]) =>
  writeFileSync(join(folder, name), `${paragraphs.map((own) => own.join(' ')).join('\n\n')}\n`);
const review = (args: readonly string[], input = '') =>
  paralign(['review', '--plain', ...args], { cwd: folder, input });
const load = async (name = 'a-b.paralign') => (await readReviewFile(join(folder, name))).review;
/** Text of the first column -> status. */
const statuses = async () => {
  const { rows, sources, sentences } = await load();
  return Object.fromEntries(
    rows.map((row) => {
      const text = (row.cells[0] ?? row.cells[1] ?? [])
        .map((id) => sources[0]?.text.slice(sentences[id]?.start, sentences[id]?.end))
        .join(' ');
      return [text, row.status];
    }),
  );
};

beforeEach(async () => {
  folder = scratch();
  write('a.txt', english);
  write('b.txt', spanish);
  // Accepts every row but the second, which it rejects and notes.
  const lines = [
    '2',
    'reject',
    '2',
    't not quite',
    ...[1, 3, 4, 5, 6].flatMap((row) => [`${row}`, 'a']),
  ];
  const { code, err } = await review(inOrder, `${lines.join('\n')}\n`);
  expect({ code, err }).toMatchObject({ code: 0 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('paralign review on changed sources', () => {
  test('continues without asking if they have not changed, and reports options without effect', async () => {
    const { code, out } = await review([...inOrder, '--mode', 'comparable', '--lang', 'A=ca']);
    expect(code).toBe(0);
    expect(out).toContain('continuing a-b.paralign (a.txt, b.txt)');
    expect(out).toContain('--lang, --mode have no effect');
    expect(out).toContain('en, es');
    const alone = await review(['a-b.paralign', '--mode', 'comparable']);
    expect(alone.out).toContain('--mode has no effect');
  });

  test('opens and changes nothing if nobody can be asked', async () => {
    write('a.txt', [['Another text.'], ...english]);
    const before = readFileSync(join(folder, 'a-b.paralign'), 'utf8');
    for (const more of [[], ['--no-input']]) {
      const { code, err } = await review([...inOrder, ...more]);
      expect(code).toBe(65);
      expect(err).toContain('a.txt has changed since the review was created');
      expect(err).toContain('--update');
    }
    expect(readFileSync(join(folder, 'a-b.paralign'), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
    expect((await review(['a-b.paralign'])).code).toBe(0);
  });

  test('--update: a sentence inserted, one changed, one removed, a paragraph moved', async () => {
    const [first, second, third] = english;
    const [primero, segundo, tercero] = spanish;
    if (!first || !second || !third || !primero || !segundo || !tercero) throw new Error('fixture');
    write('a.txt', [
      [third[0] ?? '', 'It has forty seats.', third[1] ?? ''],
      first,
      ['The garden behind the house is closed in winter and spring.'],
    ]);
    write('b.txt', [
      [tercero[0] ?? '', 'Tiene cuarenta asientos.', tercero[1] ?? ''],
      primero,
      [segundo[0] ?? ''],
    ]);
    const { code, out, err } = await review([...inOrder, '--update']);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(await statuses()).toEqual({
      'The café sells bread, soup and coffee.': 'accepted',
      'It has forty seats.': 'unreviewed',
      'It closes an hour before the museum.': 'accepted',
      'The museum opens at nine in the morning.': 'accepted',
      'Children under twelve pay nothing.': 'rejected',
      'The garden behind the house is closed in winter and spring.': 'unreviewed',
    });
    expect(out).toContain('updated to the new text: 4 of 6 decisions kept');
    expect(err).toContain('not kept: row 3: accepted, "The garden');
    expect(err).toContain('not kept: row 4: accepted, "Dogs must stay outside."');
    const { rows } = await load();
    expect(rows.find(({ status }) => status === 'rejected')?.note).toBe('not quite');
    expect(rows.at(-1)?.note).toBe('before the update: accepted (a.txt: changed)');
    // The review before is whole, and opens.
    expect((await load('a-b.old-1.paralign')).rows.map(({ status }) => status)).toEqual([
      'accepted',
      'rejected',
      'accepted',
      'accepted',
      'accepted',
      'accepted',
    ]);
    // Done again, there is nothing to do; with another change, nothing kept is overwritten.
    expect((await review([...inOrder, '--update'])).out).toContain('nothing to update');
    write('b.txt', [['Un título nuevo.'], ...spanish]);
    expect((await review(['a-b.paralign', '--update', 'a.txt', 'b.txt'])).code).toBe(0);
    expect(
      readdirSync(folder)
        .filter((name) => name.includes('.old-'))
        .sort(),
    ).toEqual(['a-b.old-1.paralign', 'a-b.old-2.paralign']);
  });

  test('--update keeps decisions that are only in the journal', async () => {
    const { store } = await import('../../src/platform/review/review-file.js').then(
      async ({ openReviewFile }) => openReviewFile(join(folder, 'a-b.paralign')),
    );
    const { decide } = await import('../../src/review/operations/decide.js');
    const old = await load();
    const entry = decide(old, old.rows[1]?.id ?? -1, 'accepted');
    if ('refused' in entry) throw new Error(entry.refused);
    store.append({ type: 'do', sequence: old.sequence + 1, entry });
    store.close();
    write('a.txt', [['A new first line.'], ...english]);
    expect((await review([...inOrder, '--update'])).code).toBe(0);
    expect((await statuses())['Children under twelve pay nothing.']).toBe('accepted');
    expect(readdirSync(folder).filter((name) => name.endsWith('.journal'))).toEqual([]);
  });

  test('--update refuses what it cannot do, and leaves the review unchanged', async () => {
    const before = readFileSync(join(folder, 'a-b.paralign'), 'utf8');
    write('c.txt', english);
    expect((await review(['a-b.paralign', '--update', 'a.txt', 'b.txt', 'c.txt'])).code).toBe(65);
    expect((await review(['a-b.paralign', '--update'])).code).toBe(2);
    expect((await review(['none.paralign', '--update', 'a.txt', 'b.txt'])).code).toBe(66);
    expect((await review(['a-b.paralign', 'a.txt', 'b.txt'])).code).toBe(2);
    rmSync(join(folder, 'b.txt'));
    const gone = await review(inOrder);
    expect(gone.code).toBe(66);
    expect(gone.err).toContain('without its sources');
    expect(readFileSync(join(folder, 'a-b.paralign'), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });
});

describe.skipIf(!hasTmux)('in a terminal it asks', () => {
  let tmux: Tmux;
  const start = async () => {
    write('a.txt', [['A new first line.'], ...english]);
    tmux = new Tmux(120, 30, folder, {});
    tmux.command(`node ${program} review a.txt b.txt; echo "code $?"`);
    await tmux.until('[c]ancel?');
  };
  afterEach(() => tmux.close());

  test('and opens the old text', async () => {
    await start();
    tmux.type('o');
    tmux.press('Enter');
    await tmux.until(/1 of 6/);
    tmux.press('q');
    await tmux.until('code 0');
    expect(readdirSync(folder).filter((name) => name.includes('.old-'))).toEqual([]);
  });

  test('updates', async () => {
    await start();
    tmux.type('u');
    tmux.press('Enter');
    await tmux.until(/of 7/);
    tmux.press('q');
    await tmux.until('code 0');
    expect((await statuses())['Dogs must stay outside.']).toBe('accepted');
  });

  test('or does nothing', async () => {
    const before = readFileSync(join(folder, 'a-b.paralign'), 'utf8');
    await start();
    tmux.type('c');
    tmux.press('Enter');
    await tmux.until('code 0');
    expect(readFileSync(join(folder, 'a-b.paralign'), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });
});
