import { describe, expect, test } from 'vitest';
import { sentencesJson } from '../../../../src/cli/commands/segment/run.js';
import { extractedSource } from '../../../write/extracted-source.js';
import { makeSource } from '../../../write/table-fixture.js';

const keys = ['number', 'paragraph', 'start', 'end', 'language', 'text', 'noise'];

describe('segment --json', () => {
  test('of plain text has the fields that scripts rely on, and no others', () => {
    expect(sentencesJson(makeSource('a.txt', 'en', ['One.']))).toEqual({
      name: 'a.txt',
      sentences: [
        { number: 1, paragraph: 1, start: 0, end: 4, language: 'en', text: 'One.', noise: null },
      ],
    });
  });

  test('of extracted text says where sentences stand, and which came as such', () => {
    const json: { sentences?: readonly object[] } = sentencesJson(extractedSource('a.srt', 'en'));
    expect(json).toMatchObject({
      format: 'subtitles',
      textIs: 'extracted',
      sentences: [
        { locator: { kind: 'cue', start: 1000, end: 2500 }, segmented: true },
        { locator: { kind: 'page', page: 2 } },
        {},
      ],
    });
    expect(json.sentences?.map((sentence) => Object.keys(sentence))).toEqual([
      [...keys, 'locator', 'segmented'],
      [...keys, 'locator'],
      keys,
    ]);
  });
});
