import { expect, test } from 'vitest';
import { statedLanguage } from '../../../src/text/languages/stated-language.js';

test.each([
  ['EN-US', 'en-US', 'en-US'],
  ['pt_BR.UTF-8', 'pt-BR', 'pt-BR'],
  ['sr_RS@latin', 'sr-Latn-RS', 'sr-Latn-RS'],
  ['ca@valencia', 'ca-valencia', 'ca-valencia'],
  ['de_DE@euro', 'de-DE', 'de-DE'],
  ['Spanish', 'es', 'es'],
  ['de_XYZ_1', 'de_XYZ_1', 'de'],
  ['und', 'und', undefined],
  ['mul', 'mul', undefined],
  ['', 'und', undefined],
  ['x-own', 'x-own', undefined],
  ['???', '???', undefined],
])('%j is called %s and is in %s', (given, part, language) => {
  expect(statedLanguage(given)).toEqual({ part, ...(language !== undefined && { language }) });
});
