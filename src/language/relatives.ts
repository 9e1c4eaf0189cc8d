import { primaryLanguage } from '../text/tags.js';

/** Languages that detection confuses in short lines. */
const relatives = [
  'da nb nn sv no',
  'hr sr sl bs mk bg',
  'cs sk',
  'id ms',
  'es gl pt ca',
  'ru uk be',
  'hi mr ne',
  'nl af',
  'et fi',
  'tr az',
].map((group) => new Set(group.split(' ')));

/** Whether a line could be in either of two languages, given only a few words of evidence. */
export function areRelatives(a: string, b: string): boolean {
  const [first, second] = [primaryLanguage(a), primaryLanguage(b)];
  return relatives.some((group) => group.has(first) && group.has(second));
}
