/** Which columns of a table are texts, and in what language. */
import { AppError } from '../../errors.js';
import { columnIndex, columnLetters } from '../../text/column-letters.js';
import { languageTag } from '../../text/languages/find-language.js';
import { baseLanguage } from '../../text/tags.js';

/** A column to read. */
export interface TextColumn {
  /** From 0. */
  readonly index: number;
  /** Its header, or its letter. */
  readonly name: string;
  /** BCP-47, where the header names a language. */
  readonly language?: string;
}

/** What to read of a table. */
export interface ChosenColumns {
  readonly columns: readonly TextColumn[];
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
}

/** More columns than this are no texts side by side. */
const mostColumns = 50;
/** A longer cell is no name of a column. */
const longestName = 40;
/** Columns with shorter texts on average are taken for texts only if nothing else is there. */
const leastLength = 8;

/** Names that columns of texts have besides those of languages. */
const textNames = new Set(
  'source target src tgt text original translation translated segment sentence reference mt value string'.split(
    ' ',
  ),
);
/** Names that other columns have. */
const otherNames = new Set(
  'id no nr number key context comment comments note notes status date author file language lang url score domain section chapter verse page type'.split(
    ' ',
  ),
);

/**
 * Chooses the columns of a table that hold texts: those that are named, else those whose headers name
 * languages or texts, else the only ones in which there is text.
 *
 * @param name the file, for messages
 * @param sample the first rows
 * @param named columns by header, letter or number from 1
 * @throws AppError `bad-table` for a column that is not there or is there twice, and where it is not
 *   clear which columns are texts
 */
export function chooseColumns(
  name: string,
  sample: readonly (readonly string[])[],
  named?: readonly string[],
): ChosenColumns {
  const first = (sample[0] ?? []).map((cell) => cell.trim());
  const width = sample.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (named === undefined) return columnsByContent(name, sample, first, width);
  let hasHeader = false;
  const indexes = named.map((wanted) => {
    const found = byHeader(name, first, wanted);
    if (found !== undefined) {
      hasHeader = true;
      return found;
    }
    const index = /^\d+$/.test(wanted) ? Number(wanted) - 1 : columnIndex(wanted);
    if (index !== undefined && index >= 0 && index < width) return index;
    throw badColumns(name, `there is no column "${wanted}"`, listColumns(first, width));
  });
  const twice = indexes.find((index, at) => indexes.indexOf(index) < at);
  if (twice !== undefined) throw badColumns(name, `column ${letter(twice)} is named twice`);
  hasHeader ||= isHeader(indexes.map((index) => first[index] ?? ''));
  return { columns: indexes.map((index) => textColumn(first, index, hasHeader)), hasHeader };
}

function byHeader(name: string, first: readonly string[], wanted: string): number | undefined {
  const same = [...first.keys()].filter(
    (index) => first[index]?.toLowerCase() === wanted.toLowerCase(),
  );
  if (same.length < 2) return same[0];
  const letters = same.map(letter).join(' and ');
  throw badColumns(name, `columns ${letters} are both called "${wanted}"`, 'name it by its letter');
}

function columnsByContent(
  name: string,
  sample: readonly (readonly string[])[],
  first: readonly string[],
  width: number,
): ChosenColumns {
  const whole = [...Array(width).keys()];
  const body = sample.length > 1 ? sample.slice(1) : sample;
  const texts = whole.filter((index) => isText(body.map((cells) => cells[index] ?? '')));
  const named = (isName: (cell: string) => boolean): number[] =>
    texts.filter((index) => isName(first[index] ?? ''));
  const known = [named((cell) => languageOf(cell) !== undefined), named(isTextName)].find(
    (found) => found.length > 1 && isHeader(found.map((index) => first[index] ?? '')),
  );
  const long = texts.filter((index) => averageLength(body, index) >= leastLength);
  const chosen = known ?? (texts.length <= 2 ? texts : long);
  if (known === undefined && chosen.length > 2)
    throw badColumns(
      name,
      `it is not clear which of its ${width} columns contain the texts`,
      listColumns(first, width),
    );
  const columns = chosen.length > 0 ? chosen : whole.slice(0, 1);
  if (columns.length > mostColumns)
    throw badColumns(name, `more than ${mostColumns} columns of text`);
  const hasHeader = isHeader(columns.map((index) => first[index] ?? ''));
  return { columns: columns.map((index) => textColumn(first, index, hasHeader)), hasHeader };
}

function textColumn(first: readonly string[], index: number, hasHeader: boolean): TextColumn {
  const header = hasHeader ? (first[index] ?? '') : '';
  const language = languageOf(header);
  return { index, name: header || letter(index), ...(language !== undefined && { language }) };
}

const letter = (index: number): string => columnLetters(index).toUpperCase();

/** Whether all of the cells are names that columns have, all different: a text may well begin with "No". */
function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => languageOf(cell) ?? cell.toLowerCase());
  return (
    cells.length > 0 &&
    new Set(names).size === names.length &&
    cells.every((cell) => languageOf(cell) !== undefined || isTextName(cell) || isOtherName(cell))
  );
}

/** Whether of the names of columns two are different languages, or all are known and two are of texts. */
export function namesTexts(cells: readonly string[]): boolean {
  const languages = cells.flatMap((cell) => languageOf(cell) ?? []);
  if (new Set(languages).size > 1 && new Set(languages).size === languages.length) return true;
  return isHeader(cells) && cells.filter(isTextName).length > 1;
}

const isTextName = (cell: string): boolean => textNames.has(wordOf(cell));
const isOtherName = (cell: string): boolean => otherNames.has(wordOf(cell));
/** `Source_1` and `source text` are `source`. */
const wordOf = (cell: string): string => /^\p{L}+/u.exec(cell.toLowerCase())?.[0] ?? '';

/** The language that a header names: by a name, or by a tag as tags are written (`en`, `EN`, `pt-BR`). */
function languageOf(header: string): string | undefined {
  if (header.length < 2 || header.length > longestName || otherNames.has(header.toLowerCase()))
    return undefined;
  const isTag = /^(?:[a-z]{2,3}|[A-Z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*$/.test(header);
  if (!isTag && header.length < 4) return undefined;
  const tag = languageTag(header);
  // Many short words are codes of three letters, such as "one" and "two".
  return isTag && tag !== undefined && baseLanguage(tag).length > 2 ? undefined : tag;
}

/** Whether a column's cells are words for the most part. */
function isText(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const words = filled.filter((cell) => /\p{L}/u.test(cell));
  return filled.length > 0 && words.length * 2 >= filled.length;
}

function averageLength(rows: readonly (readonly string[])[], index: number): number {
  const filled = rows.map((cells) => (cells[index] ?? '').length).filter((length) => length > 0);
  return filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
}

/** `A (id), B (English)`, as far as a person reads on. */
function listColumns(first: readonly string[], width: number): string {
  const names = [...Array(Math.min(width, 20)).keys()].map((index) => {
    const cell = [...(first[index] ?? '')].slice(0, longestName).join('');
    return cell === '' ? letter(index) : `${letter(index)} (${cell})`;
  });
  return `its columns are ${names.join(', ')}${width > 20 ? ' ...' : ''}`;
}

function badColumns(name: string, problem: string, hint?: string): AppError {
  return new AppError('unclear-columns', `${name}: ${problem}${hint ? `: ${hint}` : ''}`, {
    hint: 'name the columns to read, by header, letter or number',
  });
}
