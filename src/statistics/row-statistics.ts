/** An alignment in numbers, from records as they come. */
import { confidenceLevel } from '../confidence.js';
import { comparableLength } from '../text/length.js';
import { columnLetters } from '../text/column-letters.js';
import type { OutputHead } from '../write/records/head.js';
import { isPair, type OutputRecord } from '../write/records/records.js';
import { Coverage, type CoveredPart } from './coverage.js';
import { Histogram, Tally } from './histogram.js';

/** Shares of ten equal bands, from 0 to 1. */
const bands = 10;
/** Lengths between a tenth of a percent and a thousand times the other one, in steps of half a percent. */
const [leastRatio, mostRatio, ratioBins] = [-7, 7, 2800];

/** A figure of the rows that have it: its quartiles. */
export interface Quartiles {
  readonly rows: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Rows by a figure between 0 and 1. */
export interface Bands {
  /** Rows that have the figure. */
  readonly rows: number;
  readonly mean: number;
  /** Rows from 0 to below .1, from .1 to below .2 ... */
  readonly tenths: readonly number[];
}

/** One text of an alignment. */
export interface TextStatistics {
  readonly name: string;
  /** Sentences by language, the most frequent first. */
  readonly languages: Readonly<Record<string, number>>;
  readonly sentences: number;
  /** Sentences in rows that link something. */
  readonly paired: number;
  /** By chapter, or by tenths of the text. */
  readonly coverage: readonly CoveredPart[];
}

/** All that is counted. */
export interface Statistics {
  readonly rows: number;
  /** Rows that link something and are not rejected. */
  readonly pairs: number;
  /** Sentences without a partner, of which the texts consist otherwise; without noise. */
  readonly unmatched: number;
  readonly noise: number;
  /** Of pairs, the most frequent first; so are all others. */
  readonly types: Readonly<Record<string, number>>;
  readonly methods: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  /** Pairs in which a kind of check found a difference. */
  readonly checks: Readonly<Record<string, number>>;
  /** Pairs in which any check found one. */
  readonly differing: number;
  readonly crossing: number;
  /** Of pairs that the aligner made. */
  readonly levels: Readonly<Record<'sure' | 'fair' | 'doubtful', number>>;
  readonly confidence: Bands;
  /** Null where nobody judged it. */
  readonly quality: Bands | null;
  /** Length of the second text of a pair per length of the first, by columns (`b/a`). */
  readonly lengthRatios: Readonly<Record<string, Quartiles>>;
}

/** Counts records; the memory depends on the headings of the texts and not on how many records there are. */
export class RowStatistics {
  #rows = 0;
  #pairs = 0;
  #unmatched = 0;
  #noise = 0;
  #differing = 0;
  #crossing = 0;
  readonly #types = new Tally();
  readonly #methods = new Tally();
  readonly #statuses = new Tally();
  readonly #checks = new Tally();
  readonly #levels = { sure: 0, fair: 0, doubtful: 0 };
  readonly #confidence = new BandCounter();
  readonly #quality = new BandCounter();
  readonly #ratios = new Map<string, Histogram>();

  /** Counts a record. */
  add(record: OutputRecord): void {
    this.#rows++;
    if (record.method === 'noise') {
      this.#noise++;
      return;
    }
    if (!isPair(record) || record.status === 'rejected') {
      for (const cell of record.cells) this.#unmatched += cell?.sentences.length ?? 0;
      if (isPair(record)) this.#statuses.add(record.status);
      return;
    }
    this.#addPair(record);
  }

