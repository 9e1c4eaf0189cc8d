import { type LengthProfile } from './length/check-length.js';
import { losesNumber } from './numbers/check-numbers.js';
import type { NamePartners } from './names/check-names.js';
import type { Passage } from './passage/passage.js';
import type { Cells, Passages } from './passages.js';
import { comparableLength } from '../text/length.js';

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
/** Quotation marks count only if fewer than one row in this many disagrees. */
const quotationRows = 50;

/**
 * What is usual between the streams of a run, read from their rows one pair of streams at a time,
 * on demand.
 */
export class TextProfile {
  readonly #passages: Passages;
  readonly #rows: readonly Cells[];
  readonly #known = new Map<string, PairProfile>();

  constructor(passages: Passages, rows: readonly Cells[]) {
    this.#passages = passages;
    this.#rows = rows;
  }

  /** What is usual between streams `a` and `b`; the first call is linear in the text of their rows. */
  between(a: number, b: number): PairProfile {
    const key = `${a}:${b}`;
    let profile = this.#known.get(key);
    if (profile === undefined) {
      profile = this.#read(a, b);
      this.#known.set(key, profile);
    }
    return profile;
  }

  #read(a: number, b: number): PairProfile {
    const ratios: number[] = [];
    let disagree = 0;
    let lossy = 0;
    let quoted = 0;
    const together = new Map<string, Map<string, number>>();
    const seen = new Map<string, number>();
    for (const row of this.#rows) {
      const passageA = this.#passages.ofCell(row, a);
      const passageB = this.#passages.ofCell(row, b);
      if (passageA === null || passageB === null) continue;
      ratios.push(
        Math.log((comparableLength(passageB.text) + 5) / (comparableLength(passageA.text) + 5)),
      );
      if (losesNumber(passageA, passageB)) lossy++;
      const [marksA, marksB] = [passageA.quotations, passageB.quotations];
      if (marksA.marks.length > 0 && marksB.marks.length > 0) quoted++;
      else if (marksA.marks.length + marksB.marks.length > 0) disagree++;
      countNames(passageA, passageB, together, seen);
    }
    return {
      length: lengthProfile(ratios),
      numbersAgree: ratios.length >= leastRows && lossy <= Math.max(1, ratios.length / numberRows),
      quotationsAgree: quoted >= 5 && disagree * quotationRows <= ratios.length,
      partners: partnersOf(together, seen),
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

function countNames(
  a: Passage,
  b: Passage,
  together: Map<string, Map<string, number>>,
  seen: Map<string, number>,
): void {
  const namesA = new Set(a.names.map(({ key }) => `a:${key}`));
  const namesB = new Set(b.names.map(({ key }) => `b:${key}`));
  for (const name of [...namesA, ...namesB]) seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const [from, to] of [
    [namesA, namesB],
    [namesB, namesA],
  ] as const) {
    for (const name of from) {
      const counts = together.get(name) ?? new Map<string, number>();
      for (const other of to) counts.set(other, (counts.get(other) ?? 0) + 1);
      together.set(name, counts);
    }
  }
}

/** A partner occurs beside at least two, and most, of a name's rows. */
function partnersOf(
  together: ReadonlyMap<string, ReadonlyMap<string, number>>,
  seen: ReadonlyMap<string, number>,
): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>();
  for (const [name, counts] of together) {
    const times = seen.get(name)!;
    const found = [...counts].filter(([, count]) => count >= 2 && count >= 0.6 * times);
    if (found.length > 0) partners.set(name, new Set(found.map(([other]) => other)));
  }
  return partners;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
