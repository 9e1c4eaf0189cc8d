import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReviewFile, readReviewFile } from '../../src/platform/review/review-file.js';
import { reviewFromTable } from '../../src/review/from-table.js';
import type { Review } from '../../src/review/model.js';
import { simpleReview, table } from '../review/fixture.js';
import { cleanEnvironment, paralign, program, scratch, seed } from './program.js';
import { hasTmux, Tmux } from './tmux.js';

let folder: string;
let terminal: Tmux;
const open = (columns: number, rows: number, env: Record<string, string> = {}) =>
  (terminal = new Tmux(columns, rows, folder, env));
const review = (args: string) => `node ${program} review ${args}; echo "code $?"`;
async function file(content: Review, name = 'book.paralign'): Promise<string> {
  const path = join(folder, name);
  (await createReviewFile(path, content)).store.close();
  return path;
}
const load = async (name = 'book.paralign') => (await readReviewFile(join(folder, name))).review;

beforeEach(() => {
  folder = scratch();
});
afterEach(() => {
  terminal?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a session that cannot be saved anywhere ends with 74 and reports what is lost', async () => {
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  await file(simpleReview(4), 'inner/book.paralign');
  const child = spawn(process.execPath, [program, 'review', '--plain', 'inner/book.paralign'], {
    cwd: folder,
    env: cleanEnvironment(),
  });
  let out = '';
  let err = '';
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stdin.write('a\n');
  await vi.waitFor(() => expect(out).toContain('accepted 1'), 60_000);
  renameSync(inner, join(folder, 'away'));
  child.stdin.write('w\n');
  await vi.waitFor(() => expect(out).toMatch(/the folder .* no longer exists/), 60_000);
  child.stdin.end('q\nq\n');
  expect(await ended).toBe(74);
  expect(err).toMatch(/book\.paralign is not saved.*LOST/);
});

test('a session whose file was removed writes it again at the end', async () => {
  const path = await file(simpleReview(4));
  const child = spawn(process.execPath, [program, 'review', '--plain', 'book.paralign'], {
    cwd: folder,
    env: cleanEnvironment(),
  });
  let out = '';
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stdin.write('a\n');
  await vi.waitFor(() => expect(out).toContain('accepted 1'), 60_000);
  rmSync(path);
  child.stdin.end('q\n');
  expect(await ended).toBe(0);
  expect((await load()).rows[0]?.status).toBe('accepted');
});

