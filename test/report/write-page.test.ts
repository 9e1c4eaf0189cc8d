import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PageModel } from '../../src/report/page-model.js';
import { passagesOf } from '../../src/report/page-model.js';
import { writePage } from '../../src/report/write-page.js';

const row = (id: number, a: string, b: string) => ({
  id,
  type: '1-1',
  method: 'manual' as const,
  confidence: 0.4,
  level: 'doubtful' as const,
  crossing: false,
  status: 'unreviewed' as const,
  note: '',
  checks: [],
  cells: [
    { language: 'en', direction: 'ltr' as const, text: a, sentences: [id] },
    { language: 'ar', direction: 'rtl' as const, text: b, sentences: [id] },
  ],
});
const hostile = '</td></script><img src=x onerror="alert(1)">';
const model: PageModel = {
  sources: [
    { name: hostile, languages: ['en'], sentences: 2 },
    { name: 'b', languages: ['ar'], sentences: 2 },
  ],
  columns: [hostile, 'b'],
  rows: [row(1, hostile, 'مرحبا'), row(2, 'b', 'c')],
  maps: [{ a: 0, b: 1, passages: [{ a: [1, 2], b: [1, 2], moved: false }] }],
};

describe('writePage', () => {
  const page = [...writePage(model)].join('');

  test('text of the sources is never markup', () => {
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
    expect(page).toContain('&#60;img src=x onerror=');
  });

  test('the policy allows only the style of the page itself', () => {
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(page).toContain(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    );
  });

  test('rows have addresses, and their texts language and direction', () => {
    expect(page).toContain('<tr id="row-2">');
    expect(page).toContain('lang="ar" dir="rtl">مرحبا</td>');
  });
});

test('rows in order are one passage', () => {
  expect(passagesOf(model.rows, 0, 1)).toEqual([{ a: [1, 2], b: [1, 2], moved: false }]);
});
