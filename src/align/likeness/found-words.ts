import type { Embedding, Pieces } from '../../domain.js';
import { pieceKinds } from '../evidence/piece-kinds.js';
import { dot } from '../vectors/dot.js';
import type { Box } from './box.js';
import { pieceRow } from '../vectors/piece-row.js';

/** Words of a sentence that are looked for: those with the longest vectors, the most telling ones. */
const mostWords = 12;

/** How well the words of a bead's sides find each other, in this order. */
export const foundNames = [
  'foundA',
  'foundB',
  'foundLess',
  'missingShort',
  'givenLeast',
  'givenOutside',
  'hasWords',
] as const;

/** The most telling words of each sentence. */
interface Chosen {
  readonly offsets: Int32Array;
  /** Their rows in the vectors of the pieces. */
  readonly rows: Int32Array;
  readonly pieces: Pieces;
}

/**
 * Looks for the words of each side of a box among those of the other by their vectors: what share is found (by
 * weight), what the end sentence that gives least adds to that, and what the best sentence just outside would add.
 * Cost: products of twelve by twelve words for each pair of sentences that is asked for, each computed once.
 */
export class FoundWords {
  readonly #a: Chosen | null;
  readonly #b: Chosen | null;
  readonly #known = new Map<number, Float32Array>();
  readonly #countA: number;
  readonly #countB: number;

  constructor(a: Embedding, b: Embedding) {
    this.#a = choose(a);
    this.#b = choose(b);
    this.#countA = a.vectors.count;
    this.#countB = b.vectors.count;
  }

  /** One number for each of `foundNames`; zeros if the model has no vectors for words. */
  describe(box: Box): number[] {
    const { i, n, j, m } = box;
    const [a, b] = [this.#a, this.#b];
    if (a === null || b === null) return foundNames.map(() => 0);
    const whole = this.#found(box);
    const shorter = whole.totalA < whole.totalB ? whole.missingA : whole.missingB;
    let least = 1;
    const excluding = (other: Box): void => {
      const rest = this.#found(other);
      const own = other.n < n ? whole.sumB - rest.sumB : whole.sumA - rest.sumA;
      least = Math.min(least, own / Math.max(1e-6, other.n < n ? whole.totalB : whole.totalA));
    };
    if (n > 1) {
      excluding({ i: i + 1, n: n - 1, j, m });
      excluding({ i, n: n - 1, j, m });
    }
    if (m > 1) {
      excluding({ i, n, j: j + 1, m: m - 1 });
      excluding({ i, n, j, m: m - 1 });
    }
    let most = 0;
    const including = (other: Box): void => {
      const more = this.#found(other);
      const own = other.n > n ? more.sumB - whole.sumB : more.sumA - whole.sumA;
      most = Math.max(most, own / Math.max(1e-6, other.n > n ? whole.totalB : whole.totalA));
    };
    if (i > 0) including({ i: i - 1, n: n + 1, j, m });
    if (i + n < this.#countA) including({ i, n: n + 1, j, m });
    if (j > 0) including({ i, n, j: j - 1, m: m + 1 });
    if (j + m < this.#countB) including({ i, n, j, m: m + 1 });
    const [foundA, foundB] = [
      whole.sumA / Math.max(1e-6, whole.totalA),
      whole.sumB / Math.max(1e-6, whole.totalB),
    ];
    return [foundA, foundB, Math.min(foundA, foundB), shorter, least, most, 1];
  }

  #found({ i, n, j, m }: Box): Found {
    const result = { sumA: 0, totalA: 0, missingA: 0, sumB: 0, totalB: 0, missingB: 0 };
    const a = this.#a!;
    const b = this.#b!;
    for (let x = i; x < i + n; x++) {
      const size = a.offsets[x + 1]! - a.offsets[x]!;
      for (let w = 0; w < size; w++) {
        let best = 0;
        for (let y = j; y < j + m; y++) best = Math.max(best, this.#pair(x, y)[w]!);
        const weight = a.pieces.vectors.norms[a.rows[a.offsets[x]! + w]!]!;
        result.sumA += weight * best;
        result.totalA += weight;
        if (best < lost) result.missingA += weight;
      }
    }
    for (let y = j; y < j + m; y++) {
      const size = b.offsets[y + 1]! - b.offsets[y]!;
      for (let w = 0; w < size; w++) {
        let best = 0;
        for (let x = i; x < i + n; x++) {
          best = Math.max(best, this.#pair(x, y)[a.offsets[x + 1]! - a.offsets[x]! + w]!);
        }
        const weight = b.pieces.vectors.norms[b.rows[b.offsets[y]! + w]!]!;
        result.sumB += weight * best;
        result.totalB += weight;
        if (best < lost) result.missingB += weight;
      }
    }
    result.missingA /= Math.max(1e-6, result.totalA);
    result.missingB /= Math.max(1e-6, result.totalB);
    return result;
  }

  /** The best cosine of each word of a's sentence x in b's sentence y, then of each of y in x. */
  #pair(x: number, y: number): Float32Array {
    const key = x * this.#countB + y;
    const held = this.#known.get(key);
    if (held !== undefined) return held;
    if (this.#known.size === mostKnown) this.#known.clear();
    const found = compare(this.#a!, x, this.#b!, y);
    this.#known.set(key, found);
    return found;
  }
}

/** Pairs of sentences that are remembered; their neighbours are asked for soon after. */
const mostKnown = 200_000;
/** A word whose best counterpart is less like it than this is missing. */
const lost = 0.35;

interface Found {
  readonly sumA: number;
  readonly totalA: number;
  /** Share of the words, by weight, that are missing on the other side. */
  readonly missingA: number;
  readonly sumB: number;
  readonly totalB: number;
  readonly missingB: number;
}

function compare(a: Chosen, x: number, b: Chosen, y: number): Float32Array {
  const [fromA, endA] = [a.offsets[x]!, a.offsets[x + 1]!];
  const [fromB, endB] = [b.offsets[y]!, b.offsets[y + 1]!];
  const best = new Float32Array(endA - fromA + endB - fromB);
  const { dimension, units: unitsA } = a.pieces.vectors;
  const { units: unitsB } = b.pieces.vectors;
  for (let k = fromA; k < endA; k++) {
    for (let l = fromB; l < endB; l++) {
      const cosine = dot(unitsA, a.rows[k]! * dimension, unitsB, b.rows[l]! * dimension, dimension);
      const [own, other] = [k - fromA, endA - fromA + l - fromB];
      if (cosine > best[own]!) best[own] = cosine;
      if (cosine > best[other]!) best[other] = cosine;
    }
  }
  return best;
}

function choose({ pieces, vectors }: Embedding): Chosen | null {
  if (pieces === null) return null;
  const { worded } = pieceKinds(pieces.texts);
  const { norms } = pieces.vectors;
  const rowOf = (id: number): number => pieceRow(pieces, id);
  const offsets = new Int32Array(vectors.count + 1);
  const rows: number[] = [];
  for (let at = 0; at < vectors.count; at++) {
    const own = new Set(pieces.ids.subarray(pieces.offsets[at]!, pieces.offsets[at + 1]!));
    const words = [...own].filter((id) => worded[id] === 1 && norms[rowOf(id)]! > 0);
    words.sort((x, y) => norms[rowOf(y)]! - norms[rowOf(x)]! || x - y);
    for (const id of words.slice(0, mostWords)) rows.push(rowOf(id));
    offsets[at + 1] = rows.length;
  }
  return { offsets, rows: Int32Array.from(rows), pieces };
}
