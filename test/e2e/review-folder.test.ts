import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createReviewFile,
  openReviewFile,
  readReviewFile,
} from '../../src/platform/review/review-file.js';
import { simpleReview } from '../review/fixture.js';
import { paralign, program, scratch } from './program.js';
import { hasTmux, Tmux } from './tmux.js';

const home = scratch();
afterAll(() => rmSync(home, { recursive: true }));

let folder = '';
const at = (name: string): string => join(folder, `${name}.paralign`);
const accepted = async (name: string): Promise<number> =>
  (await readReviewFile(at(name))).review.rows.filter(({ status }) => status === 'accepted').length;

/** Three reviews with 1, 2 and 1 rows to review, in the order in which people count. */
beforeEach(async () => {
  folder = join(scratch(), 'out');
  mkdirSync(folder);
  for (const [name, rows] of [
    ['job2', 6],
    ['job10', 11],
    ['job11', 5],
  ] as const)
    (await createReviewFile(at(name), simpleReview(rows))).store.close();
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const review = (input: string, ...args: string[]) =>
  paralign(['review', folder, '--plain', ...args], { input, env: { XDG_CONFIG_HOME: home } });

describe('line by line', () => {
  test('goes through the doubtful rows of all reviews, and sums up', async () => {
    const { code, out } = await review('a\na\na\na\na\na\nq\n');
    expect(code).toBe(0);
    expect(out).toContain('3 reviews, 4 to review in all');
    expect(out).toContain('] opens job10.paralign (2 to review)');
    expect(out).toContain('job11.paralign (3 of 3 reviews, 1 to review in all)');
    expect(out).toContain('3 reviews: 4 of 22 rows decided (4 accepted)\n');
    expect(await Promise.all(['job2', 'job10', 'job11'].map(accepted))).toEqual([1, 2, 1]);
    expect(readdirSync(folder).filter((name) => /lock|journal|tmp/.test(name))).toEqual([]);
    const again = await review('');
    expect(again.out).toContain('3 reviews: no row needs review');
  });

  test('lists reviews that are damaged or open elsewhere, and skips them', async () => {
    writeFileSync(at('broken'), '{');
    writeFileSync(at('job10.old-1'), '{');
    const { store } = await openReviewFile(at('job10'));
    const { code, out, err } = await review(']\n:n\nq\n');
    store.close();
    expect(code).toBe(0);
    expect(err).toMatch(/skipped broken\.paralign: is not a review file/);
    expect(err).toMatch(/skipped job10\.paralign: process \d+ on .* has this review open/);
    expect(out).toContain('2 reviews, 2 to review in all; 2 skipped (listed at the end)');
    expect(out).toContain('job11.paralign (2 of 2 reviews, 2 to review in all)');
    expect(out).toMatch(/\n {2}skipped: {2}broken\.paralign: /);
    expect(out).not.toContain('old-1');
  });

  test('explains what is missing in a folder without reviews', async () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const none = await review('');
    expect(none.code).toBe(66);
    expect(none.err).toMatch(
      /there are no reviews in this folder; "paralign batch JOBS --out .*out --format paralign"/,
    );
    writeFileSync(at('broken'), '{');
    const all = await review('');
    expect(all.code).toBe(73);
    expect(all.err).toMatch(/no review can be opened: broken\.paralign: is not a review file/);
    const two = await paralign(['review', folder, at('broken')]);
    expect([two.code, two.err]).toEqual([
      2,
      expect.stringContaining('a folder of reviews must be the only operand'),
    ]);
  });
});

describe.skipIf(!hasTmux)('on the screen', () => {
  let terminal: Tmux | undefined;
  afterEach(() => {
    terminal?.close();
    terminal = undefined;
  });
  const start = async (): Promise<Tmux> => {
    const opened = terminal ?? new Tmux(100, 24, join(folder, '..'), { XDG_CONFIG_HOME: home });
    terminal = opened;
    opened.command(`clear; "${process.execPath}" "${program}" review out`);
    await opened.until(/of 3 reviews, \d to review .*threshold/s);
    return opened;
  };

  test('walks from review to review, one open at a time, and sums up over all', async () => {
    const screen = await start();
    await screen.until(/job2\.paralign +1 of 3 reviews, 4 to review/);
    screen.press('a');
    await screen.until('] opens job10.paralign');
    screen.press(']');
    await screen.until(/job10\.paralign +2 of 3 reviews, 3 to review/);
    expect(existsSync(`${at('job2')}.lock`)).toBe(false);
    expect(existsSync(`${at('job10')}.lock`)).toBe(true);
    expect(await accepted('job2')).toBe(1);
    screen.press(']', ']');
    await screen.until(/job11\.paralign +3 of 3 reviews/);
    screen.press('[');
    await screen.until(/job10\.paralign +2 of 3 reviews/);
    screen.command(':N');
    await screen.until(/job2\.paralign +1 of 3 reviews/);
    screen.command(':N');
    await screen.until('this is the first review');
    screen.press('q');
    const end = await screen.until('continue: paralign review out');
    expect(end).toContain('out: 3 reviews: 1 of 22 rows decided (1 accepted), 3 to review in 2');
  });

  test('kill -9 in between loses nothing that was acknowledged', async () => {
    const screen = await start();
    screen.press('a');
    await screen.until('accepted 5');
    screen.press(']');
    await screen.until(/job10\.paralign +2 of 3/);
    screen.press('a');
    await screen.until('accepted 5');
    const { pid } = JSON.parse(readFileSync(`${at('job10')}.lock`, 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await screen.until('Killed');
    expect(await Promise.all(['job2', 'job10', 'job11'].map(accepted))).toEqual([1, 1, 0]);
    // What was killed left its terminal as it was.
    screen.close();
    terminal = undefined;
    const again = await start();
    await again.until(/job10\.paralign.*2 of 3 reviews, 2 to review.*recovered 1 action/s);
    again.press('q');
    await again.until('3 reviews: 2 of 22 rows decided (2 accepted), 2 to review in 2');
  });
});
