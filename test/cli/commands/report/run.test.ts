import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../../src/cli/commands/command.js';
import { readReportRequest } from '../../../../src/cli/commands/report/request.js';
import { runReport } from '../../../../src/cli/commands/report/run.js';
import { report } from '../../../../src/cli/commands/report/spec.js';
import { createReviewFile } from '../../../../src/platform/review/review-file.js';
import { act } from '../../../../src/review/history.js';
import { isRefusal, type Draft, type Review } from '../../../../src/review/model.js';
import { decide, toggleDoubt } from '../../../../src/review/operations/decide.js';
import { mergeRows } from '../../../../src/review/operations/rows.js';
import { simpleReview } from '../../../review/fixture.js';
import { fakeContext } from '../fake-context.js';
import { parsed } from '../parsed.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-report-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const oldReview = new URL('../../../fixtures/review-v1.paralign', import.meta.url).pathname;
const at = (name: string) => join(cwd, name);

/** Runs the command; returns what it said. */
async function run(line: string, more: Partial<CommandContext> = {}) {
  const fake = fakeContext(cwd, more);
  await runReport(fake.context, readReportRequest({ cwd }, parsed(report, line)));
  return fake;
}

/** The data in a page. */
function dataOf(page: string) {
  const [, json = ''] =
    /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json);
}

const pageOf = async (line: string) => {
  await run(`${line} -o page.html`);
  const page = readFileSync(at('page.html'), 'utf8');
  rmSync(at('page.html'));
  return { page, data: dataOf(page) };
};

function done(review: Review, draft: Draft, by?: string): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: { ...draft, ...(by !== undefined && { by }) } });
}

async function save(review: Review, name = 'book.paralign'): Promise<void> {
  rmSync(at(name), { force: true });
  (await createReviewFile(at(name), review)).store.close();
}

const english = 'The house is old. It rains today. We bought three apples. The train is late.\n';
const french =
  'La maison est vieille. Il pleut. Nous avons acheté trois pommes. Le train est en retard.\n';

function writeTexts(): void {
  writeFileSync(at('a.txt'), english.repeat(3));
  writeFileSync(at('b.txt'), french.repeat(3));
}

describe('the page of a review', () => {
  test('is the same for the same review', async () => {
    const pages = [await pageOf(oldReview), await pageOf(oldReview)];
    expect(pages[0]?.page).toContain('id="row-1"');
    expect(pages[0]?.page).toBe(pages[1]?.page);
  });

  test('holds what was decided and by whom, and what needs review', async () => {
    const accepted = done(simpleReview(4), decide(simpleReview(4), 1, 'accepted'), 'Ana');
    await save(done(accepted, toggleDoubt(accepted, 2)));
    const { rows } = (await pageOf('book.paralign')).data;
    expect(rows[1]).toMatchObject({ id: 2, status: 'accepted', by: 'Ana' });
    expect(rows[2]).toMatchObject({ id: 3, doubt: true });
    expect(rows[0]).not.toHaveProperty('by');
  });

  test('keeps the hash of its alignment when decisions change, and not when links do', async () => {
    const review = simpleReview(4);
    const hashOf = async (own: Review) => {
      await save(own);
      return (await pageOf('book.paralign')).data.alignment;
    };
    const hash = await hashOf(review);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf(done(review, decide(review, 1, 'rejected')))).toBe(hash);
    expect(await hashOf(done(review, mergeRows(review, 1, 'next')))).not.toBe(hash);
  });

  test('can be read-only, and have a title', async () => {
    await save(simpleReview(2));
    const fake = fakeContext(cwd);
    const args = parsed(report, 'book.paralign --read-only -o page.html --title X');
    const request = { ...readReportRequest({ cwd }, args), title: 'My <book>' };
    await runReport(fake.context, request);
    const page = readFileSync(at('page.html'), 'utf8');
    expect(page).toContain('<title>My &#60;book&#62;</title>');
    expect(dataOf(page)).toMatchObject({ readOnly: true, title: 'My <book>' });
    expect(fake.err()).toBe('wrote page.html: 2 pairs, 0 unmatched\n');
  });

  test('leaves out the checks with --no-checks', async () => {
    const checks = (data: { rows: { checks?: unknown }[] }) =>
      data.rows.filter((row) => row.checks);
    const side = (stream: number, values: string[]) => ({ stream, values, spans: [] });
    const check = { code: 'number', a: side(0, ['1']), b: side(1, []) } as const;
    const review = simpleReview(2);
    await save({ ...review, rows: review.rows.map((row) => ({ ...row, checks: [check] })) });
    expect(checks((await pageOf('book.paralign')).data)).toHaveLength(2);
    expect(checks((await pageOf('book.paralign --no-checks')).data)).toEqual([]);
  });

  test('says which options have no effect on it', async () => {
    await save(simpleReview(2));
    const { warnings } = await run('book.paralign --mode parallel -o page.html');
    expect(warnings.map((each) => ('message' in each ? each.message : ''))).toEqual([
      '--mode has no effect on an alignment that exists already',
    ]);
  });
});

describe('the page of other files', () => {
  test('takes a table of linked texts as it is', async () => {
    writeFileSync(at('memory.csv'), 'en,fr\nThe house.,La maison.\nIt rains.,Il pleut.\n');
    const { data } = await pageOf('memory.csv --lang en,fr');
    expect(data.origin.source).toBe('memory.csv');
    expect(data.rows).toHaveLength(2);
  });

  test('takes a file that links two texts by number, with the texts behind it', async () => {
    writeFileSync(at('a.txt'), 'One.\nTwo.\n');
    writeFileSync(at('b.txt'), 'Un.\nDeux.\n');
    writeFileSync(at('links.txt'), '[0]:[0]:0.1\n[1]:[1]:0.2\n');
    const { data } = await pageOf('links.txt a.txt b.txt --segmented --lang en,fr');
    expect(data.columns).toHaveLength(2);
    expect(data.rows).toHaveLength(2);
  });
});

describe('a page is refused', () => {
  test('over an input', async () => {
    writeTexts();
    await expect(run('a.txt b.txt -o b.txt')).rejects.toMatchObject({ code: 'protected-file' });
    await save(simpleReview(2));
    await expect(run('book.paralign -o book.paralign')).rejects.toMatchObject({
      code: 'protected-file',
    });
  });

  test('under the ending of another format', async () => {
    await save(simpleReview(2));
    await expect(run('book.paralign -o page.csv')).rejects.toMatchObject({ code: 'usage' });
  });

  test('on a terminal, unless it is asked for', async () => {
    await save(simpleReview(2));
    const stdout = { ...fakeContext(cwd).context.stdout, isTerminal: true };
    await expect(run('book.paralign', { stdout })).rejects.toMatchObject({ code: 'usage' });
    expect((await run('book.paralign -o -')).out()).toContain('<!doctype html>');
  });

  test('of a review beside something else', () => {
    const read = (line: string) => readReportRequest({ cwd }, parsed(report, line));
    expect(() => read('book.paralign a.txt')).toThrow('must be the only operand');
    expect(() => read('a.txt b.txt --title  ')).toThrow('1 to 500 characters');
  });
});
