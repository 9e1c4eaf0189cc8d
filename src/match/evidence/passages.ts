/** How well the sentences of two documents go together, whatever their order and in order. */
import { productUnit } from '../../align/vectors/kernel.js';
import { RowStore } from '../documents/row-store.js';
import { sentenceWeight, type MatchSide } from '../documents/side.js';

/** Both sides with what is known of their sentences. */
export interface PassageContext {
  readonly store: RowStore;
  readonly a: MatchSide;
  readonly b: MatchSide;
  /** From `hubness`. */
  readonly hubnessA: Float32Array;
  readonly hubnessB: Float32Array;
}

/** What the sentences of two documents say. */
export interface PassageEvidence {
  /** Mean similarity of each sentence to its best of the other document, less what is usual. */
  readonly best: number;
  /** Share of the weight that the best chain in the same order gathers, as a mean similarity. */
  readonly chain: number;
  /** As `chain`, of plain cosines. */
  readonly plainChain: number;
  /** Share of either side's text whose best sentence in the other is nearer than usual. */
  readonly coverageA: number;
  readonly coverageB: number;
  /** The same with a lower bar, under which hardly anything of a whole translation falls: what is reported. */
  readonly sharedA: number;
  readonly sharedB: number;
  /** Share of the weight of mutual best sentences, of the smaller document. */
  readonly mutual: number;
}

/** Added to a similarity less what is usual, so that a link in a chain gains. */
const chainBonus = 0.1;
/** A sentence counts as covered if it is this much nearer than usual. */
const coveredFrom = 0;
/**
 * A sentence counts as shared from here: between languages that the model knows less well, sentences of whole translations are
 * often below the other bar, while other documents of the same kind reach this one with a fifth of their text.
 */
const sharedFrom = -0.05;

/** Compares two documents sentence by sentence: time and memory of the product of their lengths. */
export class PassageComparer {
  readonly #context: PassageContext;
  #row = new Float64Array(0);
  #plainRow = new Float64Array(0);
  #bestB = new Float64Array(0);
  #whoB = new Int32Array(0);

  constructor(context: PassageContext) {
    this.#context = context;
    const longest = longestOf(context.b) + 1;
    this.#row = new Float64Array(longest);
    this.#plainRow = new Float64Array(longest);
    this.#bestB = new Float64Array(longest);
    this.#whoB = new Int32Array(longest);
  }

