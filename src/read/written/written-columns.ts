/** Tables of paralign's own columns (csv, tsv, xlsx), as they were written or came back from a spreadsheet. */
import type { Locator } from '../../domain.js';
import { parseLocator } from '../../text/parse-locator.js';
import type { TableRow } from '../tables/table-row.js';
import { DraftRows, type DraftCell, type ReadRow } from './draft-rows.js';
import type { WrittenCell, WrittenParagraph, WrittenTable } from './written-table.js';
import {
  parseFaults,
  parseLanguage,
  parseMethod,
  parseNoise,
  parseRanges,
  parseScore,
  parseShare,
  parseSpans,
  parseStatus,
  parseType,
} from './written-fields.js';

const textColumn = /^([a-z]{1,2})_text$/;

/** Whether these are names of paralign's columns: the texts of two sources are there. */
export function hasOwnColumns(header: readonly string[]): boolean {
  const names = new Set(header.map(columnName));
  return names.has('a_text') && names.has('b_text');
}

function columnName(field: string): string {
  return field
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();
}

/**
 * Collects the rows of a table under its header. Columns that are missing leave open what they say; a row
 * without any text is left out.
 */
export class ColumnRows {
  readonly #reader: ColumnReader;
  readonly #rows = new DraftRows();

  constructor(header: readonly string[]) {
    this.#reader = new ColumnReader(header);
  }

  /** Adds a row. */
  add({ cells }: Pick<TableRow, 'cells'>): void {
    const { row, cells: drafts, columns } = this.#reader.read(cells);
    this.#rows.add(row, drafts, columns);
  }

  /** All of it. */
  finish(): WrittenTable {
    return this.#rows.finish();
  }
}

/** Reads rows under a header, one by one. */
export class ColumnReader {
  readonly #columns: ReadonlyMap<string, number>;
  /** The columns of each text, by what follows its letter. */
  readonly #texts: readonly {
    readonly letter: string;
    readonly own: ReadonlyMap<string, number>;
  }[];

  constructor(header: readonly string[]) {
    const names = header.map(columnName);
    this.#columns = new Map(names.map((name, index) => [name, index]));
    this.#texts = names.flatMap((name) => {
      const letter = textColumn.exec(name)?.[1];
      if (letter === undefined) return [];
      const own = [...this.#columns].filter(([column]) => column.startsWith(`${letter}_`));
      return [
        {
          letter,
          own: new Map(own.map(([column, index]) => [column.slice(letter.length + 1), index])),
        },
      ];
    });
  }

  /** What a row holds; without cells for one that has no text. */
  read(cells: readonly string[]): ReadRow {
    const field = (name: string): string => cells[this.#columns.get(name) ?? -1] ?? '';
    const counts = parseType(field('type'));
    const columns: number[] = [];
    const drafts = this.#texts.flatMap(({ letter, own }, column): DraftCell[] => {
      const ownField = (name: string): string => cells[own.get(name) ?? -1] ?? '';
      const cell = readCell(ownField, counts[column]);
      if (!cell) return [];
      columns.push(column);
      return [{ name: ownField('source') || letter, cell }];
    });
    const method = parseMethod(field('method'));
    const note = field('note');
    const quality = parseShare(field('quality'), -1);
    const id = /^[1-9]\d{0,8}$/.test(field('id')) ? Number(field('id')) : undefined;
    const row = {
      id,
      method,
      score: parseScore(field('score')),
      confidence: parseShare(field('confidence'), method === 'anchor' ? 1 : 0),
      crossing: field('crossing').trim() === 'yes',
      status: parseStatus(field('status')),
      note: method === 'noise' || method === 'excluded' ? '' : note,
      flagged: field('flagged').trim() === 'yes',
      ...(method === 'noise' && { noise: parseNoise(note) }),
      checks: field('checks'),
      ...(quality >= 0 && { quality, ...parseFaults(field('quality_faults').split(';')) }),
    };
    return { row, cells: drafts, columns };
  }
}

/** An empty sentence, as a file of one sentence a line has them, has its number only. */
function readCell(
  field: (name: string) => string,
  count: number | undefined,
): Omit<WrittenCell, 'source'> | undefined {
  const text = field('text');
  const original = field('original');
  const sentences = parseRanges(field('sentences')) ?? [];
  if (text === '' && original === '' && sentences.length === 0) return undefined;
  const language = parseLanguage(field('language'));
  return {
    ...(language !== undefined && { language }),
    text: original === '' ? text : original,
    ...(original !== '' && { edit: text }),
    sentences,
    count: sentences.length || Math.max(1, count ?? 1),
    paragraphs: withPlaces(parseRanges(field('paragraphs')) ?? [], field('locator')),
    spans: parseSpans(field('start'), field('end')),
  };
}

/** The places of the paragraphs: one for each, or one for all. */
function withPlaces(numbers: readonly number[], places: string): WrittenParagraph[] {
  if (places === '') return numbers.map((number) => ({ number }));
  const parts = numbers.length === 1 ? [places] : places.split('; ');
  const locators = parts.map((part): Locator => parseLocator(part));
  return numbers.map((number, index) => {
    const locator = locators[Math.min(index, locators.length - 1)];
    return { number, ...(locator && { locator }) };
  });
}
