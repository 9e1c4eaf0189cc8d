import type { CheckCode } from '../../domain.js';

/** The kinds of checks as headings and filters name them. */
export const checkTitles: Readonly<Record<CheckCode, string>> = {
  number: 'Numbers differ',
  date: 'Dates differ',
  unit: 'Units differ',
  name: 'Names differ',
  negation: 'Negation on one side only',
  quotation: 'Quotation on one side only',
  length: 'Lengths differ more than usual',
  untranslated: 'Left untranslated',
  glossary: 'Agreed translation missing',
};
