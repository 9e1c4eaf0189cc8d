import { expect, test } from 'vitest';
import { cutAtSwitches } from '../../src/language/cut-at-switches.js';
import { detectLanguages } from '../../src/language/detect-languages.js';
import { evidenceText } from '../../src/language/prepare.js';
import { textSource } from '../read/text-source.js';

const english = 'The quick brown fox jumps over the lazy dog and runs away. ';
const french = 'Ceci est une phrase en français qui dit la même chose. ';

test('the evidence of a long text begins as that of its beginning', () => {
  const text = `https://example.org/a?b=c ${english.repeat(20)}<b x="y">${french.repeat(2000)}`;
  const found = evidenceText(text);
  expect(found.length).toBeLessThan(text.length / 2);
  expect(found.slice(0, 800)).toBe(evidenceText(text.slice(0, 5000)).slice(0, 800));
  expect(evidenceText(`${'1, '.repeat(20_000)}${english}`)).toBe(evidenceText(english));
});

test('a long line is cut where its language changes, and asked about so often at most', () => {
  const text = `${'12. '.repeat(40_000)}${english.repeat(6000)}${french.repeat(6000)}`;
  const paragraphs = detectLanguages(textSource(text));
  expect(paragraphs.map(({ language }) => language)).toEqual(['en', 'fr']);
  const many = 'One, two, three, and so on. '.repeat(60_000);
  let asked = 0;
  cutAtSwitches(many, { start: 0, end: many.length }, () => {
    asked++;
    return null;
  });
  expect(asked).toBeLessThanOrEqual(20_000);
});
