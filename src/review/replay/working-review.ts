/**
 * A mutable review to which steps are applied and reversed in place, each checked before and after. It
 * is needed to open long histories and journals: making a new review for every step would cost the
 * whole review each time.
 */
import { invertChange } from '../change.js';
import { filledCells } from '../lookup.js';
import type { Change, Entry, Review, ReviewRow, ReviewSentence } from '../model.js';
import { ChunkedList } from './chunked-list.js';

/** A row's place in the list; its row may be replaced in place. */
interface Slot {
  row: ReviewRow;
}

/** What an entry has changed so far, checked at its end: in between, invariants may be violated. */
interface Touched {
  readonly rows: Set<number>;
  readonly sentences: Set<number>;
}

/**
 * Ids of sentences are indexes into a list, so they must not exceed the number of sentences by so much
 * that the holes waste memory. `known`: sentences in the file, including those of its history.
 */
export function sentenceIdLimit(known: number): number {
  return 1_000_000 + 8 * known;
}

/** How many sentences the changes of entries contain. */
export function sentencesIn(entries: readonly Entry[]): number {
  let count = 0;
  for (const { changes } of entries) {
    for (const change of changes)
      if (change.type === 'sentences') count += change.removed.length + change.inserted.length;
  }
  return count;
}

/** See the module's comment. A step costs about as much as what it changes, even in a long review. */
export class WorkingReview {
  readonly #start: Review;
  readonly #idLimit: number;
  readonly #rows: ChunkedList<Slot>;
  readonly #slots = new Map<number, Slot>();
  /** Sentence id -> the number of rows it is in, and the row it was last put in. */
  readonly #uses = new Map<number, { count: number; row: number }>();
  readonly #sentences = new Map<number, ReviewSentence>();
  /** A source's sentences in the order of its text. */
  readonly #order: readonly ChunkedList<ReviewSentence>[];
  /** A source's paragraphs: number -> language. */
  readonly #languages: readonly Map<number, string>[];
  #nextRow: number;