describe.skipIf(!hasTmux)('paralign review in a terminal', () => {
  test('aligns the seeds; accepting, merging, splitting, undoing, searching and saving work', async () => {
    const tmux = open(140, 40);
    tmux.command(review(`${seed(0)} ${seed(1)} -o seeds.paralign`));
    await tmux.until('gunfire');
    expect(tmux.state().alternate).toBe(true);
    tmux.press('g', 'a');
    await tmux.until(/accepted 1\b/);
    tmux.press('g', 'm');
    await tmux.until(/merged 1 and 2.*u to undo/);
    await tmux.until(/> +1 +2-2/);
    tmux.press('s', 'Enter');
    await tmux.until(/split 1/);
    tmux.press('u', 'u');
    await tmux.until(/undone: merged 1 and 2/);
    tmux.type('/hama');
    tmux.press('Enter');
    await tmux.until(/search: hama/);
    tmux.press('t');
    tmux.type('see ✓ 彼');
    tmux.press('Enter');
    await tmux.until(/note +see ✓ 彼/);
    tmux.resize(80, 24);
    const narrow = await tmux.until(/note +see ✓ 彼/);
    const lines = narrow.split('\n').slice(0, 24);
    expect(lines.every((line) => stringWidth(line) <= 80)).toBe(true);
    tmux.resize(40, 8);
    await tmux.until('terminal too small');
    tmux.resize(140, 40);
    await tmux.until(/│.*constant gunfire/);
    tmux.press('q');
    // Nothing of the alignment's progress is left before it.
    await tmux.until(/^code 0/m);
    expect(tmux.state()).toEqual({ alternate: false, cursor: true });
    const saved = await load('seeds.paralign');
    expect(saved.rows[0]?.status).toBe('accepted');
    expect(saved.rows.map((row) => row.note)).toContain('see ✓ 彼');
    expect(existsSync(join(folder, 'seeds.paralign.journal'))).toBe(false);
  });

  test('keeps columns straight with Hebrew, Arabic, Chinese, Hindi, emoji and marks', async () => {
    const languages = ['en', 'zh', 'he', 'ar', 'hi'];
    const texts = [
      ['The dog sleeps. 👍🏽', 'cafe\u0301 au lait', 'third'],
      ['狗在睡觉。', '咖啡加牛奶，一杯很长的句子需要被截断才能放进列里面。', '第三'],
      ['הכלב ישן.', 'קפה הפוך', 'שלישי'],
      ['الكلب نائم.', 'قهوة بالحليب', 'ثالث'],
      ['कुत्ता सो रहा है।', 'दूध वाली कॉफ़ी', 'तीसरा'],
    ];
    await file(
      reviewFromTable(
        table(
          languages.map((language, index) => ({ language, sentences: texts[index] ?? [] })),
          [0, 1, 2].map((row) => ({ cells: languages.map(() => [row]) })),
        ),
        { model: null, segmented: false },
      ),
    );
    const tmux = open(160, 40);
    tmux.command(review('book.paralign'));
    const screen = await tmux.until(/^(?=.*1 of 3)(?=.*狗在睡觉。)/s);
    for (const text of ['狗在睡觉。', 'הכלב', 'الكلب', 'कुत्ता']) expect(screen).toContain(text);
    // Up to the Hindi column, which terminals measure as they like, bars stand one over the other.
    const lines = screen.split('\n').filter((line) => /^[> ] +\d+ \d-/.test(line));
    const bars = lines.map((line) => {
      const places = [...line.matchAll(/│/g)].map((match) =>
        stringWidth(line.slice(0, match.index)),
      );
      return places.slice(0, 4);
    });
    expect(lines).toHaveLength(3);
    expect(bars[1]?.slice(1)).toEqual(bars[2]?.slice(1));
    tmux.press('q');
    await tmux.until('code 0');
  });

  test('a line that the terminal considers wider pushes no other line down', async () => {
    const hindi = 'कुत्ता घर में सो रहा है। 👍🏽👍🏽👍🏽 '.repeat(3);
    const sentences = [hindi, 'दूसरा', 'तीसरा'];
    await file(
      reviewFromTable(
        table(
          [
            { language: 'hi', sentences },
            { language: 'en', sentences: ['one', 'two', 'three'] },
          ],
          [0, 1, 2].map((row) => ({ cells: [[row], [row]] })),
        ),
        { model: null, segmented: false },
      ),
    );
    const tmux = open(80, 24);
    tmux.command(review('book.paralign'));
    const screen = await tmux.until('1 of 3');
    expect(screen).toMatch(/> +1 1-1[^\n]*\n +2 1-1[^\n]*\n +3 1-1/);
    tmux.press('q');
    await tmux.until('code 0');
    // The shell's lines wrap again.
    tmux.command(`clear; printf '%085d\\n' 7`);
    await tmux.until(/\n0+7/);
  });

  test('restores the screen on SIGTERM, and loses nothing', async () => {
    await file(simpleReview(20));
    const tmux = open(100, 30);
    tmux.command(review('book.paralign'));
    await tmux.until('5 of 20');
    tmux.press('a');
    await tmux.until('accepted 5');
    const { pid } = JSON.parse(readFileSync(join(folder, 'book.paralign.lock'), 'utf8')) as {
      pid: number;
    };
    process.kill(pid, 'SIGTERM');
    await tmux.until('code 143');
    expect(tmux.state()).toEqual({ alternate: false, cursor: true });
    expect(existsSync(join(folder, 'book.paralign.lock'))).toBe(false);
    tmux.command(`clear; ${review('book.paralign')}`);
    await tmux.until('recovered 1 action');
    tmux.press('q');
    await tmux.until('code 0');
    expect((await load()).rows[4]?.status).toBe('accepted');
  });

  test('ends with 129 when its terminal goes away, and loses nothing', async () => {
    await file(simpleReview(20));
    const tmux = open(100, 30);
    // The shell that waits for it outlives the terminal.
    writeFileSync(
      join(folder, 'wait.sh'),
      `trap '' HUP; node ${program} review book.paralign; echo $? > code`,
    );
    tmux.command('exec sh wait.sh');
    await tmux.until('5 of 20');
    tmux.press('a');
    await tmux.until('accepted 5');
    tmux.close();
    await vi.waitFor(
      () => expect(readFileSync(join(folder, 'code'), 'utf8')).toBe('129\n'),
      60_000,
    );
    expect(existsSync(join(folder, 'book.paralign.lock'))).toBe(false);
    expect((await load()).rows[4]?.status).toBe('accepted');
  });

  test('recovers after kill -9 and says so', async () => {
    await file(simpleReview(20));
    const tmux = open(100, 30);
    tmux.command(review('book.paralign'));
    await tmux.until('5 of 20');
    tmux.press('a', 'r');
    await tmux.until('rejected 10');
    const { pid } = JSON.parse(readFileSync(join(folder, 'book.paralign.lock'), 'utf8')) as {
      pid: number;
    };
    process.kill(pid, 'SIGKILL');
    await tmux.until(/code 137/);
    tmux.close();
    const again = open(100, 30);
    again.command(review('book.paralign'));
    await again.until('recovered 2 actions');
    again.press('q');
    await again.until('code 0');
  });

  test('suspends and resumes unchanged', async () => {
    await file(simpleReview(20));
    const tmux = open(100, 30);
    tmux.command(`node ${program} review book.paralign`);
    await tmux.until('5 of 20');
    tmux.press('j');
    await tmux.until('6 of 20');
    tmux.press('C-z');
    await tmux.until(/Stopped|Suspended/);
    expect(tmux.state()).toEqual({ alternate: false, cursor: true });
    tmux.command('clear; fg; echo "code $?"');
    await tmux.until('6 of 20');
    expect(tmux.state().alternate).toBe(true);
    tmux.press('a');
    await tmux.until('accepted 6');
    tmux.press('q');
    await tmux.until('code 0');
  });

  test('edits in $EDITOR, and works with CI set', async () => {
    await file(simpleReview(6));
    writeFileSync(join(folder, 'editor.sh'), 'sed -i s/sentence/phrase/ "$1"\n');
    const tmux = open(100, 30, { CI: 'true', EDITOR: `sh ${join(folder, 'editor.sh')}` });
    tmux.command(review('book.paralign'));
    await tmux.until('5 of 6');
    tmux.press('E');
    await tmux.until(/edited +en phrase 5/);
    tmux.press('q');
    await tmux.until('code 0');
    expect((await load()).rows[4]?.edits[0]).toBe('en phrase 5.');
  });

  test('pastes text into text fields, and never runs it as keys', async () => {
    await file(simpleReview(6));
    const tmux = open(100, 30);
    tmux.command(review('book.paralign'));
    await tmux.until('5 of 6');
    const paste = (text: string) => tmux.type(`\u001b[200~${text}\u001b[201~`);
    paste('aaa');
    await tmux.until('you can paste only into a text field');
    tmux.press('t');
    paste('two\nlines');
    await tmux.until('note: two lines');
    tmux.press('Enter');
    await tmux.until('noted on 5');
    tmux.press('q');
    await tmux.until('code 0');
    expect((await load()).rows.map((row) => row.status)).not.toContain('accepted');
  });

  test('a second person is warned and can only read', async () => {
    await file(simpleReview(6));
    const tmux = open(100, 30);
    tmux.command(review('book.paralign'));
    await tmux.until('5 of 6');
    const second = await paralign(['review', 'book.paralign', '--plain'], {
      cwd: folder,
      input: 'a\nq\n',
    });
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/read only: process \d+ .* has this review open/);
    expect((await load()).rows[4]?.status).toBe('unreviewed');
    tmux.press('q');
    await tmux.until('code 0');
  });

  test('text cannot control the terminal', async () => {
    const evil = 'a\u001b]0;owned\u0007b\u001b[2Jc\u009b31md\u202ee';
    await file(
      reviewFromTable(
        table(
          [
            { language: 'en', sentences: [evil] },
            { language: 'fr', sentences: ['b\u0007\u001b[5mx'] },
          ],
          [{ cells: [[0], [0]], note: 'n\u001b[7m' }],
        ),
        { model: null, segmented: false },
      ),
    );
    const tmux = open(100, 30);
    tmux.command(review('book.paralign'));
    const screen = await tmux.until('1 of 1');
    expect(screen).toContain('a␛]0;owned␇b␛[2Jc�31mde');
    tmux.press('q');
    await tmux.until('code 0');
  });
});

