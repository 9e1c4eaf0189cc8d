import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createReviewFile,
  openReviewFile,
  readReviewFile,
} from '../../src/platform/review/review-file.js';
import type { PageData } from '../../src/report/data/page-data.js';
import { simpleReview } from '../review/fixture.js';
import { paralign, program, scratch } from './program.js';
import { hasTmux, Tmux } from './tmux.js';

let folder: string;
const at = (name: string) => join(folder, name);
const run = (line: string, input = '') => paralign(line.split(' '), { cwd: folder, input });
const load = async () => (await readReviewFile(at('book.paralign'))).review;

/** The review's CSV as it was saved by a spreadsheet: semicolons, another order, a mark, all quoted. */
async function saveEdited(changes: Record<number, Record<string, string>>): Promise<void> {
  await run('convert book.paralign -o book.csv --delimiter ;');
  const [header = [], ...lines] = readFileSync(at('book.csv'), 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  const edited = lines
    .reverse()
    .map((line) =>
      line.map((field, index) => changes[Number(line[0])]?.[header[index] ?? ''] ?? field),
    );
  const text = [header, ...edited].map((line) => line.map((field) => `"${field}"`).join(';'));
  writeFileSync(at('edited.csv'), `\ufeff${text.join('\r\n')}\r\n`);
}

beforeEach(async () => {
  folder = scratch();
  (await createReviewFile(at('book.paralign'), simpleReview(6))).store.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('paralign review --import', () => {
  test('lists with --dry-run, applies with --no-input, and u takes all of it back', async () => {
    const before = readFileSync(at('book.paralign'), 'utf8');
    await saveEdited({ 1: { status: 'accepted' }, 4: { b_text: 'fr phrase 4.', note: 'été' } });
    const list = await run('review book.paralign --import edited.csv --dry-run');
    expect(list).toMatchObject({ code: 0, err: '' });
    expect(list.out).toBe(
      [
        'edited.csv: 6 lines, 2 rows change (status 2, note 1, b_text 1)',
        '  row 4 (line 4): status: unreviewed -> edited',
        '  row 4 (line 4): note: "" -> "été"',
        '  row 4 (line 4): b_text: "fr sentence 4." -> "fr phrase 4."',
        '  row 1 (line 7): status: unreviewed -> accepted',
        '',
      ].join('\n'),
    );
    expect(readFileSync(at('book.paralign'), 'utf8')).toBe(before);
    const done = await run('review book.paralign --import edited.csv --no-input');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(/^edited\.csv: 6 lines, 2 rows changed \(.*\)\nto undo this/);
    expect((await load()).rows[3]).toMatchObject({ note: 'été', edits: { 1: 'fr phrase 4.' } });
    expect(existsSync(at('book.paralign.journal'))).toBe(false);
    expect(existsSync(at('book.paralign.lock'))).toBe(false);
    const again = await run('review book.paralign --import edited.csv --no-input');
    expect(again).toMatchObject({ code: 0, out: 'edited.csv: 6 lines, nothing to change\n' });
    await run('review book.paralign --plain', 'u\nq\n');
    expect((await load()).rows).toEqual(simpleReview(6).rows);
  });

  test('applies what it can, lists the rest by line, and exits with 1', async () => {
    await saveEdited({ 1: { status: 'fine' }, 2: { status: 'accepted' } });
    const { code, out, err } = await run('review book.paralign --import edited.csv --no-input');
    expect(code).toBe(1);
    expect(out).toContain('6 lines, 1 row changed (status 1); 1 not applied');
    expect(err).toBe(
      'paralign: warning: not applied: edited.csv:7: row 1: status is "fine", but must be one of unreviewed, accepted, rejected, edited\n',
    );
    expect((await load()).rows.map(({ status }) => status).slice(0, 2)).toEqual([
      'unreviewed',
      'accepted',
    ]);
  });

  test('prints the differences as data', async () => {
    await saveEdited({ 2: { flagged: 'yes' }, 3: { a_end: '1' } });
    const { code, out, err } = await run('review book.paralign --import edited.csv --json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      review: 'book.paralign',
      file: 'edited.csv',
      lines: 6,
      rowsChanged: 1,
      applied: true,
      differences: [{ row: 2, line: 6, column: 'flagged', before: 'no', after: 'yes' }],
      problems: [{ line: 5, row: 3 }],
    });
  });

  test('reads files saved as Windows-1252, Mac Roman and UTF-16', async () => {
    await saveEdited({ 2: { note: 'déjà vu' } });
    const text = readFileSync(at('edited.csv'), 'utf8').replace(/^\ufeff/, '');
    const mac = Buffer.from(text.replace('é', '\x8e').replace('à', '\x88'), 'latin1');
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      mac,
      Buffer.from(`\ufeff${text.replace(/;/g, '\t')}`, 'utf16le'),
    ]) {
      writeFileSync(at('edited.csv'), bytes);
      const { out } = await run('review book.paralign --import edited.csv --dry-run');
      if (bytes !== mac) expect(out).toContain('note: "" -> "déjà vu"');
      else expect(out).toContain('1 row changes (note 1)');
    }
    writeFileSync(at('edited.csv'), mac);
    const line = 'review book.paralign --import edited.csv --dry-run --encoding macintosh';
    expect((await run(line)).out).toContain('note: "" -> "déjà vu"');
  });

  test('changes nothing in a review that is open elsewhere', async () => {
    await saveEdited({ 2: { flagged: 'yes' } });
    const other = await openReviewFile(at('book.paralign'));
    try {
      const { code, err } = await run('review book.paralign --import edited.csv --no-input');
      expect(code).toBe(73);
      expect(err).toContain('has this review open');
      expect((await run('review book.paralign --import edited.csv --dry-run')).code).toBe(0);
    } finally {
      other.store.close();
    }
  });

  test.each([
    ['--import edited.csv', 2],
    ['a.txt b.txt --import edited.csv', 2],
    ['book.paralign --import edited.csv -o other.paralign', 2],
    ['book.paralign --import book.paralign', 65],
    ['book.paralign --import nothing.csv', 66],
    ['book.paralign --import .', 66],
  ])('review %s exits with %d', async (line, code) => {
    await saveEdited({});
    expect((await run(`review ${line} --no-input`)).code).toBe(code);
  });

  test('never overwrites the table', async () => {
    await saveEdited({ 2: { flagged: 'yes' } });
    writeFileSync(at('book.paralign.bak'), readFileSync(at('edited.csv')));
    const { code, err } = await run('review book.paralign --import book.paralign.bak --no-input');
    expect(code).toBe(73);
    expect(err).toContain('is the table book.paralign.bak');
  });
});

