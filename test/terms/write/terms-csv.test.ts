import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { termsCsv } from '../../../src/terms/write/terms-csv.js';
import { found } from '../found.js';

describe('terms as CSV', () => {
  test('begin with the terms under the tags of their languages', () => {
    const rows: string[][] = parse(termsCsv(found));
    expect(rows[0]?.slice(0, 5)).toEqual(['en', 'fr', 'en_pairs', 'fr_pairs', 'together']);
    expect(rows[1]).toEqual([
      ...['bare repository', 'dépôt nu', '4', '5', '4', '12.35', '5.43'],
      ...['bare repository; bare repositories', 'dépôt nu', '7'],
      ...['A "bare repository" has <no> files & no tree.', "Un dépôt nu n'a\npas de fichiers."],
    ]);
  });

  test('have two names for one language', () => {
    expect(termsCsv({ ...found, languages: ['de', 'de'] })).toMatch(/^de,de2,de_pairs,de2_pairs,/);
  });

  test('take what a spreadsheet would run as text, if that is asked for', () => {
    expect(termsCsv(found)).toContain('\r\n=SUM(A1),@home,');
    expect(termsCsv(found, { spreadsheetSafe: true })).toContain("\r\n'=SUM(A1),'@home,");
  });

  test('take a delimiter and a byte order mark', () => {
    expect(termsCsv(found, { bom: true, delimiter: ';' })).toMatch(/^\ufeffen;fr;/);
  });
});
