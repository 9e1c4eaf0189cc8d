import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { examplePage } from '../example-page.js';
import { lacksBrowser, useBrowser } from './browser.js';

const example = {
  columns: [
    { name: 'a.txt', language: 'en' },
    { name: 'b.txt', language: 'fr' },
  ],
  rows: [
    { texts: ['One.', 'Un.'], confidence: 0.3 },
    { texts: ['Two.', 'Deux.'], confidence: 0.3 },
    ['Three.', 'Trois.'],
    { texts: ['Four.', null], confidence: 0 },
    { texts: ['Five.', 'Cinq.'], confidence: 0.2 },
  ],
};
const page = examplePage(example);

describe.skipIf(lacksBrowser)('decisions on the page (needs chromium)', () => {
  const open = useBrowser();

  async function downloaded(shown: Page): Promise<unknown> {
    if (!(await shown.locator('.menu .sheet').isVisible()))
      await shown.locator('.menu summary').click();
    const [download] = await Promise.all([
      shown.waitForEvent('download'),
      shown.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('example.decisions.json');
    return JSON.parse(readFileSync(await download.path(), 'utf8'));
  }

  const was = { status: 'unreviewed', note: '' };

  test('are made by keys and buttons, and downloaded as a file bound to the alignment', async () => {
    const { page: shown, errors } = await open(page);
    await shown.keyboard.press('j');
    await shown.keyboard.press('a');
    expect(await shown.locator('.row.selected').getAttribute('id')).toBe('row-2');
    await shown.getByRole('button', { name: 'Reject' }).click();
    await shown.locator('#row-3 .facts a').click();
    await shown.keyboard.press('t');
    await shown.getByLabel('Note on row 3').fill('a < b & "c"');
    await shown.keyboard.press('Control+Enter');
    await shown.keyboard.press('e');
    await shown.getByRole('textbox', { name: 'b.txt' }).fill('Trois !');
    await shown.getByRole('button', { name: 'Keep' }).click();
    await shown.keyboard.press('G');
    await shown.keyboard.press('!');
    expect(await shown.locator('.menu summary').innerText()).toContain('4 decisions');
    await shown.locator('.menu summary').click();
    await shown.getByLabel('Your name (optional)').fill('Ada');
    expect(await downloaded(shown)).toEqual({
      format: 'paralign-decisions',
      version: 1,
      alignment: page.alignment,
      source: 'example.paralign',
      decided_by: 'Ada',
      created: null,
      decisions: [
        {
          row: 1,
          texts: ['One.', 'Un.'],
          was,
          status: 'accepted',
          note: null,
          edits: [null, null],
        },
        {
          row: 2,
          texts: ['Two.', 'Deux.'],
          was,
          status: 'rejected',
          note: null,
          edits: [null, null],
        },
        {
          row: 3,
          texts: ['Three.', 'Trois.'],
          was,
          status: null,
          note: 'a < b & "c"',
          edits: [null, 'Trois !'],
        },
        {
          row: 5,
          texts: ['Five.', 'Cinq.'],
          was,
          status: 'needs-review',
          note: null,
          edits: [null, null],
        },
      ],
    });
    expect(errors).toEqual([]);
  });

  test('are kept by the browser, and undone one by one', async () => {
    const { page: shown } = await open(page);
    await shown.keyboard.press('j');
    await shown.keyboard.press('r');
    await shown.reload();
    await shown.waitForSelector('html.ready');
    expect(await shown.locator('#row-1 .badge.rejected').count()).toBe(1);
    await shown.locator('#row-2 .facts a').click();
    await shown.keyboard.press('a');
    expect(await shown.locator('.menu summary').innerText()).toContain('2 decisions');
    await shown.keyboard.press('u');
    await expect.poll(() => shown.locator('.menu summary').innerText()).toContain('1 decision');
    await shown.keyboard.press('Z');
    await expect.poll(() => shown.locator('.menu summary').innerText()).toContain('2 decisions');
  });

  test('a page to read takes none', async () => {
    const { page: shown } = await open(examplePage({ ...example, readOnly: true }));
    await shown.keyboard.press('j');
    await shown.keyboard.press('a');
    expect(await shown.locator('.badge.accepted').count()).toBe(0);
    expect(await shown.locator('.menu').count()).toBe(0);
    expect(await shown.locator('.row.selected button').allInnerTexts()).toEqual([
      expect.stringContaining('Copy'),
    ]);
    await shown.keyboard.press('?');
    expect(await shown.getByRole('dialog').innerText()).not.toContain('Accept');
  });
});
