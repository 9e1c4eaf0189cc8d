/**
 * A table that paralign wrote and a person changed in a spreadsheet: whatever the program made of
 * delimiters, quotes, line ends and the order of columns and rows, its lines by the columns' names.
 */
import { parse } from 'csv-parse/sync';
import { AppError } from '../../errors.js';

/** One line of the table under its header. */
export interface EditedLine {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** In the order of `EditedTable.columns`; a line may be shorter than the header. */
  readonly fields: readonly string[];
}

/** A line that can't be taken, and why. */
export interface LineFault {
  readonly line: number;
  readonly problem: string;
}

/** The table's lines as they were read. */
export interface EditedTable {
  /** Name of a column, lower case -> its index. */
  readonly columns: ReadonlyMap<string, number>;
  readonly lines: readonly EditedLine[];
  readonly faults: readonly LineFault[];
}

/** What a person may change, and what only paralign writes: a header is known by both. */
const knownColumn =
  /^(?:id|type|method|score|confidence|status|checks|note|crossing|flagged|edited|[a-z]{1,2}_(?:source|language|text|sentences|paragraphs|start|end|original))$/;
const changeable = /^(?:status|note|flagged|[a-z]{1,2}_text)$/;

/** A record longer than this (in characters) is a quote that nobody closed. */
const longestRecord = 8 * 1024 * 1024;

/** A line's field by the column's name; undefined where the table has no such column, or the line ends before it. */
export function fieldOf(
  { columns }: Pick<EditedTable, 'columns'>,
  { fields }: EditedLine,
  name: string,
): string | undefined {
  const index = columns.get(name);
  return index === undefined ? undefined : fields[index];
}

/**
 * Reads a table. In a file separated by tabs a quote may be a quote or part of the text, which only
 * what the table was made from can tell: then there are two readings, the likelier one first.
 *
 * @throws AppError `bad-table`, with the line
 */
export function readEditedTable(name: string, given: string): readonly EditedTable[] {
  // Line breaks inside a text don't count, and the parser's line numbers hold for "\n" only.
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { header, line, start, delimiter } = findHeader(name, text);
  const body = text.slice(start);
  const read = (quote: '"' | false) => readBody(name, body, { delimiter, quote, line });
  if (delimiter !== '\t' || !body.includes('"')) return [read('"')];
  const raw = header.includes('"') ? [] : [read(false)];
  try {
    return [read('"'), ...raw];
  } catch (error) {
    if (raw.length > 0) return raw;
    throw error;
  }
}

interface Header {
  readonly header: string;
  /** From 1. */
  readonly line: number;
  /** Where it begins in the text. */
  readonly start: number;
  readonly delimiter: string;
}

/** The first line that is not empty or the `sep=;` that Excel knows. */
function findHeader(name: string, text: string): Header {
  let start = 0;
  let line = 1;
  let said: string | undefined;
  for (;;) {
    const end = text.indexOf('\n', start);
    const header = text.slice(start, end < 0 ? undefined : end);
    const separator = /^"?sep=([^"])"?$/i.exec(header);
    if (separator === null && header.trim() !== '') {
      return { header, line, start, delimiter: delimiterOf(header, said) };
    }
    if (end < 0) throw badTable(name, line, 'is empty');
    said = separator?.[1] ?? said;
    start = end + 1;
    line++;
  }
}

/** The separator that makes most of the header's columns known ones. */
function delimiterOf(header: string, said: string | undefined): string {
  const short = header.slice(0, 1 << 16);
  const candidates = new Set([',', ';', '\t', ...(short.match(/[^\w\s"]/gu) ?? [])]);
  if (said !== undefined) candidates.add(said);
  let best = ',';
  let most = 0;
  for (const candidate of candidates) {
    const known = short.split(candidate).filter((field) => knownColumn.test(columnName(field)));
    if (known.length > most) [best, most] = [candidate, known.length];
  }
  return best;
}

function columnName(field: string): string {
  return field
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .toLowerCase();
}

interface BodyFormat {
  readonly delimiter: string;
  readonly quote: '"' | false;
  /** Line of the file that the body begins on. */
  readonly line: number;
}

function readBody(name: string, body: string, { delimiter, quote, line }: BodyFormat): EditedTable {
  const records: { readonly record: readonly string[]; readonly end: number }[] = [];
  try {
    parse(body, {
      delimiter,
      quote,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: longestRecord,
      onRecord: (record: string[], { lines }) => {
        records.push({ record, end: lines });
        return null;
      },
    });
  } catch (error) {
    const at = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    const reason = error instanceof Error ? error.message : String(error);
    throw badTable(name, line - 1 + (at || 1), reason);
  }
  const [head, ...others] = records;
  const columns = columnsOf(name, line, head?.record ?? []);
  const lines: EditedLine[] = [];
  const faults: LineFault[] = [];
  let before = head?.end ?? 1;
  for (const { record, end } of others) {
    const own = line + before;
    before = end;
    if (record.every((field) => field.trim() === '')) continue;
    const width = head?.record.length ?? 0;
    if (record.slice(width).some((field) => field.trim() !== '')) {
      const problem = `has ${record.length} fields, but the header has ${width}: perhaps a text that contains "${delimiter}" has no quotes`;
      faults.push({ line: own, problem });
    } else lines.push({ line: own, fields: record });
  }
  return { columns, lines, faults };
}

function columnsOf(name: string, line: number, header: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  header.forEach((field, index) => {
    const column = columnName(field);
    if (!knownColumn.test(column)) return;
    if (columns.has(column)) throw badTable(name, line, `the column ${column} appears twice`);
    columns.set(column, index);
  });
  if (!columns.has('id')) {
    throw badTable(
      name,
      line,
      'the header has no column "id", which says which row a line belongs to',
    );
  }
  if (![...columns.keys()].some((column) => changeable.test(column))) {
    throw badTable(
      name,
      line,
      'the header has none of the columns status, note, flagged, a_text, b_text ...',
    );
  }
  return columns;
}

function badTable(name: string, line: number, reason: string): AppError {
  return new AppError('bad-table', `${name}:${line}: ${reason}`, {
    hint: 'use a CSV file that was written by "paralign convert" and saved as CSV again',
  });
}
