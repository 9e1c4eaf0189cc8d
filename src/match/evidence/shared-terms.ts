import type { MatchSide } from '../documents/side.js';

/** Weighs terms by how few documents have them. */
export class SharedTerms {
  readonly #a: MatchSide;
  readonly #b: MatchSide;
  readonly #weights: Float32Array;
  readonly #squaresA: Float64Array;
  readonly #squaresB: Float64Array;

  /** @param size number of terms in the index of both sides */
  constructor(a: MatchSide, b: MatchSide, size: number) {
    this.#a = a;
    this.#b = b;
    const inA = countTerms(a, size);
    const inB = countTerms(b, size);
    // A term that only one side has can't be shared: it shall not lower what the rest shows.
    this.#weights = Float32Array.from(inA, (count, term) => {
      const other = inB[term] ?? 0;
      if (count === 0 || other === 0) return 0;
      return Math.log((a.count + b.count + 1) / (count + other));
    });
    this.#squaresA = this.#squares(a);
    this.#squaresB = this.#squares(b);
  }

  /** Cosine of two documents' terms, weighted by rarity. */
  compare(documentA: number, documentB: number): number {
    let sum = 0;
    for (const term of this.shared(documentA, documentB)) sum += this.#weights[term]! ** 2;
    // Two documents with hardly a comparable word may share it by chance.
    const norm = Math.sqrt((this.#squaresA[documentA]! + few) * (this.#squaresB[documentB]! + few));
    return sum / norm;
  }

  /** The terms that two documents share, the rarest first. */
  strongest(documentA: number, documentB: number, most: number): number[] {
    return [...this.shared(documentA, documentB)]
      .sort((x, y) => this.#weights[y]! - this.#weights[x]! || x - y)
      .slice(0, most);
  }

  *shared(documentA: number, documentB: number): Generator<number> {
    const x = this.#a.terms[documentA] ?? new Int32Array();
    const y = this.#b.terms[documentB] ?? new Int32Array();
    for (let i = 0, j = 0; i < x.length && j < y.length;) {
      const difference = x[i]! - y[j]!;
      if (difference === 0) yield x[i]!;
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
  }

  #squares({ terms }: MatchSide): Float64Array {
    return Float64Array.from(terms, (own) => {
      let sum = 0;
      for (const term of own) sum += this.#weights[term]! ** 2;
      return sum;
    });
  }
}

const few = 10;

function countTerms({ terms }: MatchSide, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const own of terms) for (const term of own) counts[term]!++;
  return counts;
}