  /** `review` must be valid (`findViolation`); `idLimit` is greater than every sentence's id. */
  constructor(review: Review, idLimit: number) {
    this.#start = review;
    this.#idLimit = idLimit;
    this.#nextRow = review.nextRow;
    const slots = review.rows.map((row) => ({ row }));
    this.#rows = new ChunkedList(slots);
    for (const slot of slots) {
      this.#slots.set(slot.row.id, slot);
      this.#use(slot.row, 1);
    }
    const bySource: ReviewSentence[][] = review.sources.map(() => []);
    for (const sentence of review.sentences) {
      if (sentence === undefined) continue;
      this.#sentences.set(sentence.id, sentence);
      bySource[sentence.source]?.push(sentence);
    }
    this.#order = bySource.map((own) => new ChunkedList(own.sort(byPlace)));
    this.#languages = review.sources.map(
      ({ paragraphs }) => new Map(paragraphs.map(({ number, language }) => [number, language])),
    );
  }

  /** Applies a step. Throws RangeError if it doesn't match the review or leaves it invalid. */
  apply(entry: Entry): void {
    this.#step(entry.changes);
  }

  /** Reverses a step. Throws as `apply`. */
  revert(entry: Entry): void {
    this.#step(entry.changes.map(invertChange).reverse());
  }

  /** The current review; history and sequence are the original ones. */
  toReview(): Review {
    const sentences: (ReviewSentence | undefined)[] = [];
    let length = 0;
    for (const id of this.#sentences.keys()) length = Math.max(length, id + 1);
    for (let id = 0; id < length; id++) sentences.push(this.#sentences.get(id));
    const sources = this.#start.sources.map((source, index) => {
      const languages = this.#languages[index];
      const same = source.paragraphs.every((own) => languages?.get(own.number) === own.language);
      if (same) return source;
      const paragraphs = source.paragraphs.map((own) => ({
        ...own,
        language: languages?.get(own.number) ?? own.language,
      }));
      return { ...source, paragraphs };
    });
    const rows = this.#rows.toArray().map(({ row }) => row);
    return { ...this.#start, sources, sentences, rows, nextRow: this.#nextRow };
  }

  #step(changes: readonly Change[]): void {
    const touched: Touched = { rows: new Set(), sentences: new Set() };
    for (const change of changes) this.#change(change, touched);
    for (const id of touched.sentences) this.#checkSentence(id, touched);
    for (const id of touched.rows) this.#checkRow(id);
  }

  #change(change: Change, touched: Touched): void {
    switch (change.type) {
      case 'rows':
        return this.#changeRows(change, touched);
      case 'status':
        change.rows.forEach((id, index) => {
          const slot = this.#slots.get(id);
          const status = change.after[index];
          if (
            slot === undefined ||
            status === undefined ||
            slot.row.status !== change.before[index]
          )
            throw new RangeError(`row ${id} is not what the change expects`);
          slot.row = { ...slot.row, status };
        });
        return;
      case 'sentences':
        for (const { id } of change.removed) this.#removeSentence(id, touched);
        for (const sentence of change.inserted) this.#insertSentence(sentence, touched);
        return;
      case 'paragraph': {
        const languages = this.#languages[change.source];
        if (languages?.get(change.number) !== change.before)
          throw new RangeError(
            `paragraph ${change.number} of source ${change.source} is not ${change.before}`,
          );
        languages.set(change.number, change.after);
      }
    }
  }

  #changeRows(change: Extract<Change, { readonly type: 'rows' }>, touched: Touched): void {
    const { at, removed, inserted } = change;
    const fits =
      at + removed.length <= this.#rows.length &&
      removed.every(({ id }, index) => this.#rows.at(at + index)?.row.id === id);
    if (!fits) throw new RangeError(`the rows at ${at} are not those the change expects`);
    const slots = inserted.map((row) => ({ row }));
    for (const { row } of this.#rows.splice(at, removed.length, slots)) {
      this.#slots.delete(row.id);
      this.#use(row, -1, touched);
    }
    for (const slot of slots) {
      const { row } = slot;
      if (this.#slots.has(row.id)) throw new RangeError(`row ${row.id} already exists`);
      this.#slots.set(row.id, slot);
      this.#use(row, 1, touched);
      touched.rows.add(row.id);
      this.#nextRow = Math.max(this.#nextRow, row.id + 1);
    }
  }

  /** Counts the sentences of a row that is added or removed. */
  #use(row: ReviewRow, by: 1 | -1, touched?: Touched): void {
    for (const cell of row.cells) {
      for (const id of cell) {
        const uses = this.#uses.get(id);
        const count = (uses?.count ?? 0) + by;
        if (count === 0) this.#uses.delete(id);
        else this.#uses.set(id, { count, row: by === 1 ? row.id : (uses?.row ?? row.id) });
        touched?.sentences.add(id);
      }
    }
  }

  #removeSentence(id: number, touched: Touched): void {
    const sentence = this.#sentences.get(id);
    if (sentence === undefined) throw new RangeError(`there is no sentence ${id} to split`);
    this.#sentences.delete(id);
    const order = this.#order[sentence.source];
    const at = order?.firstWhere((own) => byPlace(own, sentence) >= 0) ?? -1;
    order?.splice(at, 1, []);
    touched.sentences.add(id);
  }

  #insertSentence(sentence: ReviewSentence, touched: Touched): void {
    const { id } = sentence;
    if (id >= this.#idLimit) throw new RangeError(`sentence ${id}: the number is too high`);
    if (this.#sentences.has(id)) throw new RangeError(`sentence ${id} already exists`);
    const order = this.#order[sentence.source];
    if (order === undefined)
      throw new RangeError(`sentence ${id}: there is no source ${sentence.source}`);
    this.#sentences.set(id, sentence);
    const at = order.firstWhere((own) => byPlace(own, sentence) >= 0);
    order.splice(at, 0, [sentence]);
    touched.sentences.add(id);
  }

  #checkSentence(id: number, touched: Touched): void {
    const sentence = this.#sentences.get(id);
    const uses = this.#uses.get(id);
    const count = uses?.count ?? 0;
    if (sentence === undefined) {
      if (count > 0)
        throw new RangeError(`row ${uses?.row} has sentence ${id}, which does not exist`);
      return;
    }
    if (count > 1) throw new RangeError(`sentence ${id} is in ${count} rows`);
    const { source: index, stream, start, end } = sentence;
    const source = this.#start.sources[index];
    if (start > end || end > (source?.text.length ?? 0))
      throw new RangeError(`sentence ${id} lies outside the text of ${source?.name ?? index}`);
    if (stream === null) {
      if (count > 0) throw new RangeError(`sentence ${id} is in a row but belongs to no stream`);
    } else {
      if (this.#start.streams[stream]?.source !== index)
        throw new RangeError(`sentence ${id} belongs to a stream of another source`);
      if (count === 0) throw new RangeError(`sentence ${id} is in no row`);
      if (uses !== undefined) touched.rows.add(uses.row);
    }
    const order = this.#order[index];
    const at = order?.firstWhere((own) => byPlace(own, sentence) >= 0) ?? 0;
    const [before, after] = [order?.at(at - 1), order?.at(at + 1)];
    if ((at > 0 && before && before.end > start) || (after && after.start < end))
      throw new RangeError(`sentence ${id} overlaps another one`);
  }

  #checkRow(id: number): void {
    const row = this.#slots.get(id)?.row;
    if (row === undefined) return;
    const { streams } = this.#start;
    if (row.cells.length !== streams.length)
      throw new RangeError(`row ${id} has ${row.cells.length} cells for ${streams.length} streams`);
    if (filledCells(row.cells) === 0) throw new RangeError(`row ${id} is empty`);
    for (const [stream, cell] of row.cells.entries()) {
      let last = -1;
      for (const own of cell) {
        const sentence = this.#sentences.get(own);
        if (sentence?.stream !== stream)
          throw new RangeError(`row ${id}: sentence ${own} does not belong to stream ${stream}`);
        if (sentence.start < last)
          throw new RangeError(`row ${id} is not in the order of the text`);
        last = sentence.start;
      }
    }
  }
}

function byPlace(a: ReviewSentence, b: ReviewSentence): number {
  return a.start - b.start || a.end - b.end || a.id - b.id;
}
