import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../text/formula-guard.js';
import { languageNames, type FoundTerms } from '../found-terms.js';

/** How a table is written. */
export interface TermsCsvOptions {
  /** Start with a byte order mark. */
  readonly bom?: boolean;
  /** Separator of columns: one character. */
  readonly delimiter?: string;
  /** Put `'` before cells that a spreadsheet would run as a formula. */
  readonly spreadsheetSafe?: boolean;
}

/**
 * Terms as CSV by RFC 4180. The first two columns are the terms under the tags of their languages, so that the file can be
 * used as a glossary as it is.
 */
export function termsCsv(
  found: FoundTerms,
  { bom = false, delimiter = ',', spreadsheetSafe = false }: TermsCsvOptions = {},
): string {
  const [a, b] = languageNames(found.languages);
  const header = [
    ...[a, b],
    ...[`${a}_pairs`, `${b}_pairs`, 'together', 'association', 'score'],
    ...[`${a}_forms`, `${b}_forms`, 'row', `${a}_example`, `${b}_example`],
  ];
  const cell = (text: string): string => (spreadsheetSafe ? guardFormula(text) : text);
  const rows = found.terms.map((term) => [
    ...[cell(term.a), cell(term.b), term.inA, term.inB, term.together],
    ...[term.association.toFixed(2), term.score.toFixed(2)],
    ...[cell(term.formsA.join('; ')), cell(term.formsB.join('; ')), term.example],
    ...[cell(term.exampleA), cell(term.exampleB)],
  ]);
  const format = { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
  return (bom ? '\ufeff' : '') + stringify([header, ...rows], format);
}
