import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReviewFile, readReviewFile } from '../../src/platform/review/review-file.js';
import type { PageData } from '../../src/report/data/page-data.js';
import { lacksBrowser, useBrowser } from '../report/browser/browser.js';
import { simpleReview } from '../review/fixture.js';
import { paralign, scratch } from './program.js';

let folder: string;
const at = (name: string) => join(folder, name);
const run = (line: string) => paralign(line.split(' '), { cwd: folder });

beforeEach(async () => {
  folder = scratch();
  (await createReviewFile(at('book.paralign'), simpleReview(6))).store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(lacksBrowser)('from a review to a page and back (needs chromium)', () => {
  const open = useBrowser();

  test('the review holds exactly what was decided in the browser', async () => {
    const { out } = await run('report book.paralign');
    const [, json = ''] =
      /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(out) ?? [];
    const data: PageData = JSON.parse(json);
    const { page, errors, requests } = await open(data);
    await page.locator('#row-1 .facts a').click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.locator('#row-2 .facts a').click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.keyboard.press('t');
    await page.getByLabel('Note on row 2').fill('été < & "x"');
    await page.keyboard.press('Control+Enter');
    await page.locator('#row-4 .facts a').click();
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'b.txt' }).fill('fr phrase 4 !');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.locator('#row-5 .facts a').click();
    await page.getByRole('button', { name: 'Needs review' }).click();
    if (!(await page.locator('.menu .sheet').isVisible()))
      await page.locator('.menu summary').click();
    await page.getByLabel('Your name (optional)').fill('Ada');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    await download.saveAs(at('decisions.json'));
    expect({ errors, requests }).toEqual({ errors: [], requests: [] });

    const done = await run('review book.paralign --import decisions.json --no-input');
    expect(done).toMatchObject({ code: 0, err: '' });
    const { review } = await readReviewFile(at('book.paralign'));
    const said = review.rows.map(({ status, doubt, note, edits }) => ({
      status,
      doubt,
      note,
      edits,
    }));
    const undecided = { status: 'unreviewed', doubt: false, note: '', edits: {} };
    expect(said).toEqual([
      { ...undecided, status: 'accepted' },
      { ...undecided, status: 'rejected', note: 'été < & "x"' },
      undecided,
      { ...undecided, status: 'edited', edits: { 1: 'fr phrase 4 !' } },
      { ...undecided, doubt: true },
      undecided,
    ]);
    expect(review.history.entries).toMatchObject([{ by: 'Ada' }]);
  });
});
