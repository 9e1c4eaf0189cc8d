import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { page } from './read-html.js';
import { processorTime } from '../../../processor-time.js';

const read = (html: string) => readSource('page.html', new TextEncoder().encode(html));

describe('a page that is made to harm', () => {
  test.each([
    [
      'elements nested without end',
      '<div>'.repeat(200_000),
      'unreadable-document',
      /more than 1000 deep/,
    ],
    [
      'more elements than a page has',
      '<b>'.repeat(400) + '<br>'.repeat(1_100_000),
      'too-large',
      /elements/,
    ],
    ['more lines than a page has', `<pre>${'x\n'.repeat(600_000)}</pre>`, 'too-large', /lines/],
    ['more bytes than a page has', 'x'.repeat(33 << 20), 'too-large', /larger than/],
  ])('%s is refused', async (_, body, code, message) => {
    await expect(read(page(body))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('text that is all entities is read in time that grows as it does', async () => {
    const html = page(`<nav>Menu</nav><p>Text${'&amp;'.repeat(200_000)}</p>`);
    const time = await processorTime(async () =>
      expect((await read(html)).sources[0]?.text).toHaveLength('Menu\n\nText'.length + 200_000),
    );
    expect(time).toBeLessThan(8000);
  });

  test('a tag that never ends takes what follows with it, and nothing before', async () => {
    const { sources } = await read(page(`<p>Before.</p><p title="${'x'.repeat(1_000_000)}`));
    expect(sources[0]?.text).toBe('Before.');
  });
});
