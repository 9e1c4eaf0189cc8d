import { type LengthProfile } from './length/check-length.js';
import { losesNumber } from './numbers/check-numbers.js';
import type { NamePartners } from './names/check-names.js';
import type { Passage } from './passage/passage.js';
import type { Cells, Passages } from './passages.js';

/** What is usual between two streams, over all their rows; single rows are compared with it. */
export interface PairProfile {
  readonly length: LengthProfile;
  /** Whether the two nearly always keep each other's numbers. */
  readonly numbersAgree: boolean;
  /** Whether the two nearly always have quotation marks in the same rows. */
  readonly quotationsAgree: boolean;
  /** The counterparts of names on the other side. */
  readonly partners: NamePartners;
}

/** The assumption before any evidence: lengths differ by about a third. */
const usualSpread = 0.3;
/** The prior spread counts as much as this many rows. */
const priorRows = 12;
/**
 * If more than one row in this many lacks a number of the other side, the texts treat numbers
 * freely.
 */
const numberRows = 33;
/** Fewer rows prove nothing. */
const leastRows = 6;
/**
 * Numbers are looked for in this many rows, and then in every sixteenth, which counts sixteen times: a share is
 * as certain, and reading the numbers of a memory's every row twice would take half of the time.
 */
const rowsForNumbers = 20_000;
const sampling = 16;
/** Quotation marks count only if fewer than one row in this many disagrees. */
const quotationRows = 50;

/**
 * What is usual between the streams of a run, read from their rows one pair of streams at a time,
 * on demand.
 */
export class TextProfile {
  readonly #passages: Passages;
  readonly #rows: readonly Cells[];
  readonly #known = new Map<number, PairProfile>();

  constructor(passages: Passages, rows: readonly Cells[]) {
    this.#passages = passages;
    this.#rows = rows;
  }

  /** What is usual between streams `a` and `b`; the first call is linear in the text of their rows. */
  between(a: number, b: number): PairProfile {
    const key = a * mostStreams + b;
    let profile = this.#known.get(key);
    if (profile === undefined) {
      profile = this.#read(a, b);
      this.#known.set(key, profile);
    }
    return profile;
  }

  #read(a: number, b: number): PairProfile {
    const usual = new PairLearner();
    for (const row of this.#rows) {
      const passageA = this.#passages.ofCell(row, a);
      const passageB = this.#passages.ofCell(row, b);
      if (passageA !== null && passageB !== null) usual.add(passageA, passageB);
    }
    return usual.profile();
  }
}

/** Learns what is usual between two streams, row by row. */
export class PairLearner {
  readonly #ratios: number[] = [];
  readonly #names = new NameCounts();
  /** Rows that were searched for numbers, each as many times as it counts, and how many of them lack one. */
  #searched = 0;
  #lossy = 0;
  /** Rows with quotation marks on both sides, and on one only. */
  #quoted = 0;
  #disagree = 0;

  /** Adds a row with both streams. Linear in its text. */
  add(a: Passage, b: Passage): void {
    const rows = this.#ratios.push(Math.log((b.length + 5) / (a.length + 5)));
    const weight = rows <= rowsForNumbers ? 1 : rows % sampling === 0 ? sampling : 0;
    if (weight > 0) {
      this.#searched += weight;
      if (losesNumber(a, b)) this.#lossy += weight;
    }
    const [marksA, marksB] = [a.quotations, b.quotations];
    if (marksA.marks.length > 0 && marksB.marks.length > 0) this.#quoted++;
    else if (marksA.marks.length + marksB.marks.length > 0) this.#disagree++;
    this.#names.add(a, b);
  }

  /** What is usual in the rows so far. */
  profile(): PairProfile {
    const rows = this.#ratios.length;
    return {
      length: lengthProfile(this.#ratios),
      numbersAgree: rows >= leastRows && this.#lossy <= Math.max(1, this.#searched / numberRows),
      quotationsAgree: this.#quoted >= 5 && this.#disagree * quotationRows <= rows,
      partners: this.#names.partners(),
    };
  }
}

function lengthProfile(ratios: readonly number[]): LengthProfile {
  const center = ratios.length >= 5 ? median(ratios) : 0;
  const deviation = 1.4826 * median(ratios.map((ratio) => Math.abs(ratio - center)));
  const spread =
    (priorRows * usualSpread + ratios.length * deviation) / (priorRows + ratios.length);
  return { center, spread: Math.max(0.15, spread) };
}

/** The names of one side. */
class SideNames {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** By name: how many rows have it. */
  readonly #rows: number[] = [];

  /** The numbers of a passage's names, each once; none of a list of names, where nothing belongs together. */
  numbersOf({ names }: Passage): readonly number[] {
    if (names.length === 0 || names.length > mostTogether) return none;
    const numbers: number[] = [];
    for (const { key } of names) {
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = this.#keys.length;
        if (number === mostNames) continue;
        this.#keys.push(key);
        this.#rows.push(0);
        this.#numbers.set(key, number);
      }
      if (!numbers.includes(number)) numbers.push(number);
    }
    for (const number of numbers) this.#rows[number] = (this.#rows[number] ?? 0) + 1;
    return numbers;
  }

  keyOf(number: number): string {
    return this.#keys[number] ?? '';
  }

  rowsOf(number: number): number {
    return this.#rows[number] ?? 0;
  }
}

const none: readonly number[] = [];
/** Passages with more names are not read for names that occur beside each other. */
const mostTogether = 200;
/** Two numbers of streams are one exact number; no run has so many. */
const mostStreams = 1 << 26;

/** How often names of one side occur beside those of the other. */
class NameCounts {
  readonly #a = new SideNames();
  readonly #b = new SideNames();
  /** Rows with a name of either side, by the two numbers as one: a map for each name would take far more memory. */
  readonly #together = new Map<number, number>();

  add(a: Passage, b: Passage): void {
    const namesA = this.#a.numbersOf(a);
    const namesB = this.#b.numbersOf(b);
    for (const from of namesA)
      for (const to of namesB) {
        const pair = from * mostNames + to;
        const count = this.#together.get(pair);
        if (count !== undefined || this.#together.size < mostPairs)
          this.#together.set(pair, (count ?? 0) + 1);
      }
  }

  /** A partner occurs beside at least two, and most, of a name's rows. */
  partners(): NamePartners {
    const partners = { a: new Map<string, Set<string>>(), b: new Map<string, Set<string>>() };
    const add = (side: 'a' | 'b', name: string, partner: string): void => {
      const known = partners[side].get(name);
      if (known) known.add(partner);
      else partners[side].set(name, new Set([partner]));
    };
    for (const [pair, count] of this.#together) {
      if (count < 2) continue;
      const [from, to] = [Math.floor(pair / mostNames), pair % mostNames];
      const [keyA, keyB] = [this.#a.keyOf(from), this.#b.keyOf(to)];
      if (count >= 0.6 * this.#a.rowsOf(from)) add('a', keyA, keyB);
      if (count >= 0.6 * this.#b.rowsOf(to)) add('b', keyB, keyA);
    }
    return partners;
  }
}

/** Two numbers of names are one exact number; no text has so many. */
const mostNames = 1 << 26;
/** More are not counted: each takes 40 bytes. */
const mostPairs = 2_000_000;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
