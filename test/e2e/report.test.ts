import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paralign, scratch } from './program.js';

let folder: string;
const at = (name: string) => join(folder, name);
const run = (line: string) => paralign(line.split(' '), { cwd: folder });

/** The data in a page. */
function dataOf(page: string) {
  const [, json = ''] =
    /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json);
}

const english = 'The house is old. It rains today. We bought three apples. The train is late.\n';
const french =
  'La maison est vieille. Il pleut. Nous avons acheté trois pommes. Le train est en retard.\n';

beforeEach(() => {
  folder = scratch();
  writeFileSync(at('a.txt'), english.repeat(3));
  writeFileSync(at('b.txt'), french.repeat(3));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('paralign report A B', () => {
  test('aligns the sources, and says with which options and model', async () => {
    const line = 'report a.txt b.txt --lang en,fr --mode parallel --no-checks --keep-noise';
    const { code, err } = await run(`${line} -o page.html`);
    expect({ code, err }).toEqual({ code: 0, err: 'wrote page.html: 12 pairs, 0 unmatched\n' });
    const page = readFileSync(at('page.html'), 'utf8');
    const { origin, columns, rows } = dataOf(page);
    expect(origin).toMatchObject({
      source: '',
      model: 'paralign-small',
      options: [
        ['--lang', 'en,fr'],
        ['--keep-noise', 'yes'],
        ['--mode', 'parallel'],
        ['--no-checks', 'yes'],
      ],
    });
    expect(columns).toMatchObject([
      { name: 'a.txt', language: 'en', sentences: 12 },
      { name: 'b.txt', language: 'fr', sentences: 12 },
    ]);
    expect(rows).toHaveLength(12);
    expect((await run(`${line} -o -`)).out).toBe(page);
  });

  test('shows the alignment that a review of the sources is about', async () => {
    await run('align a.txt b.txt --keep-noise -o book.paralign');
    const sources = dataOf((await run('report a.txt b.txt --keep-noise')).out);
    const review = dataOf((await run('report book.paralign')).out);
    expect(sources.alignment).toBe(review.alignment);
    expect(sources.maps).toEqual(review.maps);
    expect(sources.rows).toEqual(review.rows);
  });
});
