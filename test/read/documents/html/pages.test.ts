import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';

const folder = new URL('../../../fixtures/html/pages/', import.meta.url);
const pages = readdirSync(folder).sort();

/** How often each word is in a text; of Chinese, each character. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/\p{sc=Han}|[\p{L}\p{M}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The share of the words of one text that the other has, too. */
function shareIn(some: string, other: string): number {
  const counts = countWords(other);
  let all = 0;
  let found = 0;
  for (const [word, count] of countWords(some)) {
    all += count;
    found += Math.min(count, counts.get(word) ?? 0);
  }
  return all === 0 ? 1 : found / all;
}

/** The text of a page by the comments in it: the marked passages without tags, and all others. */
function parts(html: string): { text: string; around: string } {
  const body = html.slice(html.search(/<body/i)).replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
  const plain = (parts: string[]): string =>
    parts
      .join(' ')
      .replace(/<sup[^>]*class="reference"[\s\S]*?<\/sup>/g, '')
      .replace(/<span class="mw-cite-backlink">[\s\S]*?<\/span>/g, '')
      .replace(/<(sup|b|i|code)>|<\/(sup|b|i|code)>/g, '')
      .replace(/<[^>]*>/g, ' ');
  const pieces = body.split(/<!--\/?text-->/);
  return {
    text: plain(pieces.filter((_, index) => index % 2 === 1)),
    around: plain(pieces.filter((_, index) => index % 2 === 0)),
  };
}

describe('on a page as it is on the web', () => {
  test.each(pages)('%s, the article is text, and all else noise', async (name) => {
    const html = readFileSync(new URL(name, folder));
    const [source] = (await readSource(name, html)).sources;
    if (!source) throw new Error('no source');
    const textOf = (isNoise: boolean): string =>
      source.blocks
        .filter(({ noise }) => (noise === 'boilerplate') === isNoise)
        .map(({ start, end }) => source.text.slice(start, end))
        .join('\n');
    const { text, around } = parts(html.toString('utf8'));
    const [kept, noise] = [textOf(false), textOf(true)];
    expect(shareIn(text, kept)).toBeGreaterThan(0.98);
    expect(shareIn(kept, text)).toBeGreaterThan(0.98);
    expect(shareIn(around, noise)).toBeGreaterThan(0.98);
    expect(shareIn(`${text} ${around}`, `${kept} ${noise}`)).toBeGreaterThan(0.99);
  });
});
