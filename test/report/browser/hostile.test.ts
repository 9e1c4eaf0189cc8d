import { describe, expect, test } from 'vitest';
import { examplePage } from '../example-page.js';
import { lacksBrowser, useBrowser } from './browser.js';

const hostile = [
  '</script><script>document.title = "taken"</script>',
  '<img src="https://example.com/x.png" onerror="document.title=\'taken\'">',
  '<!-- <style>*{display:none}</style> ]]> &lt;b&gt; &amp;',
  'user\u202etxt.exe\u2066 left open',
  '"><a href="javascript:document.title=\'taken\'">link</a>',
  '\u0000\u0007\u001b[31m\ud800 control',
  '${document.title="taken"} {{constructor.constructor("document.title=1")()}}',
];

describe.skipIf(lacksBrowser)('hostile texts (needs chromium)', () => {
  const open = useBrowser();

  test('text stays text, wherever it stands', async () => {
    const data = examplePage({
      columns: hostile.slice(0, 2).map((name) => ({ name, language: '"><b>' })),
      rows: hostile.map((text) => ({
        texts: [text, text],
        note: text,
        checks: [{ code: 'name' as const, text }],
      })),
    });
    const { page, requests, errors } = await open(data);
    const title = await page.title();
    for (const [index, text] of hostile.entries()) {
      await page.evaluate(`location.hash = '#row-${index + 1}'`);
      await expect
        .poll(() => page.locator('.row.selected').getAttribute('id'))
        .toBe(`row-${index + 1}`);
      const shown = await page
        .locator(`#row-${index + 1} .text`)
        .first()
        .textContent();
      if (!/[\u0000\ud800]/.test(text)) expect(shown).toContain(text);
    }
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Side by side' }).click();
    expect(await page.title()).toBe(title);
    expect(
      await page
        .locator('#texts img, #texts b:not(.changed), #texts script, a[href^="javascript"]')
        .count(),
    ).toBe(0);
    expect([requests, errors]).toEqual([[], []]);
  });

  test('an override of the direction ends with its text', async () => {
    const data = examplePage({
      columns: [
        { name: 'a', language: 'en' },
        { name: 'b', language: 'en' },
      ],
      rows: [[hostile[3] ?? '', 'abc']],
    });
    const { page } = await open(data);
    const bidi: unknown = await page.evaluate(
      `[...document.querySelectorAll('.body .text')].map((cell) => getComputedStyle(cell).unicodeBidi)`,
    );
    expect(bidi).toEqual(['isolate', 'isolate']);
  });

  test('a cell of 1 MB is cut until somebody wants it', async () => {
    const data = examplePage({
      columns: [
        { name: 'a', language: 'en' },
        { name: 'b', language: 'fr' },
      ],
      rows: [
        ['word '.repeat(200_000), 'mot'],
        ...Array.from({ length: 30 }, () => ['One.', 'Un.']),
      ],
    });
    const { page } = await open(data);
    const cell = page.locator('#row-1 .text').first();
    expect((await cell.innerText()).length).toBeLessThan(4000);
    await page.getByRole('searchbox').fill('word word');
    await expect.poll(() => page.locator('.body > .row:visible').count()).toBe(1);
    await page.getByRole('button', { name: /show all 1000000 characters/ }).click();
    expect((await cell.textContent())?.length).toBeGreaterThan(999_000);
  });
});
