import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writePage } from '../../src/report/write-page.js';
import { examplePage } from './example-page.js';
import type { PageData } from '../../src/report/data/page-data.js';
import { passagesOf } from '../../src/report/data/passages.js';

const hostile = '</td></script><img src=x onerror="alert(1)"><!--';
const page = examplePage({
  columns: [
    { name: hostile, language: 'en' },
    { name: 'b', language: 'ar' },
  ],
  rows: [
    [hostile, 'مرحبا'],
    ['b', 'c'],
  ],
});
const html = (data: PageData) => [...writePage(data)].join('');

describe('writePage', () => {
  test('text of the sources is never markup', () => {
    const written = html(page);
    expect(written).not.toContain('<img');
    expect(written.match(/<script/g)).toHaveLength(2);
    expect(written.match(/<\/script/g)).toHaveLength(2);
    expect(written).toContain('&#60;img src=x onerror=');
  });

  test('the policy allows only the script and the style of the page itself', () => {
    const written = html(page);
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = /<style>([^]*)<\/style>/.exec(written)?.[1];
    const script = /<script>([^]*)<\/script>/.exec(written)?.[1];
    expect(script).toMatch(/\w/);
    expect(written).toContain(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)};`,
    );
  });

  test('the first rows are there without the script, with addresses, language and direction', () => {
    expect(html(page)).toContain('id="row-2"');
    expect(html(page)).toContain('lang="ar" dir="rtl">مرحبا</div>');
  });

  test('the data can be read back', () => {
    const json = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(
      html(page),
    )?.[1];
    expect(JSON.parse(json ?? '')).toEqual(page);
  });
});

describe('passagesOf', () => {
  test('rows in order are one passage, with small gaps', () => {
    expect(passagesOf(page.rows, 0, 1)).toEqual([{ a: [1, 2], b: [1, 2], moved: false }]);
  });
});
