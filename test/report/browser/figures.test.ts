/** How fast large pages are, in time of the processor: limits are a few times what was measured, as machines differ. */
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
    const { page: shown } = await open(page);
    const session = await shown.context().newCDPSession(shown);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    /** Milliseconds of the processor that the page's thread has taken so far. */
    const taken = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
    };
    const took = async (change: () => Promise<unknown>): Promise<number> => {
      const before = await taken();
      await change();
      await shown.evaluate(
        'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))',
      );
      return (await taken()) - before;
    };
    const opened = await took(async () => {
      await shown.reload();
      await shown.waitForSelector('html.ready');
    });
    expect(opened, 'opening').toBeLessThan(6000);
    await shown.mouse.move(900, 500);
    for (let k = 0; k < 20; k++)
      expect(await took(() => shown.mouse.wheel(0, 900)), `scrolling, ${k}`).toBeLessThan(250);
    for (const typed of ['49999', 'not', ''])
      expect(
        await took(() =>
          shown.evaluate(
            `{ const field = document.querySelector('#search'); field.value = '${typed}'; field.dispatchEvent(new Event('input', { bubbles: true })); }`,
          ),
        ),
        `looking for "${typed}"`,
      ).toBeLessThan(500);
    await shown.getByRole('searchbox').fill('49999');
    await expect.poll(() => shown.locator('.count').innerText()).toContain('1 of 50000 rows');
  });
});
