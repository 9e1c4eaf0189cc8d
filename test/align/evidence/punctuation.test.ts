import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/domain.js';
import { Ending, isUnfinished, readPunctuation } from '../../../src/align/evidence/punctuation.js';

const read = (...texts: string[]) =>
  readPunctuation(
    texts.map((text, k): Sentence => {
      const end = text.length;
      return { number: k + 1, paragraph: 1, language: 'en', start: 0, end, text, noise: null };
    }),
  );

describe('punctuation', () => {
  test.each([
    ['He left.', Ending.stop],
    ['他走了。', Ending.stop],
    ['“Did he?”', Ending.question],
    ['هل ذهب؟', Ending.question],
    ['Wait...', Ending.ellipsis],
    ['Go! »', Ending.exclamation],
    ['He said:', Ending.colon],
    ['and then,', Ending.comma],
    ['A heading', Ending.none],
  ])('%s ends as it does in any script', (text, ending) => {
    expect(read(text).ending[0]).toBe(ending);
  });

  test('of a sentence that goes on is a comma, a colon or none', () => {
    expect(Object.entries(Ending).filter(([, ending]) => isUnfinished(ending))).toEqual([
      ['none', 0],
      ['colon', 5],
      ['comma', 6],
    ]);
  });

  test('tells beginnings: small letters, quotation marks and dashes', () => {
    const { startsLow, startsQuoted } = read('and so', '“And so', '— he said', '(3) no');
    expect([...startsLow]).toEqual([1, 0, 1, 0]);
    expect([...startsQuoted]).toEqual([0, 1, 1, 0]);
  });

  test('leaves white space out of the share of letters', () => {
    expect([...read('a b 1 !', '').letters]).toEqual([0.5, 0]);
  });
});