  #addPair({
    type,
    method,
    status,
    checks,
    crossing,
    confidence,
    quality,
    cells,
  }: OutputRecord): void {
    this.#pairs++;
    this.#types.add(type);
    this.#methods.add(method);
    this.#statuses.add(status);
    if (checks.length > 0) this.#differing++;
    for (const code of new Set(checks.map((check) => check.code))) this.#checks.add(code);
    if (crossing) this.#crossing++;
    if (method !== 'manual') {
      this.#levels[confidenceLevel(confidence)]++;
      this.#confidence.add(confidence);
    }
    if (quality !== undefined) this.#quality.add(quality);
    const lengths = cells.map((cell) => (cell ? comparableLength(cell.text) : 0));
    for (const [x, first] of lengths.entries())
      for (const [y, second] of lengths.entries())
        if (x < y && first > 0 && second > 0)
          this.#ratioOf(`${columnLetters(y)}/${columnLetters(x)}`).add(Math.log(second / first));
  }

  #ratioOf(key: string): Histogram {
    let own = this.#ratios.get(key);
    if (!own) this.#ratios.set(key, (own = new Histogram(leastRatio, mostRatio, ratioBins)));
    return own;
  }

  /** Adds what another one has counted. */
  addAll(other: RowStatistics): void {
    this.#rows += other.#rows;
    this.#pairs += other.#pairs;
    this.#unmatched += other.#unmatched;
    this.#noise += other.#noise;
    this.#differing += other.#differing;
    this.#crossing += other.#crossing;
    this.#types.addAll(other.#types);
    this.#methods.addAll(other.#methods);
    this.#statuses.addAll(other.#statuses);
    this.#checks.addAll(other.#checks);
    for (const level of ['sure', 'fair', 'doubtful'] as const)
      this.#levels[level] += other.#levels[level];
    this.#confidence.addAll(other.#confidence);
    this.#quality.addAll(other.#quality);
    for (const [key, ratios] of other.#ratios) this.#ratioOf(key).addAll(ratios);
  }

  /** The numbers so far. */
  statistics(): Statistics {
    const ratios = [...this.#ratios].sort(([x], [y]) => (x < y ? -1 : 1));
    return {
      rows: this.#rows,
      pairs: this.#pairs,
      unmatched: this.#unmatched,
      noise: this.#noise,
      types: this.#types.object(),
      methods: this.#methods.object(),
      statuses: this.#statuses.object(),
      checks: this.#checks.object(),
      differing: this.#differing,
      crossing: this.#crossing,
      levels: { ...this.#levels },
      confidence: this.#confidence.bands(),
      quality: this.#quality.bands().rows === 0 ? null : this.#quality.bands(),
      lengthRatios: Object.fromEntries(ratios.map(([key, own]) => [key, quartiles(own)])),
    };
  }
}

/** Counts the sentences of each text as records come. */
export class TextCoverage {
  readonly #head: OutputHead;
  readonly #languages: readonly Tally[];
  readonly #coverage: readonly Coverage[];
  readonly #sentences: number[];
  readonly #paired: number[];

  constructor(head: OutputHead) {
    this.#head = head;
    this.#languages = head.sources.map(() => new Tally());
    this.#coverage = head.sources.map((source) => new Coverage(source));
    this.#sentences = head.sources.map(() => 0);
    this.#paired = head.sources.map(() => 0);
  }

  /** Counts the sentences of a record; noise is none of the text. */
  add(record: OutputRecord): void {
    if (record.method === 'noise') return;
    const isPaired = isPair(record) && record.status !== 'rejected';
    for (const cell of record.cells) {
      if (!cell) continue;
      const { source, language, sentences } = cell;
      this.#languages[source]?.add(language, sentences.length);
      this.#sentences[source] = (this.#sentences[source] ?? 0) + sentences.length;
      if (isPaired) this.#paired[source] = (this.#paired[source] ?? 0) + sentences.length;
      const paragraphs = this.#head.sources[source]?.paragraphs ?? [];
      for (const sentence of sentences)
        this.#coverage[source]?.add(sentence, paragraphs[sentence.paragraph - 1], isPaired);
    }
  }

  /** The texts so far. */
  texts(): TextStatistics[] {
    return this.#head.sources.map(({ name }, source) => ({
      name,
      languages: this.#languages[source]?.object() ?? {},
      sentences: this.#sentences[source] ?? 0,
      paired: this.#paired[source] ?? 0,
      coverage: this.#coverage[source]?.parts() ?? [],
    }));
  }
}

class BandCounter {
  #rows = 0;
  #sum = 0;
  readonly #tenths = Array.from({ length: bands }, () => 0);

  add(value: number): void {
    // Files have decimals: what was written as .3 is not below it.
    const band = Math.min(bands - 1, Math.floor(value * bands + 1e-9));
    this.#tenths[band] = (this.#tenths[band] ?? 0) + 1;
    this.#rows++;
    this.#sum += value;
  }

  addAll(other: BandCounter): void {
    this.#rows += other.#rows;
    this.#sum += other.#sum;
    for (const [band, count] of other.#tenths.entries())
      this.#tenths[band] = (this.#tenths[band] ?? 0) + count;
  }

  bands(): Bands {
    const mean = this.#rows === 0 ? 0 : Math.round((this.#sum / this.#rows) * 1e4) / 1e4;
    return { rows: this.#rows, mean, tenths: [...this.#tenths] };
  }
}

function quartiles(own: Histogram): Quartiles {
  const at = (share: number): number => Math.round(Math.exp(own.quantile(share)) * 100) / 100;
  return { rows: own.count, low: at(0.25), median: at(0.5), high: at(0.75) };
}
