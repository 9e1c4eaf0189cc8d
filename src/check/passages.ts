/** The texts of a run as the checks read them, passage by passage. */
import type { Group, Row, Sentence, Span, Stream } from '../domain.js';
import { comparableLength } from '../text/length.js';
import { placeOfPlain, plainText } from '../text/markup.js';
import { baseLanguage } from '../text/tags.js';
import { DateFinder } from './dates/find-dates.js';
import { NameFinder } from './names/find-names.js';
import { NumberFinder } from './numbers/find-numbers.js';
import type {
  DateMention,
  NameMention,
  NumberMention,
  Quotations,
  WordForms,
} from './passage/mentions.js';
import type { Passage } from './passage/passage.js';
import { mayHave, Sign, signsOf } from './passage/signs.js';
import { findQuotations } from './quotations/find-quotations.js';

/** The part of a row that the checks read; `edits` holds the text that a reviewer wrote for a stream. */
export type Cells = Pick<Group, 'cells'> & Pick<Row, 'edits'>;

/** A row's passages by stream; null for a stream of which it has no sentence. */
export type RowPassages = readonly (Passage | null)[];

/** What is found in the passages of a longer stream would take gigabytes, and is read again when it is needed. */
const mostKnown = 50_000;

/**
 * The passages of all streams. What is found in a passage is cached, so each is read only once: for
 * the usual values of two texts, for the row's own checks, and for every other stream. Not in very long
 * streams, such as those of a translation memory.
 */
export class Passages {
  readonly #streams: readonly StreamPassages[];

  constructor(streams: readonly Stream[]) {
    this.#streams = streams.map((stream, index) => new StreamPassages(stream, index));
  }

  /** The passages of a row. */
  ofRow(row: Cells): RowPassages {
    return this.#streams.map((_, stream) => this.ofCell(row, stream));
  }

  /**
   * Sentences, or the text written in their place, as a passage of a stream that need not hold them; nothing of
   * it is kept.
   */
  ofSentences(sentences: readonly Sentence[], stream: number, edited?: string): Passage {
    const own = this.#streams[stream];
    if (!own) throw new RangeError(`there is no stream ${stream}`);
    return own.of(sentences, edited);
  }

  /** A row's passage in one stream; null if it has no sentence of that stream. */
  ofCell({ cells, edits }: Cells, stream: number): Passage | null {
    return this.#streams[stream]?.at(cells[stream] ?? [], edits?.[stream]) ?? null;
  }

  /**
   * Reads single sentences before their rows are known: most rows have one sentence per side.
   * Affects only when the work is done.
   */
  readAhead(): void {
    for (const stream of this.#streams) stream.readAhead();
  }
}

/** How to read the texts of one stream, given its language. */
interface Finders {
  readonly base: string;
  readonly numbers: NumberFinder;
  readonly dates: DateFinder;
  readonly names: NameFinder;
}

class StreamPassages {
  readonly #stream: Stream;
  readonly #index: number;
  readonly #finders: Finders;
  /** By the position of the first sentence: a sentence belongs to one row only. */
  readonly #known: (StreamPassage | undefined)[] = [];

  constructor(stream: Stream, index: number) {
    this.#stream = stream;
    this.#index = index;
    this.#finders = {
      base: baseLanguage(stream.language),
      numbers: new NumberFinder(stream.language),
      dates: new DateFinder(stream.language),
      names: new NameFinder(stream.language),
    };
  }

