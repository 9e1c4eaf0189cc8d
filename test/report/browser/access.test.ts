import { describe, expect, test } from 'vitest';
import { examplePage } from '../example-page.js';
import { barriers, lacksBrowser, useBrowser } from './browser.js';

const page = examplePage({
  columns: [
    { name: 'a.txt', language: 'en' },
    { name: 'b.txt', language: 'en-GB' },
    { name: 'c.txt', language: 'zh' },
  ],
  rows: [
    ['It was a colour.', 'It was the color.', '颜色'],
    { texts: ['Views: 14', null, null], method: 'noise', confidence: 0 },
    {
      texts: ['In 12 days.', 'In 13 days.', '十二天'],
      confidence: 0.6,
      status: 'rejected',
      note: 'see the source',
      checks: [{ code: 'number', text: 'numbers differ: 12 / 13' }],
    },
    { texts: ['Moved.', 'Moved.', null], confidence: 0.2, crossing: true },
  ],
});

describe.skipIf(lacksBrowser)('the page for everybody (needs chromium)', () => {
  const open = useBrowser();

  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds no barrier, ${colorScheme}`, async () => {
      const { page: shown } = await open(page, { colorScheme });
      expect(await barriers(shown)).toBe('');
      await shown.keyboard.press(']');
      await shown.keyboard.press('e');
      await shown.locator('.menu summary').click();
      await shown.evaluate(
        `for (const details of document.querySelectorAll('.overview details')) details.open = true`,
      );
      expect(await barriers(shown)).toBe('');
      await shown.keyboard.press('Escape');
      await shown.getByRole('button', { name: 'Side by side' }).click();
      expect(await barriers(shown)).toBe('');
      await shown.getByRole('button', { name: /^Keys/ }).click();
      expect(await barriers(shown)).toBe('');
    });

  test('axe finds no barrier on a telephone and in a long table', async () => {
    const { page: small } = await open(page, { viewport: { width: 360, height: 700 } });
    expect(await barriers(small)).toBe('');
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const long = examplePage({
      columns: page.columns,
      rows: Array.from({ length: 600 }, (_, k) => [`One ${k}.`, `Two ${k}.`, '三']),
    });
    const { page: shown } = await open(long);
    expect(await barriers(shown)).toBe('');
  });

  test('axe finds no barrier in a table wider than the page; what cannot be seen can be scrolled to', async () => {
    const wide = examplePage({
      columns: Array.from({ length: 9 }, (_, k) => ({ name: `text ${k}`, language: 'en' })),
      rows: Array.from({ length: 30 }, (_, k) =>
        Array.from({ length: 9 }, (_own, m) => `Row ${k}, ${m}.`),
      ),
    });
    const { page: shown } = await open(wide);
    expect(await barriers(shown)).toBe('');
    expect(await shown.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    await shown.locator('.wide').focus();
    for (let k = 0; k < 30; k++) await shown.keyboard.press('ArrowRight');
    await expect
      .poll(() => shown.evaluate(`document.querySelector('.wide').scrollLeft`))
      .toBeGreaterThan(100);
  });

  test('the keyboard reaches every control', async () => {
    const { page: shown } = await open(page);
    await shown.keyboard.press('j');
    await shown.locator('.skip').focus();
    const reached = new Set<string>();
    for (let k = 0; k < 120; k++) {
      reached.add(String(await shown.evaluate('document.activeElement.outerHTML')));
      await shown.keyboard.press('Tab');
    }
    const controls: unknown = await shown.evaluate(
      `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility() && !element.closest('dialog'))
        .map((element) => element.outerHTML)`,
    );
    if (!Array.isArray(controls)) throw new Error('no controls');
    expect(controls.length).toBeGreaterThan(20);
    expect(controls.filter((control) => !reached.has(String(control)))).toEqual([]);
  });

  test('what is focused can be seen', async () => {
    const { page: shown } = await open(page);
    await shown.keyboard.press('j');
    const outline: unknown = await shown.evaluate(
      'getComputedStyle(document.activeElement).outlineStyle',
    );
    expect(outline).toBe('solid');
  });
});
