/** The decisions made on this page, kept in the browser. */
import type { PageData, PageRow } from '../../data/page-data.js';
import { Store } from './store.js';
import { decisionStatuses, type Decision, type DecisionsFile } from './decision.js';

/** Where decisions are kept between visits: the browser's storage. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

type Book = ReadonlyMap<number, Decision>;

/** What changes about a row. */
export type DecisionPart = Partial<Pick<Decision, 'status' | 'note' | 'edits'>>;

/** Decisions by row, with undo. */
export class DecisionBook {
  readonly book: Store<Book>;
  readonly #data: PageData;
  readonly #shelf: Shelf | null;
  readonly #key: string;
  readonly #past: Book[] = [];
  readonly #undone: Book[] = [];

  /** @param shelf null where the browser keeps nothing for this page */
  constructor(data: PageData, shelf: Shelf | null) {
    this.#data = data;
    this.#shelf = shelf;
    this.#key = `paralign:${data.alignment}`;
    this.book = new Store<Book>(data.readOnly ? new Map() : this.#load());
  }

  /** The decision on a row. */
  get(row: number): Decision | undefined {
    return this.book.value.get(row);
  }

  /** Decides, or adds to a decision; what says nothing is forgotten. */
  decide(row: PageRow, part: DecisionPart): void {
    const before = this.get(row.id) ?? emptyDecision(row);
    const after = { ...before, ...part };
    const says =
      after.status !== null || after.note !== null || after.edits.some((edit) => edit !== null);
    const book = new Map(this.book.value);
    if (says) book.set(row.id, after);
    else book.delete(row.id);
    this.#past.push(this.book.value);
    this.#undone.length = 0;
    this.#keep(book);
  }

  /** Takes the last step back; false if there is none. */
  undo(): boolean {
    const before = this.#past.pop();
    if (before === undefined) return false;
    this.#undone.push(this.book.value);
    this.#keep(before);
    return true;
  }

  /** Takes back the last undo; false if there is none. */
  redo(): boolean {
    const after = this.#undone.pop();
    if (after === undefined) return false;
    this.#past.push(this.book.value);
    this.#keep(after);
    return true;
  }

  /** Forgets all decisions; can be undone. */
  clear(): void {
    this.#past.push(this.book.value);
    this.#keep(new Map());
  }

  /** What is downloaded: the decisions in the order of the rows. */
  file(decidedBy: string): DecisionsFile {
    const { alignment, origin, rows } = this.#data;
    return {
      format: 'paralign-decisions',
      version: 1,
      alignment,
      source: origin.source,
      decided_by: decidedBy,
      created: null,
      decisions: rows.flatMap(({ id }) => this.get(id) ?? []),
    };
  }

  #keep(book: Book): void {
    this.book.set(book);
    try {
      if (book.size === 0) this.#shelf?.removeItem(this.#key);
      else this.#shelf?.setItem(this.#key, JSON.stringify([...book.values()]));
    } catch {
      // The shelf is full or forbidden: the decisions last as long as the page, and can be downloaded.
    }
  }

  #load(): Book {
    const rows = new Map(this.#data.rows.map((row) => [row.id, row]));
    const book = new Map<number, Decision>();
    for (const decision of readDecisions(this.#read())) {
      const row = rows.get(decision.row);
      // Another page of these texts may have had other rows under these numbers.
      if (row && JSON.stringify(rowTexts(row)) === JSON.stringify(decision.texts))
        book.set(decision.row, decision);
    }
    return book;
  }

  #read(): string {
    try {
      return this.#shelf?.getItem(this.#key) ?? '';
    } catch {
      return '';
    }
  }
}

/** The texts of a row, one per source. */
export function rowTexts({ cells }: PageRow): string[] {
  return cells.map((cell) => cell?.text ?? '');
}

function emptyDecision(row: PageRow): Decision {
  return {
    row: row.id,
    texts: rowTexts(row),
    was: { status: row.status ?? 'unreviewed', note: row.note ?? '' },
    status: null,
    note: null,
    edits: row.cells.map(() => null),
  };
}

function readDecisions(text: string): Decision[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isDecision) : [];
  } catch {
    return [];
  }
}

function isDecision(value: unknown): value is Decision {
  if (typeof value !== 'object' || value === null) return false;
  const { row, texts, was, status, note, edits }: Partial<Record<keyof Decision, unknown>> = value;
  return (
    typeof row === 'number' &&
    Array.isArray(texts) &&
    texts.every((text) => typeof text === 'string') &&
    (status === null || decisionStatuses.some((known) => known === status)) &&
    (was === undefined || (typeof was === 'object' && was !== null)) &&
    (note === null || typeof note === 'string') &&
    Array.isArray(edits) &&
    edits.every((edit) => edit === null || typeof edit === 'string')
  );
}
