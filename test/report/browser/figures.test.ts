/** How fast large pages are. Limits are a few times what was measured: the machines of tests are slow and shared. */
import { describe, expect, test } from 'vitest';
import { examplePage } from '../example-page.js';
import { lacksBrowser, useBrowser } from './browser.js';

const count = 50_000;
const words = 'the of and to in a is that for it as was with be by on not he his but'.split(' ');
const sentence = (seed: number) =>
  Array.from({ length: 8 + (seed % 17) }, (_, k) => words[(seed * 7 + k * k) % words.length]).join(
    ' ',
  );

describe.skipIf(lacksBrowser)('a page of 50,000 rows (needs chromium)', () => {
  const open = useBrowser();
  const page = examplePage({
    columns: [
      { name: 'a', language: 'en' },
      { name: 'b', language: 'fr' },
    ],
    rows: Array.from({ length: count }, (_, k) => [
      `${k} ${sentence(k)}.`,
      `${k} ${sentence(k + 1)}.`,
    ]),
  });

  test('opens in seconds, scrolls without stops, finds and filters in an instant', async () => {
    const start = performance.now();
    const { page: shown } = await open(page);
    expect(performance.now() - start).toBeLessThan(12_000);
    await shown.waitForTimeout(1500);
    await shown.evaluate(
      `window.longest = 0; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: 'longtask' }); 0`,
    );
    await shown.mouse.move(900, 500);
    for (let k = 0; k < 20; k++) await shown.mouse.wheel(0, 900);
    expect(Number(await shown.evaluate('longest'))).toBeLessThan(250);
    const took = (change: string) =>
      shown.evaluate(
        `(async () => { const start = performance.now(); ${change}; await new Promise(requestAnimationFrame); return performance.now() - start; })()`,
      );
    for (const typed of ['49999', 'not', ''])
      expect(
        Number(
          await took(
            `const field = document.querySelector('#search'); field.value = '${typed}'; field.dispatchEvent(new Event('input', { bubbles: true }))`,
          ),
        ),
      ).toBeLessThan(500);
    await shown.getByRole('searchbox').fill('49999');
    await expect.poll(() => shown.locator('.count').innerText()).toContain('1 of 50000 rows');
  });
});
