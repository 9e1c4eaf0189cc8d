import { expect, test } from 'vitest';
import { paragraphsJson } from '../../../../src/cli/commands/detect/run.js';
import { extractedSource } from '../../../write/extracted-source.js';
import { makeSource } from '../../../write/table-fixture.js';

test('detect --json says where paragraphs stand only where the format has places', () => {
  const keys = ['number', 'start', 'end', 'language', 'confidence', 'noise'];
  const plain: { paragraphs?: readonly object[] } = paragraphsJson(
    makeSource('a.txt', 'en', ['One.']),
  );
  expect(Object.keys(plain)).toEqual(['name', 'paragraphs']);
  expect(Object.keys(plain.paragraphs?.[0] ?? {})).toEqual(keys);
  expect(paragraphsJson(extractedSource('a.srt', 'en'))).toMatchObject({
    format: 'subtitles',
    textIs: 'extracted',
    paragraphs: [
      { locator: { kind: 'cue', start: 1000, end: 2500 }, segmented: true },
      { locator: { kind: 'page', page: 2 } },
      {},
    ],
  });
});