describe.skipIf(!hasTmux)('paralign review --import in a terminal', () => {
  let terminal: Tmux;
  const command = (line: string) =>
    terminal.command(`clear; node ${program} review ${line}; echo "code $?"`);
  beforeEach(() => {
    terminal = new Tmux(110, 30, folder);
  });
  afterEach(() => terminal.close());

  test('shows the list, asks, and opens the review; no export overwrites the table', async () => {
    await saveEdited({ 1: { status: 'ok' }, 2: { status: 'accepted', note: 'see glossary' } });
    command('book.paralign --import edited.csv');
    const list = await terminal.until(
      'Change this row, as one step that can be undone? [y]es, [n]o',
    );
    expect(list).toContain('edited.csv: 6 lines, 1 row changes (status 1, note 1); 1 not applied');
    expect(list).toContain('row 2 (line 6): note: "" -> "see glossary"');
    expect(list).toContain('not applied: edited.csv:7: row 1: status is "ok"');
    terminal.command('n');
    await terminal.until(/nothing was changed\s+code 0/);
    expect((await load()).sequence).toBe(0);
    command('book.paralign --import edited.csv');
    await terminal.until('[y]es, [n]o');
    terminal.command('y');
    await terminal.until('changed 1 row as in edited.csv');
    expect(terminal.state().alternate).toBe(true);
    terminal.press('W', 'C-u');
    terminal.type('edited.csv');
    terminal.press('Enter');
    await terminal.until('is the table edited.csv');
    terminal.press('u');
    await terminal.until('undone: changed 1 row as in edited.csv');
    terminal.press('C-r', 'q');
    await terminal.until(/^code 0/m);
    expect((await load()).rows[1]).toMatchObject({ status: 'accepted', note: 'see glossary' });
  });

  test('is saved before the screen shows it, even with kill -9', async () => {
    await saveEdited({ 2: { status: 'accepted' } });
    command('book.paralign --import edited.csv');
    await terminal.until('[y]es, [n]o');
    terminal.command('y');
    await terminal.until('changed 1 row as in edited.csv');
    const lock: unknown = JSON.parse(readFileSync(at('book.paralign.lock'), 'utf8'));
    const pid = typeof lock === 'object' && lock !== null && 'pid' in lock ? Number(lock.pid) : 0;
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, 'SIGKILL');
    const { review, recovered } = await readReviewFile(at('book.paralign'));
    expect(recovered).toBe(1);
    expect(review.rows[1]?.status).toBe('accepted');
  });
});

/** The decisions that the page of the review takes, on some of its rows. */
async function saveDecisions(
  wanted: Record<number, object>,
  { by = '', name = 'decisions.json' } = {},
): Promise<void> {
  const { out } = await run('report book.paralign');
  const [, json = ''] =
    /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(out) ?? [];
  const { alignment, origin, rows }: PageData = JSON.parse(json);
  const decisions = rows
    .filter(({ id }) => wanted[id] !== undefined)
    .map(({ id, cells, status = 'unreviewed', note = '' }) => ({
      row: id,
      texts: cells.map((cell) => cell?.text ?? ''),
      was: { status, note },
      ...{ status: null, note: null, edits: cells.map(() => null) },
      ...wanted[id],
    }));
  const { source } = origin;
  const head = { format: 'paralign-decisions', version: 1, alignment, source, decided_by: by };
  writeFileSync(at(name), JSON.stringify({ ...head, created: null, decisions }));
}