describe('paralign review without a terminal', () => {
  test('works line by line, and convert exports what was decided', async () => {
    await file(simpleReview(6));
    const input = [
      'a',
      '1',
      't first note',
      'm',
      'f accepted',
      'f all',
      '/sentence 4',
      'e new text',
      'A',
      'y',
      'q',
      '',
    ];
    const run = await paralign(['review', 'book.paralign'], {
      cwd: folder,
      input: input.join('\n'),
    });
    expect(run.code).toBe(0);
    expect(run.err).toBe('');
    expect(run.out).toMatch(/accepted 5.*\n/);
    expect(run.out).toMatch(/merged 1 and 2/);
    expect(run.out).toMatch(/accept 2 rows with confidence 0.80 or more\? \(y\/n\)/);
    const csv = await paralign(['convert', 'book.paralign', '--format', 'csv'], { cwd: folder });
    const lines = csv.out.split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/en sentence 1\. en sentence 2\..*2-2,manual,.*edited.*first note/);
    expect(lines.filter((line) => /,accepted,/.test(line))).toHaveLength(3);
    expect(csv.out).toContain('new text');
  });

  test('saves and ends on a signal', async () => {
    await file(simpleReview(6));
    const child = spawn(process.execPath, [program, 'review', 'book.paralign', '--plain'], {
      cwd: folder,
      env: cleanEnvironment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('accepted 5')) child.kill('SIGTERM');
    });
    // Its input stays open.
    child.stdin.write('a\n');
    expect(await ended).toBe(143);
    expect(existsSync(join(folder, 'book.paralign.journal'))).toBe(false);
    expect((await load()).rows[4]?.status).toBe('accepted');
  });

  test('reads numbers before commands, and a single - as an empty text', async () => {
    await file(simpleReview(20));
    const input = '1\n3j\nt odd\nt\n-\ne new\ne -\nq\n';
    const run = await paralign(['review', 'book.paralign', '--plain'], { cwd: folder, input });
    expect(run.out).toMatch(/row 4 \(4 of 20\)/);
    expect(run.out).toMatch(/removed the note on 4/);
    expect((await load()).rows[3]).toMatchObject({ note: '', edits: {} });
  });

  test('sends no control characters from a file name to the terminal', async () => {
    const name = 'b\u001b]0;owned\u0007\u001b[31m.paralign';
    await file(simpleReview(2), name);
    const run = await paralign(['review', name, '--plain'], { cwd: folder, input: 'q\n' });
    // eslint-disable-next-line no-control-regex
    expect(run.out + run.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u009b]/);
  });

  test('the seeds take at most 15 keystrokes, because the queue has only doubtful rows', async () => {
    const keys = ['A', 'y', ...Array<string>(12).fill('a'), 'q'];
    const args = ['review', seed(0), seed(1), '-o', 'seeds.paralign', '--plain'];
    const run = await paralign(args, { cwd: folder, input: `${keys.join('\n')}\n` });
    expect(run.code).toBe(0);
    const { rows } = await load('seeds.paralign');
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.map((row) => row.status).filter((status) => status !== 'accepted')).toEqual([]);
  });

  test('convert includes decisions that are only in the journal', async () => {
    const path = await file(simpleReview(6));
    const { openReviewFile } = await import('../../src/platform/review/review-file.js');
    const { decide } = await import('../../src/review/operations/decide.js');
    const opened = await openReviewFile(path);
    const entry = decide(opened.review, 0, 'rejected');
    if ('refused' in entry) throw new Error(entry.refused);
    opened.store.append({ type: 'do', entry, sequence: 1 });
    opened.store.close();
    const csv = await paralign(['convert', path], { cwd: folder });
    expect(csv.out).toContain(',rejected,');
    expect(csv.err).toMatch(/included 1 action/);
  });

  test.each([
    [['review'], 2, /nothing to review/],
    [['review', 'none.paralign'], 66, /none\.paralign/],
    [['review', 'bad.paralign'], 65, /bad\.paralign.*"format" is missing/],
    [['review', 'bad.paralign', 'x.txt'], 2, /must be the only operand/],
    [['review', 'a.txt', 'b.txt', '-o', 'x.csv'], 2, /must end in \.paralign/],
    // Said before the sources are looked for.
    [['review', 'a.txt', 'b.txt', '-o', 'no/x.paralign'], 73, /no does not exist/],
    [['convert', 'bad.paralign'], 65, /"format" is missing/],
  ])('says what is wrong: %j', async (args, code, message) => {
    writeFileSync(join(folder, 'bad.paralign'), '{"a": 1}');
    const run = await paralign(args, { cwd: folder });
    expect(run.code).toBe(code);
    expect(run.err).toMatch(message);
    expect(run.out).toBe('');
  });

  test('keys can be rebound, and a conflict is an error that names both', async () => {
    await file(simpleReview(6));
    const config = join(folder, 'config', 'paralign');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(config, { recursive: true });
    const env = { XDG_CONFIG_HOME: join(folder, 'config') };
    writeFileSync(join(config, 'config.json'), '{"keys": {"accept": ["y"]}}');
    const run = await paralign(['review', 'book.paralign', '--plain'], {
      cwd: folder,
      env,
      input: 'y\na\n',
    });
    expect(run.out).toMatch(/accepted 5/);
    expect(run.out).toMatch(/unknown command "a"/);
    writeFileSync(join(config, 'config.json'), '{"keys": {"accept": "j"}}');
    const conflict = await paralign(['review', 'book.paralign', '--plain'], { cwd: folder, env });
    expect(conflict.code).toBe(78);
    expect(conflict.err).toMatch(/"j" is bound to both next and accept/);
  });
});
