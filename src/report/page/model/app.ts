/** Everything that the parts of the page share: the data, the state, and the steps that change it. */
import type { PageData, PageRow } from '../../data/page-data.js';
import { DecisionBook } from './decision-book.js';
import { applyFilter, filterChoices, noFilter, type Filter, type FilterChoices } from './filter.js';
import { FoldedTexts } from './folded-texts.js';
import { lineOf, listItems, rowAt, type Items } from './items.js';
import { Store } from './store.js';

/** How the texts are shown. */
export type TextView = 'table' | 'sides';

/** What is shown and selected. */
export interface ViewState {
  readonly view: TextView;
  readonly filter: Filter;
  /** The rows that pass the filter; null if all do. */
  readonly shown: Uint8Array | null;
  readonly foldNoise: boolean;
  /** The first rows of the folds that are open. */
  readonly open: ReadonlySet<number>;
  readonly items: Items;
  /** Index of the selected row; -1 if none is. */
  readonly selected: number;
  /** What is being written about the selected row. */
  readonly writing: 'note' | 'edit' | null;
  /** Index of the map that is shown large, which is also the pair shown side by side. */
  readonly map: number;
  /** Something that was done, for screen readers and the status line. */
  readonly said: string;
}

/** How to show a row that was selected. */
export interface Reveal {
  /** Also move the keyboard there. */
  readonly focus: boolean;
}

/** The page. */
export class App {
  readonly data: PageData;
  readonly state: Store<ViewState>;
  /** Index of the row that the pointer or the keyboard is on; -1 if none is. */
  readonly hovered = new Store(-1);
  readonly decisions: DecisionBook;
  readonly texts: FoldedTexts;
  readonly choices: FilterChoices;
  /** Set by the view of the texts: brings a row into sight. */
  reveal: (row: number, how: Reveal) => void = () => undefined;
  readonly #indexOf: ReadonlyMap<number, number>;

  constructor(data: PageData, decisions: DecisionBook) {
    this.data = data;
    this.decisions = decisions;
    this.texts = new FoldedTexts(data.rows);
    this.choices = filterChoices(data.rows, data.columns);
    this.#indexOf = new Map(data.rows.map(({ id }, index) => [id, index]));
    this.state = new Store<ViewState>({
      view: 'table',
      filter: noFilter,
      shown: null,
      foldNoise: true,
      open: new Set(),
      items: listItems(data.rows, null, true, new Set()),
      selected: -1,
      writing: null,
      map: 0,
      said: '',
    });
  }

  /** The selected row. */
  get selectedRow(): PageRow | undefined {
    return this.data.rows[this.state.value.selected];
  }

  /** The row at an index; the page never asks for others. */
  row(index: number): PageRow {
    const row = this.data.rows[index];
    if (!row) throw new RangeError(`no row ${index}`);
    return row;
  }

  #change(part: Partial<ViewState>): void {
    const next = { ...this.state.value, ...part };
    const listed = 'shown' in part || 'foldNoise' in part || 'open' in part;
    this.state.set(
      listed
        ? { ...next, items: listItems(this.data.rows, next.shown, next.foldNoise, next.open) }
        : next,
    );
  }

  /** Says something on the status line. */
  say(said: string): void {
    this.#change({ said });
  }

  /** Changes the filter. */
  filter(part: Partial<Filter>): void {
    const filter = { ...this.state.value.filter, ...part };
    const none = Object.values(filter).every((value) => value.trim() === '');
    const shown = none
      ? null
      : applyFilter(filter, {
          rows: this.data.rows,
          columns: this.data.columns,
          folded: (index) => this.texts.get(index),
          decision: (row) => this.decisions.get(row.id),
        });
    this.#change({ filter, shown, open: new Set() });
    const { items } = this.state.value;
    if (shown !== null) this.say(`${items.rows} of ${this.data.rows.length} rows`);
    else this.say('all rows');
  }

  /** Whether noise is folded. */
  foldNoise(foldNoise: boolean): void {
    this.#change({ foldNoise, open: new Set() });
  }

  /** Opens a fold. */
  openFold(from: number): void {
    this.#change({ open: new Set([...this.state.value.open, from]) });
  }

  /** Table or side by side. */
  show(view: TextView): void {
    this.#change({ view, writing: null });
    const { selected } = this.state.value;
    // The other view is drawn by then.
    if (selected >= 0) requestAnimationFrame(() => this.reveal(selected, { focus: false }));
  }

  /** Which pair is shown large. */
  chooseMap(map: number): void {
    this.#change({ map });
  }

  /** Begins or ends writing about the selected row. */
  write(writing: ViewState['writing']): void {
    this.#change({ writing });
  }

  /** Selects a row, and brings it into sight. */
  select(selected: number, how: Reveal = { focus: false }): void {
    const row = this.data.rows[selected];
    if (!row) return;
    this.#change({ selected, writing: null });
    this.hovered.set(selected);
    this.#unhide(selected);
    this.reveal(selected, how);
    try {
      history.replaceState(null, '', `#row-${row.id}`);
    } catch {
      // Some viewers of attachments forbid it; the page works without.
    }
  }

  #unhide(selected: number): void {
    const { shown } = this.state.value;
    if (shown !== null && shown[selected] === 0) this.filter(noFilter);
    const { items } = this.state.value;
    const from = items.first[lineOf(items, selected)] ?? -1;
    if (items.folds.has(from)) this.openFold(from);
  }

  /** Selects the row with a number. */
  goTo(id: number, how?: Reveal): boolean {
    const index = this.#indexOf.get(id);
    if (index === undefined) return false;
    this.select(index, how);
    return true;
  }

  /** Selects the row that is `by` lines further in the list. */
  step(by: number): void {
    const { items, selected } = this.state.value;
    const place = lineOf(items, selected);
    const from = place < 0 ? (by > 0 ? -1 : items.length) : place;
    const direction = Math.sign(by);
    let at = Math.max(0, Math.min(items.length - 1, from + by));
    // Folds are passed over.
    while (at >= 0 && at < items.length && rowAt(items, at) < 0) at += direction;
    const row = rowAt(items, at);
    if (row >= 0) this.select(row, { focus: true });
  }

  /** Selects the next (or previous) row that is listed and wanted; false if there is none. */
  find(wanted: (row: PageRow) => boolean, direction: 1 | -1): boolean {
    const { items, selected } = this.state.value;
    const place = lineOf(items, selected);
    const start = place < 0 ? (direction === 1 ? 0 : items.length - 1) : place + direction;
    for (let at = start; at >= 0 && at < items.length; at += direction) {
      const row = rowAt(items, at);
      if (row < 0 || !wanted(this.row(row))) continue;
      this.select(row, { focus: true });
      return true;
    }
    return false;
  }
}
