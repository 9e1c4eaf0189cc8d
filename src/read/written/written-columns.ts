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

/** Where the columns of a row stand; -1 for those that are missing. */
function rowPlaces(placeOf: (name: string) => number) {
  return {
    id: placeOf('id'),
    type: placeOf('type'),
    method: placeOf('method'),
    score: placeOf('score'),
    confidence: placeOf('confidence'),
    crossing: placeOf('crossing'),
    status: placeOf('status'),
    note: placeOf('note'),
    flagged: placeOf('flagged'),
    checks: placeOf('checks'),
    quality: placeOf('quality'),
    faults: placeOf('quality_faults'),
  };
}

/** Where the columns of one text stand. */
function cellPlaces(placeOf: (name: string) => number) {
  return {
    source: placeOf('source'),
    language: placeOf('language'),
    text: placeOf('text'),
    original: placeOf('original'),
    sentences: placeOf('sentences'),
    paragraphs: placeOf('paragraphs'),
    locator: placeOf('locator'),
    start: placeOf('start'),
    end: placeOf('end'),
  };
}
type CellPlaces = ReturnType<typeof cellPlaces>;

/** Reads rows under a header, one by one: millions, so places are looked up once and objects are few. */
export class ColumnReader {
  readonly #row: ReturnType<typeof rowPlaces>;
  /** The columns of each text. */
  readonly #texts: readonly { readonly letter: string; readonly places: CellPlaces }[];
  readonly #language = lastOf(parseLanguage);
  readonly #method = lastOf(parseMethod);
  readonly #status = lastOf(parseStatus);

  constructor(header: readonly string[]) {
    const names = header.map(columnName);
    const columns = new Map(names.map((name, index) => [name, index]));
    this.#row = rowPlaces((name) => columns.get(name) ?? -1);
    this.#texts = names.flatMap((name) => {
      const letter = textColumn.exec(name)?.[1];
      if (letter === undefined) return [];
      const places = cellPlaces((own) => columns.get(`${letter}_${own}`) ?? -1);
      return [{ letter, places }];
    });
  }

  /** What a row holds; without cells for one that has no text. */
  read(cells: readonly string[]): ReadRow {
    const at = this.#row;
    const counts = parseType(cells[at.type] ?? '');
    const columns: number[] = [];
    const drafts: DraftCell[] = [];
    for (let column = 0; column < this.#texts.length; column++) {
      const { letter, places } = this.#texts[column]!;
      const cell = this.#readCell(cells, places, counts[column]);
      if (!cell) continue;
      columns.push(column);
      drafts.push({ name: (cells[places.source] ?? '') || letter, cell });
    }
    const method = this.#method(cells[at.method] ?? '');
    const note = cells[at.note] ?? '';
    const quality = parseShare(cells[at.quality] ?? '', -1);
    const id = cells[at.id] ?? '';
    const row: ReadRow['row'] = {
      id: /^[1-9]\d{0,8}$/.test(id) ? Number(id) : undefined,
      method,
      score: parseScore(cells[at.score] ?? ''),
      confidence: parseShare(cells[at.confidence] ?? '', method === 'anchor' ? 1 : 0),
      crossing: (cells[at.crossing] ?? '').trim() === 'yes',
      status: this.#status(cells[at.status] ?? ''),
      note: method === 'noise' || method === 'excluded' ? '' : note,
      flagged: (cells[at.flagged] ?? '').trim() === 'yes',
      checks: cells[at.checks] ?? '',
    };
    if (method !== 'noise' && quality < 0) return { row, cells: drafts, columns };
    const more = {
      ...(method === 'noise' && { noise: parseNoise(note) }),
      ...(quality >= 0 && {
        quality,
        ...parseFaults((cells[at.faults] ?? '').split(';')),
      }),
    };
    return { row: { ...row, ...more }, cells: drafts, columns };
  }

  /** An empty sentence, as a file of one sentence a line has them, has its number only. */
  #readCell(
    cells: readonly string[],
    at: CellPlaces,
    count: number | undefined,
  ): Omit<WrittenCell, 'source'> | undefined {
    const text = cells[at.text] ?? '';
    const original = cells[at.original] ?? '';
    const sentences = parseRanges(cells[at.sentences] ?? '') ?? [];
    if (text === '' && original === '' && sentences.length === 0) return undefined;
    const language = this.#language(cells[at.language] ?? '');
    const own = {
      text: original === '' ? text : original,
      sentences,
      count: sentences.length || Math.max(1, count ?? 1),
      paragraphs: withPlaces(
        parseRanges(cells[at.paragraphs] ?? '') ?? [],
        cells[at.locator] ?? '',
      ),
      spans: parseSpans(cells[at.start] ?? '', cells[at.end] ?? ''),
    };
    if (language !== undefined && original === '') return { language, ...own };
    return {
      ...(language !== undefined && { language }),
      ...own,
      ...(original !== '' && { edit: text }),
    };
  }
}

/** A function that need not be asked again as long as its text stays the same: most columns say the same for many rows. */
function lastOf<T>(parse: (text: string) => T): (text: string) => T {
  let [asked, answer] = ['', parse('')];
  return (text) => {
    if (text !== asked) [asked, answer] = [text, parse(text)];
    return answer;
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
