/** Many rows in little memory: numbers in lists of numbers, and only what is rare as objects. */
import { methods, noiseReasons, statuses, type Span } from '../../domain.js';
import { TextStore } from '../tables/stored/text-store.js';
import { NumberList } from '../tables/stored/number-list.js';
import { ParagraphStore } from './paragraph-store.js';
import { parseFaults } from './written-fields.js';
import type { WrittenCell, WrittenRow } from './written-table.js';

const rowMethods = [...methods, 'noise', 'excluded'] as const;

/** Texts that few rows have: as bytes, for a piece of a file's text would keep all of that in memory. */
class RareTexts {
  readonly #texts = new TextStore();
  readonly #indexes = new Map<number, number>();

  set(row: number, text: string): void {
    this.#indexes.set(row, this.#texts.add(text));
  }

  get(row: number): string | undefined {
    const index = this.#indexes.get(row);
    return index === undefined ? undefined : this.#texts.at(index);
  }
}

/** Rows that are taken apart when they are added, and put together again one by one. */
export class RowStore {
  /** The end of each row's cells. */
  readonly #ends = new NumberList();
  readonly #ids = new NumberList('any');
  readonly #kinds = new NumberList();
  readonly #scores = new NumberList('any');
  readonly #confidences = new NumberList('any');
  /** Less than 0 for none; not begun until there is one. */
  readonly #qualities = new NumberList('any');
  readonly #faults = new RareTexts();
  readonly #notes = new RareTexts();
  readonly #checks = new Map<number, Exclude<WrittenRow['checks'], string>>();
  readonly #namedChecks = new RareTexts();
  /** Whether checks without any are a list. */
  #areListed = false;

  readonly #sources = new NumberList();
  readonly #languages = new NumberList();
  /** The languages of cells, and their indexes. */
  readonly #tags: (string | undefined)[] = [];
  readonly #tagIndexes = new Map<string | undefined, number>();
  readonly #texts = new TextStore();
  readonly #edits = new RareTexts();
  readonly #firsts = new NumberList('any');
  readonly #counts = new NumberList();
  readonly #paragraphs = new ParagraphStore();
  readonly #spanStarts = new NumberList('any');
  readonly #spanEnds = new NumberList('any');
  /** Cells whose sentences are no neighbours, or whose spans are several. */
  readonly #sentenceLists = new Map<number, readonly number[]>();
  readonly #spanLists = new Map<number, readonly Span[]>();

  /** How many rows there are. */
  get length(): number {
    return this.#ids.length;
  }

  add(row: Omit<WrittenRow, 'cells'>, cells: readonly WrittenCell[]): void {
    const index = this.length;
    const { id = 0, method, score, confidence, crossing, status, note, flagged, noise } = row;
    this.#ids.push(id);
    const kind = rowMethods.indexOf(method) * statuses.length + statuses.indexOf(status);
    const why = noise === undefined ? 0 : noiseReasons.indexOf(noise) + 1;
    this.#kinds.push((kind * 64 + why) * 4 + (crossing ? 2 : 0) + (flagged ? 1 : 0));
    this.#scores.push(score);
    this.#confidences.push(confidence);
    if (row.quality !== undefined) {
      while (this.#qualities.length < index) this.#qualities.push(-1);
      this.#qualities.push(row.quality);
    }
    if (row.faults !== undefined) this.#faults.set(index, row.faults.join(';'));
    if (note !== '') this.#notes.set(index, note);
    const { checks } = row;
    if (checks.length === 0) this.#areListed = typeof checks !== 'string';
    else if (typeof checks === 'string') this.#namedChecks.set(index, checks);
    else this.#checks.set(index, checks);
    for (const cell of cells) this.#addCell(cell);
    this.#ends.push(this.#texts.count);
  }

  #addCell({ source, language, text, edit, sentences, count, paragraphs, spans }: WrittenCell) {
    const index = this.#texts.add(text);
    this.#sources.push(source);
    let tag = this.#tagIndexes.get(language);
    if (tag === undefined) this.#tagIndexes.set(language, (tag = this.#tags.push(language) - 1));
    this.#languages.push(tag);
    if (edit !== undefined) this.#edits.set(index, edit);
    const [first = 0] = sentences;
    const areNeighbours = sentences.every((own, at) => own === first + at);
    this.#firsts.push(areNeighbours ? first : -1);
    this.#counts.push(count);
    if (!areNeighbours || (sentences.length > 0 && count !== sentences.length))
      this.#sentenceLists.set(index, sentences);
    this.#paragraphs.add(paragraphs);
    const [span] = spans;
    this.#spanStarts.push(span ? span.start : -1);
    this.#spanEnds.push(span ? span.end : -1);
    if (spans.length > 1) this.#spanLists.set(index, spans);
  }

  /** @param places the final indexes of the sources, by those in which they were added */
  *rows(places: readonly number[]): Generator<WrittenRow, void, undefined> {
    let cell = 0;
    for (let index = 0; index < this.length; index++) {
      const cells: WrittenCell[] = [];
      for (; cell < this.#ends.at(index); cell++) cells.push(this.#cellAt(cell, places));
      const bits = this.#kinds.at(index);
      const kind = bits >> 8;
      const noise = noiseReasons[((bits >> 2) & 63) - 1];
      const id = this.#ids.at(index);
      const quality = index < this.#qualities.length ? this.#qualities.at(index) : -1;
      yield {
        id: id === 0 ? undefined : id,
        cells,
        method: rowMethods[Math.floor(kind / statuses.length)] ?? 'anchor',
        score: this.#scores.at(index),
        confidence: this.#confidences.at(index),
        crossing: (bits & 2) > 0,
        status: statuses[kind % statuses.length] ?? 'unreviewed',
        note: this.#notes.get(index) ?? '',
        flagged: (bits & 1) > 0,
        ...(noise !== undefined && { noise }),
        ...(quality >= 0 && {
          quality,
          ...parseFaults(this.#faults.get(index)?.split(';') ?? []),
        }),
        checks:
          this.#checks.get(index) ?? this.#namedChecks.get(index) ?? (this.#areListed ? [] : ''),
      };
    }
  }

  #cellAt(index: number, places: readonly number[]): WrittenCell {
    const language = this.#tags[this.#languages.at(index)];
    const edit = this.#edits.get(index);
    const first = this.#firsts.at(index);
    const count = this.#counts.at(index);
    const span = { start: this.#spanStarts.at(index), end: this.#spanEnds.at(index) };
    return {
      source: places[this.#sources.at(index)] ?? 0,
      ...(language !== undefined && { language }),
      text: this.#texts.at(index),
      ...(edit !== undefined && { edit }),
      sentences:
        this.#sentenceLists.get(index) ??
        (first > 0 ? Array.from({ length: count }, (_, at) => first + at) : []),
      count,
      paragraphs: this.#paragraphs.at(index),
      spans: this.#spanLists.get(index) ?? (span.start < 0 ? [] : [span]),
    };
  }
}
