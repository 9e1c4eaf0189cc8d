import { AppError } from '../../../errors.js';
import { jsonFault } from '../../../text/json/json-places.js';
import { statedLanguage } from '../../../text/languages/stated-language.js';
import { textLines } from '../../decode/text-lines.js';
import type {
  DocumentReader,
  FoundText,
  FoundTexts,
  ReaderSettings,
} from '../../documents/document.js';
import { TextBuilder } from '../../documents/text-builder.js';
import { decodeXml } from '../../xml/decode-xml.js';
import { chooseColumns } from '../choose-columns.js';
import { columnTexts } from '../column-texts.js';
import type { TableRow } from '../table-row.js';

/** Longest line, and longest text of a list, in UTF-16 units. */
export const mostLine = 16 << 20;
/** Records that columns are known by. */
const sampleSize = 200;
/** Most texts in all records. */
const mostCells = 2_000_000;

/** An object of texts. */
export interface TextRecord {
  /** Its line, or its place in a list, from 1. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Reads JSON lines: `{"text": ..., "language": ...}` is a block of running text on each line;
 * `{"en": ..., "es": ...}`, also inside `"translation"`, is a row of a table whose columns are the keys.
 */
export const recordLinesReader: DocumentReader = {
  takes: 'stream',
  textIs: 'extracted',
  async read(name, chunks, options) {
    const pieces = decodeXml(name, chunks, options.encoding ?? 'utf-8');
    return readRecords(name, recordsOf(name, pieces), options, 'line');
  },
};

/**
 * The texts of records, which are running text or rows by what the first of them have.
 *
 * @param what what a record's number counts: the blocks of running text are called by it
 */
export async function readRecords(
  name: string,
  records: AsyncGenerator<TextRecord, void, undefined>,
  options: ReaderSettings,
  what: string,
): Promise<FoundText | FoundTexts> {
  const { sample, all } = await sampled(records);
  if (areText(sample, options)) return textsOf(name, all, what);
  const { rows, columns } = tableOf(name, sample, all, options);
  return columnTexts(name, rows, {
    columns,
    ...(options.rows !== undefined && { rows: options.rows }),
  });
}

/** A table of records: its rows, with a header first, and the columns of these to take. */
export interface RecordTable {
  readonly rows: AsyncIterable<TableRow>;
  readonly columns: readonly string[];
}

/** The table in JSON lines; undefined for lines of running text. Throws AppError as the reader. */
export async function recordTable(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  options: Pick<ReaderSettings, 'columns'>,
): Promise<RecordTable | undefined> {
  const { sample, all } = await sampled(recordsOf(name, decodeXml(name, chunks, 'utf-8')));
  return areText(sample, options) ? undefined : tableOf(name, sample, all, options);
}

async function sampled(records: AsyncGenerator<TextRecord, void, undefined>): Promise<{
  readonly sample: readonly TextRecord[];
  readonly all: AsyncIterable<TextRecord>;
}> {
  const sample: TextRecord[] = [];
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    sample.push(next.value);
    if (sample.length === sampleSize) break;
  }
  async function* all(): AsyncGenerator<TextRecord, void, undefined> {
    yield* sample;
    yield* records;
  }
  return { sample, all: all() };
}

const areText = (sample: readonly TextRecord[], { columns }: ReaderSettings): boolean =>
  columns === undefined && sample.every(({ fields }) => fields.has('text'));

async function* recordsOf(
  name: string,
  pieces: AsyncIterable<string>,
): AsyncGenerator<TextRecord, void, undefined> {
  let line = 0;
  for await (const content of textLines(name, pieces, mostLine)) {
    line++;
    if (content.trim() !== '') yield { line, fields: fieldsOf(name, line, content) };
  }
}

function fieldsOf(name: string, line: number, content: string): Map<string, string> {
  const refuse = (what: string): AppError =>
    new AppError('unreadable-document', `${name}:${line}: ${what}`, {
      hint: 'write one JSON object per line: {"en": "...", "es": "..."} or {"text": "..."}',
    });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    const { column, what } = jsonFault(content);
    throw refuse(`not valid JSON, column ${column}: ${what}`);
  }
  const fields = fieldsOfRecord(value);
  if (fields === undefined) throw refuse('not a JSON object');
  return fields;
}

/** The texts of an object by their keys; undefined for what is none. */
export function fieldsOfRecord(value: unknown): Map<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, string>();
  for (const [key, field] of Object.entries(value) as [string, unknown][]) {
    // So the data sets of machine translation have it.
    if (key === 'translation' && typeof field === 'object' && field !== null)
      for (const [own, text] of Object.entries(field) as [string, unknown][])
        addField(fields, own, text);
    else addField(fields, key, field);
  }
  return fields;
}

function addField(fields: Map<string, string>, key: string, value: unknown): void {
  if (typeof value === 'string') fields.set(key, value);
  else if (typeof value === 'number' || typeof value === 'boolean') fields.set(key, String(value));
}

function tooMany(name: string): AppError {
  return new AppError('too-large', `${name}: holds more than ${mostCells} texts`, {
    hint: 'split it',
  });
}

/** Running text, one text for each language that records name. */
async function textsOf(
  name: string,
  records: AsyncIterable<TextRecord>,
  what: string,
): Promise<FoundText | FoundTexts> {
  const builders = new Map<string, TextBuilder>();
  let count = 0;
  for await (const { line, fields } of records) {
    if (++count > mostCells) throw tooMany(name);
    const part = fields.get('language') ?? fields.get('lang') ?? '';
    let builder = builders.get(part);
    if (!builder) builders.set(part, (builder = new TextBuilder(name)));
    builder.add(fields.get('text') ?? '', { locator: { kind: 'unit', id: `${what} ${line}` } });
  }
  const texts = [...builders].map(([word, builder]): FoundText => {
    const { part, language } = statedLanguage(word);
    return { ...builder.finish(), part, ...(language !== undefined && { language }) };
  });
  return texts.length === 1 && texts[0] ? texts[0] : { texts };
}

function tableOf(
  name: string,
  sample: readonly TextRecord[],
  records: AsyncIterable<TextRecord>,
  { columns }: Pick<ReaderSettings, 'columns'>,
): RecordTable {
  const keys = [...new Set(sample.flatMap(({ fields }) => [...fields.keys()]))];
  const cellsOf = ({ fields }: TextRecord): string[] => keys.map((key) => fields.get(key) ?? '');
  const chosen = chooseColumns(name, [keys, ...sample.map(cellsOf)], columns).columns;
  async function* table(): AsyncGenerator<TableRow, void, undefined> {
    yield { row: 0, cells: keys };
    let cells = 0;
    for await (const record of records) {
      cells += chosen.length;
      if (cells > mostCells) throw tooMany(name);
      yield { row: record.line, cells: cellsOf(record) };
    }
  }
  // By their keys: what has one is no table without a header.
  return { rows: table(), columns: chosen.map(({ index }) => keys[index] ?? '') };
}
