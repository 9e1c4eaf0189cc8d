import { AppError } from '../../../errors.js';
import { jsonFault } from '../../../text/json/json-places.js';
import type { DocumentReader } from '../../documents/document.js';
import { columnTexts } from '../column-texts.js';
import type { TableRow } from '../table-row.js';
import { fieldsOfRecord, mostLine, readRecords, type TextRecord } from './record-lines.js';

/** Longest text, in UTF-16 units: it is parsed at once, into several times its size. */
const mostLength = 64 << 20;

/**
 * Reads JSON whose whole is a list: of objects, as on the lines of `jsonl`, or of lists of texts, the rows of
 * a table. An object that holds a single such list is read as the list, and one of lists of texts
 * as the columns of a table.
 */
export const recordListReader: DocumentReader = {
  takes: 'text',
  textIs: 'extracted',
  read: (name, text, options) => {
    if (text.length > mostLength)
      throw new AppError('too-large', `${name}: more than ${mostLength} characters of JSON`, {
        hint: 'write one object per line (JSON lines)',
      });
    const value = parse(name, text);
    const columns = columnLists(value);
    if (columns) {
      const [keys, lists] = columns;
      const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
      const rows = Array.from({ length }, (_, index): TableRow => ({
        row: index + 1,
        cells: lists.map((list) => cellText(list[index])),
      }));
      return columnTexts(name, [{ row: 0, cells: keys }, ...rows], {
        ...options,
        columns: options.columns ?? keys,
      });
    }
    const list = listIn(value);
    if (!list) throw unreadable(name, 'not a list of objects or rows');
    if (list.every((item) => Array.isArray(item)))
      return columnTexts(
        name,
        list.map((item, index): TableRow => ({
          row: index + 1,
          cells: Array.from(item, cellText),
        })),
        options,
      );
    return readRecords(name, recordsOf(name, list), options, 'item');
  },
};

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { line, column, what } = jsonFault(text);
    throw new AppError(
      'unreadable-document',
      `${name}:${line}:${column}: not valid JSON: ${what}`,
      {
        hint: 'repair the file, or write one object per line (JSON lines)',
        cause,
      },
    );
  }
}

/** `{"en": ["...", "..."], "es": ["...", "..."]}`: the keys and their lists; undefined for anything else. */
function columnLists(value: unknown): [string[], (readonly unknown[])[]] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries: [string, unknown][] = Object.entries(value);
  const lists = entries.flatMap(([, list]) => (isTextList(list) ? [list] : []));
  if (entries.length < 2 || lists.length < entries.length) return undefined;
  return [entries.map(([key]) => key), lists];
}

function isTextList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' || item === null);
}

/** The list that a value is, or the only one in it. */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = Object.values(value).filter(
    (own: unknown): own is readonly unknown[] =>
      Array.isArray(own) && own.some((item) => typeof item === 'object' && item !== null),
  );
  return lists.length === 1 ? lists[0] : undefined;
}

async function* recordsOf(
  name: string,
  list: readonly unknown[],
): AsyncGenerator<TextRecord, void, undefined> {
  for (const [index, item] of list.entries()) {
    const fields = fieldsOfRecord(item);
    if (!fields) throw unreadable(name, `item ${index + 1} is not an object`);
    for (const [key, text] of fields)
      if (text.length > mostLine)
        throw new AppError(
          'too-large',
          `${name}: item ${index + 1}, ${JSON.stringify(key)}: a text of more than ${mostLine} characters`,
          { hint: 'split it into several objects' },
        );
    yield { line: index + 1, fields };
  }
}

function cellText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function unreadable(name: string, problem: string): AppError {
  return new AppError('unreadable-document', `${name}: ${problem}`, {
    hint: 'write a list of objects such as [{"en": "...", "es": "..."}]',
  });
}