  compare(documentA: number, documentB: number): PassageEvidence {
    const { store, a, b, hubnessA, hubnessB } = this.#context;
    const startA = a.offsets[documentA]!;
    const startB = b.offsets[documentB]!;
    const countA = a.offsets[documentA + 1]! - startA;
    const countB = b.offsets[documentB + 1]! - startB;
    if (countA === 0 || countB === 0)
      return {
        best: -1,
        chain: 0,
        plainChain: 0,
        coverageA: 0,
        coverageB: 0,
        sharedA: 0,
        sharedB: 0,
        mutual: 0,
      };
    const products = store.multiply(startA, countA, startB, countB);
    const width = RowStore.widthOf(countB);
    let weightA = 0;
    let weightB = 0;
    for (let x = 0; x < countA; x++) weightA += sentenceWeight(a.lengths[startA + x]!);
    for (let y = 0; y < countB; y++) weightB += sentenceWeight(b.lengths[startB + y]!);
    const row = this.#row.fill(0, 0, countB + 1);
    const plainRow = this.#plainRow.fill(0, 0, countB + 1);
    const bestB = this.#bestB.fill(-9, 0, countB);
    const whoB = this.#whoB.fill(-1, 0, countB);
    const bestOfA = new Int32Array(countA);
    let sumA = 0;
    let coveredA = 0;
    let sharedA = 0;
    for (let x = 0; x < countA; x++) {
      const own = sentenceWeight(a.lengths[startA + x]!);
      const shareA = own / weightA;
      const usualA = hubnessA[startA + x]!;
      let bestA = -9;
      let diagonal = 0;
      let plainDiagonal = 0;
      for (let y = 0; y < countB; y++) {
        const cosine = products[x * width + y]! * productUnit;
        const above = cosine - usualA - hubnessB[startB + y]!;
        if (above > bestA) {
          bestA = above;
          bestOfA[x] = y;
        }
        if (above > bestB[y]!) {
          bestB[y] = above;
          whoB[y] = x;
        }
        const share = Math.min(shareA, sentenceWeight(b.lengths[startB + y]!) / weightB);
        const link = diagonal + share * (above + chainBonus);
        diagonal = row[y + 1]!;
        row[y + 1] = Math.max(row[y + 1]!, row[y]!, link);
        const plainLink = plainDiagonal + share * cosine;
        plainDiagonal = plainRow[y + 1]!;
        plainRow[y + 1] = Math.max(plainRow[y + 1]!, plainRow[y]!, plainLink);
      }
      sumA += shareA * bestA;
      if (bestA > coveredFrom) coveredA += shareA;
      if (bestA > sharedFrom) sharedA += shareA;
    }
    let sumB = 0;
    let coveredB = 0;
    let sharedB = 0;
    let mutualA = 0;
    let mutualB = 0;
    for (let y = 0; y < countB; y++) {
      const share = sentenceWeight(b.lengths[startB + y]!) / weightB;
      sumB += share * bestB[y]!;
      if (bestB[y]! > coveredFrom) coveredB += share;
      if (bestB[y]! > sharedFrom) sharedB += share;
      const who = whoB[y]!;
      if (who >= 0 && bestOfA[who] === y && bestB[y]! > coveredFrom) {
        mutualB += share;
        mutualA += sentenceWeight(a.lengths[startA + who]!) / weightA;
      }
    }
    return {
      best: (sumA + sumB) / 2,
      chain: row[countB]!,
      plainChain: plainRow[countB]!,
      coverageA: coveredA,
      coverageB: coveredB,
      sharedA: Math.min(1, sharedA),
      sharedB: Math.min(1, sharedB),
      mutual: Math.max(mutualA, mutualB),
    };
  }
}

/** Two sentences that are each other's nearest within their documents. */
export interface PassageLink {
  /** Counted within their documents. */
  readonly a: number;
  readonly b: number;
  /** Cosine less what is usual for either. */
  readonly above: number;
}

/** The clearest links between the sentences of two documents, the clearest first. */
export function clearestLinks(
  { store, a, b, hubnessA, hubnessB }: PassageContext,
  documentA: number,
  documentB: number,
  most: number,
): PassageLink[] {
  const startA = a.offsets[documentA]!;
  const startB = b.offsets[documentB]!;
  const countA = a.offsets[documentA + 1]! - startA;
  const countB = b.offsets[documentB + 1]! - startB;
  if (countA === 0 || countB === 0) return [];
  const products = store.multiply(startA, countA, startB, countB);
  const width = RowStore.widthOf(countB);
  const above = (x: number, y: number): number =>
    products[x * width + y]! * productUnit - hubnessA[startA + x]! - hubnessB[startB + y]!;
  const best = (count: number, value: (at: number) => number): number => {
    let found = 0;
    for (let at = 1; at < count; at++) if (value(at) > value(found)) found = at;
    return found;
  };
  const bestOfB = Array.from({ length: countB }, (_, y) => best(countA, (x) => above(x, y)));
  return Array.from({ length: countA }, (_, x) => {
    const y = best(countB, (other) => above(x, other));
    return { a: x, b: y, above: above(x, y) };
  })
    .filter((link) => bestOfB[link.b] === link.a && link.above > coveredFrom)
    .sort((x, y) => y.above - x.above || x.a - y.a)
    .slice(0, most);
}

/** Sentences of the longest document. */
export function longestOf({ count, offsets }: MatchSide): number {
  let longest = 0;
  for (let document = 0; document < count; document++)
    longest = Math.max(longest, offsets[document + 1]! - offsets[document]!);
  return longest;
}
