import { describe, expect, test } from 'vitest';
import { Checker } from '../../../src/check/checker.js';
import { rowsOf, stream } from '../made-row.js';

/** A novel: six rows of speech, and what the last row says in either language. */
function checkLast(lastA: string, lastB: string, other = '„So etwas!“, sagte er leise zu ihr.') {
  const speech = Array.from({ length: 6 }, () => '"Such a thing!", he said to her softly.');
  const streams = [
    stream(0, 'en', [...speech, lastA]),
    stream(1, 'de', [...speech.map(() => other), lastB]),
  ];
  const checker = new Checker(streams, rowsOf(streams).slice(0, 6));
  return checker.check({ cells: [[6], [6]] }).map(({ code, a, b }) => [code, a.values, b.values]);
}

describe('quotation marks', () => {
  test('are missed where the two texts set them in the same rows', () => {
    expect(
      checkLast('"Come here!", she said to me then.', 'Komm her, sagte sie da zu mir.'),
    ).toEqual([['quotation', ['"', '"'], []]]);
  });

  test('are not missed where the other side has marks that may be single quotes', () => {
    expect(
      checkLast('"Come here!", she said to me then.', "'Komm her', sagte sie da zu mir."),
    ).toEqual([]);
  });

  test('are not missed where the texts set them differently anyway', () => {
    const plain = 'So etwas, sagte er leise zu ihr.';
    const last = ['"Come here!", she said to me then.', 'Komm her, sagte sie da zu mir.'] as const;
    expect(checkLast(...last, plain)).toEqual([]);
  });

  test('are not missed where those of one side stand inside others or round a title', () => {
    expect(
      checkLast(
        'And then he said to her: 『Yes』, she said.',
        'Dann sagte er zu ihr Ja, sagte sie.',
      ),
    ).toEqual([]);
  });
});
