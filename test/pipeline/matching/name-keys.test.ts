import { expect, test } from 'vitest';
import { nameKeys } from '../../../src/pipeline/matching/name-keys.js';

test('endings and languages do not distinguish names', () => {
  expect(nameKeys(['en/Doc.en.txt', 'en/other.txt'])).toEqual(['doc', 'other']);
  expect(nameKeys(['web/es/doc.es-MX.html', 'web/es/other_es.docx'])).toEqual(['doc', 'other']);
});

test('folders count, but not those in front of all, nor languages', () => {
  expect(nameKeys(['crawl/2024/en/a.txt', 'crawl/2023/en/a.txt'])).toEqual(['2024/a', '2023/a']);
  expect(nameKeys(['x/only.txt'])).toEqual(['only']);
});
