import { AppError } from '../../errors.js';
import { languageTag } from '../../text/languages/find-language.js';
import type { GlossaryEntry, GlossaryTerm } from '../../text/terms/glossary.js';
import { readCsv, readTsv } from '../tables/delimited.js';
import type { TableRow } from '../tables/table-row.js';
import { termOf } from './bounds.js';

/** A column of terms. */
interface TermColumn {
  readonly column: number;
  readonly language: string;
}

/**
 * The entries of a table whose first row names languages: `en,de`, `English;German`. Other columns are left out. A cell may hold
 * alternatives, separated by `;` or `|`.
 *
 * @throws AppError `bad-glossary` for a table without two languages, `bad-table` with the line that is wrong
 */
export function csvEntries(name: string, text: string): GlossaryEntry[] {
  const isTabbed = /\t/.test(text.slice(0, text.search(/[\r\n]|$/)));
  const [head, ...rows] = isTabbed ? readTsv(name, text) : readCsv(name, text);
  const columns = termColumns(head?.cells ?? [], rows);
  if (new Set(columns.map(({ language }) => language)).size < 2)
    throw new AppError('bad-glossary', `${name}:1: the first row does not name two languages`, {
      hint: 'it says what the columns hold, for example "en,de" or "English;German"',
    });
  return rows.flatMap(({ row, cells }) => {
    const entry = columns.flatMap(({ column, language }): GlossaryTerm[] =>
      (cells[column] ?? '')
        .split(/[;|]/)
        .map((part) => termOf(part, `${name}:${row}`))
        .filter((part) => part !== '')
        .map((own) => ({ language, text: own })),
    );
    return new Set(entry.map(({ language }) => language)).size > 1 ? [entry] : [];
  });
}

/** Columns of this many rows are looked at. */
const sample = 100;

/** Codes of three letters are rarer in tables than words such as "row". */
const shortTag = /^[a-z]{2}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;
/** The name of a language. */
const name = /^[\p{L}\p{M}]{4,}(?:[ ()'’-]+[\p{L}\p{M}]+)*\)?$|^[^\p{Script=Latin}]{2,}$/u;

function termColumns(head: readonly string[], rows: readonly TableRow[]): TermColumn[] {
  return head.flatMap((title, column) => {
    const word = title.trim();
    if (!shortTag.test(word) && !name.test(word)) return [];
    const language = languageTag(word);
    if (language === undefined) return [];
    // "id" is Indonesian, but seldom here.
    const cells = rows.slice(0, sample).map(({ cells: own }) => (own[column] ?? '').trim());
    const isNumbers =
      cells.some((cell) => cell !== '') && cells.every((cell) => /^\d*$/.test(cell));
    return isNumbers ? [] : [{ column, language }];
  });
}
