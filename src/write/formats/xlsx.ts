import { isRightToLeft } from '../../text/direction.js';
import { confidenceLevel } from '../../confidence.js';
import { decimal } from '../records/cell-fields.js';
import { columnNames, recordFields } from '../records/columns.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { isPair, type OutputRecord } from '../records/records.js';
import type { SheetCell } from './xlsx/cell.js';
import type { StyleName } from './xlsx/styles.js';
import { workbookEntries, type Sheet } from './xlsx/workbook.js';
import { coreProperties } from './zip/core-properties.js';
import { zipBytes } from './zip/zip.js';

/**
 * An Excel workbook: a sheet with the columns of csv, a second one if there are more rows than a sheet takes, and
 * a sheet of the sources. Texts are texts, whatever they begin with.
 */
export const writeXlsx: WriteFormat = async function* (head, batches, options) {
  for await (const chunk of zipBytes(
    workbookEntries(sheets(head, batches), coreProperties(options)),
  ))
    yield onlyFile(chunk);
};

/** Excel's limit, without the header. */
const rowsPerSheet = 1_048_575;

async function* sheets(
  head: OutputHead,
  batches: AsyncIterable<readonly OutputRecord[]>,
): AsyncGenerator<Sheet> {
  const header = columnNames(head);
  const widths = header.map(widthOf);
  const cursor = new RowCursor(head, header, batches);
  for (let number = 1; number === 1 || cursor.more; number++)
    yield {
      name: number === 1 ? 'Rows' : `Rows ${number}`,
      header,
      widths,
      rows: cursor.sheetRows(),
    };
  yield sourcesSheet(head);
}

/** Deals the rows out to sheets. */
class RowCursor {
  readonly #rows: AsyncIterator<readonly SheetCell[]>;
  #next: readonly SheetCell[] | undefined;

  constructor(
    head: OutputHead,
    header: readonly string[],
    batches: AsyncIterable<readonly OutputRecord[]>,
  ) {
    this.#rows = rowsOf(head, header, batches);
  }

  /** Whether rows are left, once a sheet has been read. */
  get more(): boolean {
    return this.#next !== undefined;
  }

  async *sheetRows(): AsyncGenerator<readonly SheetCell[]> {
    let count = 0;
    if (this.#next) {
      yield this.#next;
      count++;
      this.#next = undefined;
    }
    for (;;) {
      const { value, done } = await this.#rows.next();
      if (done === true) return;
      if (count === rowsPerSheet) {
        this.#next = value;
        return;
      }
      yield value;
      count++;
    }
  }
}

async function* rowsOf(
  head: OutputHead,
  header: readonly string[],
  batches: AsyncIterable<readonly OutputRecord[]>,
): AsyncGenerator<readonly SheetCell[], undefined> {
  const kinds = header.map(kindOf);
  const confidence = header.indexOf('confidence');
  for await (const records of batches)
    for (const record of records)
      yield recordFields(head, record).map((value, index): SheetCell => {
        const { kind, column } = kinds[index] ?? { kind: '', column: -1 };
        if (typeof value === 'number') {
          if (index === 0) return { value, style: 'plain' };
          const style = index === confidence ? confidenceStyle(record) : 'measure';
          return { value: Number(decimal(value)), style };
        }
        const language = record.cells[column]?.language;
        return { value, style: textStyle(kind, language) };
      });
  return undefined;
}

/** The name of a column without its letter, and which cell of a record it is about. */
function kindOf(
  name: string,
  _index: number,
  header: readonly string[],
): { readonly kind: string; readonly column: number } {
  const [letter = '', kind] = name.split('_');
  if (kind === undefined) return { kind: name, column: -1 };
  const texts = header.filter((other) => other.endsWith('_text'));
  return { kind, column: texts.indexOf(`${letter}_text`) };
}

function textStyle(kind: string, language: string | undefined): StyleName {
  if (kind === 'text' || kind === 'original')
    return language !== undefined && isRightToLeft(language) ? 'rightToLeft' : 'text';
  return kind === 'note' || kind === 'checks' ? 'text' : 'plain';
}

/** Only what was measured is shaded. */
function confidenceStyle(record: OutputRecord): StyleName {
  const { confidence, method } = record;
  if (!isPair(record) || method === 'manual') return 'measure';
  return confidenceLevel(confidence);
}

/** Widths in characters: texts can be read, the rest can be told apart. */
function widthOf(name: string): number {
  if (name.endsWith('_text')) return 56;
  if (name === 'note' || name === 'checks') return 28;
  if (name.endsWith('_original') || name.endsWith('_source')) return 18;
  // The header has a button beside its name.
  return Math.max(11, name.length + 3);
}

function sourcesSheet({ sources }: OutputHead): Sheet {
  const rows = sources.map((source): SheetCell[] =>
    [
      source.name,
      source.languages.join(', '),
      source.format ?? '',
      source.textIs ?? 'file',
      source.length,
      source.paragraphs.length,
      source.sentences,
    ].map((value) => ({ value, style: 'plain' })),
  );
  return {
    name: 'Sources',
    header: ['name', 'languages', 'format', 'offsets in', 'length', 'paragraphs', 'sentences'],
    widths: [40, 14, 12, 12, 12, 12, 12],
    rows: each(rows),
  };
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