describe('paralign review --import decisions.json', () => {
  const wanted = {
    1: { status: 'accepted' },
    2: { status: 'needs-review', note: 'été?' },
    3: { edits: [null, 'fr phrase 3.'] },
  };

  test('lists with --dry-run, applies with --no-input, and names who decided', async () => {
    await saveDecisions(wanted, { by: 'Ana' });
    const before = readFileSync(at('book.paralign'), 'utf8');
    const list = await run('review book.paralign --import decisions.json --dry-run');
    expect(list).toMatchObject({ code: 0, err: '' });
    expect(list.out).toBe(
      [
        'decisions.json: 3 decisions by Ana, 3 rows change (status 3, note 1, b_text 1)',
        '  row 1: status: unreviewed -> accepted',
        '  row 2: status: unreviewed -> needs-review',
        '  row 2: note: "" -> "été?"',
        '  row 3: status: unreviewed -> edited',
        '  row 3: b_text: "fr sentence 3." -> "fr phrase 3."',
        '',
      ].join('\n'),
    );
    expect(readFileSync(at('book.paralign'), 'utf8')).toBe(before);
    const done = await run(
      'review book.paralign --import decisions.json --no-input --decided-by Berta',
    );
    expect(done).toMatchObject({ code: 0, err: '' });
    const review = await load();
    expect(review.history.entries).toMatchObject([
      { by: 'Berta', label: 'changed 3 rows as in decisions.json, decided by Berta' },
    ]);
    const page = (await run('report book.paralign')).out;
    expect(page).toContain('"status":"accepted","by":"Berta"');
    const again = await run('review book.paralign --import decisions.json --no-input');
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toBe('decisions.json: 3 decisions by Ana, nothing to change\n');
  });

  test('keeps what was decided meanwhile, lists it, and exits 1', async () => {
    await saveDecisions(wanted);
    await saveDecisions({ 1: { status: 'rejected' } }, { name: 'other.json' });
    expect((await run('review book.paralign --import other.json --no-input')).code).toBe(0);
    const { code, err, out } = await run('review book.paralign --import decisions.json --no-input');
    expect(code).toBe(1);
    expect(out).toContain('decisions.json: 3 decisions, 2 rows changed (');
    expect(err).toContain(
      'not applied: decisions.json: row 1: the row is now rejected; it was not changed',
    );
    expect((await load()).rows[0]?.status).toBe('rejected');
    const data = JSON.parse(
      (await run('review book.paralign --import decisions.json --no-input --json')).out,
    );
    expect(data).toMatchObject({ decisions: 3, applied: false, problems: [{ row: 1 }] });
  });

  test('refuses decisions about another alignment, and what is no decisions file', async () => {
    await saveDecisions(wanted);
    (await createReviewFile(at('other.paralign'), simpleReview(5))).store.close();
    const other = await run('review other.paralign --import decisions.json --no-input');
    expect(other.code).toBe(65);
    expect(other.err).toContain('decisions.json: is about another alignment than this review');
    writeFileSync(at('bad.json'), '{"format": "paralign-decisions", }');
    const bad = await run('review book.paralign --import bad.json');
    expect(bad.code).toBe(65);
    expect(bad.err).toContain('bad.json: is not a decisions file: not valid JSON, line 1');
    await run('report book.paralign -o page.html');
    const page = await run('review book.paralign --import page.html');
    expect(page.code).toBe(65);
    expect(page.err).toContain('page.html: is a page, not the decisions taken on it');
    const lone = await run('review book.paralign --decided-by Ana');
    expect(lone.code).toBe(2);
    expect(lone.err).toContain('--decided-by works only with --import');
  });

  test.skipIf(!hasTmux)(
    'asks on a terminal, and opens the review; u takes all of it back',
    async () => {
      await saveDecisions(wanted, { by: 'Ana' });
      const terminal = new Tmux(110, 30, folder);
      try {
        terminal.command(
          `clear; node ${program} review book.paralign --import decisions.json; echo "code $?"`,
        );
        const list = await terminal.until('Change these 3 rows, as one step that can be undone?');
        expect(list).toContain('row 2: status: unreviewed -> needs-review');
        terminal.command('y');
        await terminal.until('changed 3 rows as in decisions.json, decided by Ana');
        terminal.press('u');
        await terminal.until('undone: changed 3 rows');
        terminal.press('C-r', 'q');
        await terminal.until(/^code 0/m);
        expect((await load()).history.entries).toMatchObject([{ by: 'Ana' }]);
      } finally {
        terminal.close();
      }
    },
  );
});