  /**
   * The passage of the sentences at these positions, or the text written in their place; null if
   * there are none.
   */
  at(positions: readonly number[], edited?: string): StreamPassage | null {
    const [first] = positions;
    if (first === undefined) return null;
    if (edited !== undefined) {
      return new StreamPassage(this.#stream, this.#index, positions, this.#finders, edited);
    }
    const known = this.#known[first];
    if (known?.isOf(positions) === true) return known;
    const passage = new StreamPassage(this.#stream, this.#index, positions, this.#finders);
    if (this.#stream.sentences.length <= mostKnown) this.#known[first] = passage;
    return passage;
  }

  of(sentences: readonly Sentence[], edited?: string): StreamPassage {
    const stream = { ...this.#stream, sentences };
    return new StreamPassage(stream, this.#index, [...sentences.keys()], this.#finders, edited);
  }

  readAhead(): void {
    if (this.#stream.sentences.length > mostKnown) return;
    this.#stream.sentences.forEach((_, position) => this.at([position])?.readAhead());
  }
}

/** Joins with a line break, except after an empty beginning. */
function joined(text: string, next: string): string {
  return text === '' ? next : `${text}\n${next}`;
}

class StreamPassage implements Passage {
  readonly stream: number;
  readonly language: string;
  readonly base: string;
  readonly text: string;
  readonly #positions: readonly number[];
  readonly #all: readonly Sentence[];
  readonly #finders: Finders;
  readonly #isEdited: boolean;
  #signs: number | undefined;
  #length: number | undefined;
  #isCounting: boolean | undefined;
  #numbers: readonly NumberMention[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #names: readonly NameMention[] | undefined;
  #quotations: Quotations | undefined;
  #begins: readonly number[] | undefined;

  constructor(
    stream: Stream,
    index: number,
    positions: readonly number[],
    finders: Finders,
    edited?: string,
  ) {
    this.stream = index;
    this.language = stream.language;
    this.base = finders.base;
    this.#positions = positions;
    this.#all = stream.sentences;
    this.#finders = finders;
    let text = '';
    for (const position of positions) text = joined(text, plainText(this.#sentence(position)));
    this.text = edited ?? text;
    this.#isEdited = edited !== undefined;
  }

  get sentences(): number {
    return this.#positions.length;
  }

  get signs(): number {
    return (this.#signs ??= signsOf(this.text));
  }

  get length(): number {
    return (this.#length ??= comparableLength(this.text));
  }

  get numbers(): readonly NumberMention[] {
    return (this.#numbers ??= this.#finders.numbers.find(this.text, this.signs));
  }

  get isCounting(): boolean {
    return (this.#isCounting ??= this.#finders.numbers.isCounting(this.text));
  }

  get dates(): readonly DateMention[] {
    return (this.#dates ??= this.#finders.dates.find(this.text, this.signs));
  }

  get names(): readonly NameMention[] {
    return (this.#names ??= this.#finders.names.find(this.text, this.signs));
  }

  get quotations(): Quotations {
    return (this.#quotations ??= findQuotations(this.text, this.signs));
  }

  words(): WordForms {
    return this.#finders.names.words(this.text);
  }

  locate(start: number, end: number): Span | null {
    if (this.#isEdited) return null;
    const { sentence, begins } = this.#sentenceAt(start);
    const first = sentence.start + placeOfPlain(sentence, start - begins);
    if (end <= start) return { start: first, end: first };
    const last = sentence.start + placeOfPlain(sentence, end - 1 - begins) + 1;
    return { start: first, end: Math.min(sentence.end, last) };
  }

  isOf(positions: readonly number[]): boolean {
    const own = this.#positions;
    if (own.length !== positions.length) return false;
    for (let index = 0; index < own.length; index++)
      if (own[index] !== positions[index]) return false;
    return true;
  }

  /** Finds and caches everything that most rows need. */
  readAhead(): void {
    void [this.length, this.names, this.quotations];
    void (mayHave(this.signs, Sign.digit) ? [this.numbers, this.dates] : this.isCounting);
  }

  /** The sentence at a place of the text, and where it begins there. */
  #sentenceAt(place: number): { readonly sentence: Sentence; readonly begins: number } {
    const begins = (this.#begins ??= this.#readBegins());
    let at = 0;
    for (let past = begins.length; past - at > 1;) {
      const middle = (at + past) >> 1;
      if ((begins[middle] ?? 0) <= place) at = middle;
      else past = middle;
    }
    return { sentence: this.#sentence(this.#positions[at] ?? 0), begins: begins[at] ?? 0 };
  }

  /** Where each sentence begins in the text. */
  #readBegins(): readonly number[] {
    let length = 0;
    return this.#positions.map((position) => {
      const begins = length === 0 ? 0 : length + 1;
      length = begins + plainText(this.#sentence(position)).length;
      return begins;
    });
  }

  #sentence(position: number): Sentence {
    const sentence = this.#all[position];
    if (sentence === undefined) {
      throw new RangeError(`stream ${this.stream} has no sentence at position ${position}`);
    }
    return sentence;
  }
}
