import { expect, test } from 'vitest';
import { allMatches } from '../../../src/text/patterns/all-matches.js';

test.each([
  ['words', /\p{L}+/gu, 'one two, drei'],
  ['nothing', /x/g, 'one'],
  ['empty places', /$|(?=b)/g, 'abab'],
  ['empty places beside wide characters', /(?:)/gu, 'a𝒃c'],
  ['empty places in halves of wide characters', /(?:)/g, 'a𝒃c'],
  ['names', /(?<digits>\d+)/g, 'a12b3'],
  ['the beginning', /^a/g, 'aaa'],
])('finds what matchAll finds: %s', (_, pattern, text) => {
  const expected = [...text.matchAll(pattern)].map((match) => [
    match.index,
    ...match,
    match.groups,
  ]);
  // The second time, the pattern has been used before.
  for (let time = 0; time < 2; time++) {
    const found = allMatches(text, pattern).map((match) => [match.index, ...match, match.groups]);
    expect(found).toEqual(expected);
  }
});
