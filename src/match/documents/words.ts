/** The words of short documents: where a text is a sentence or two, its sum of vectors hides which words it has. */
import type { Pieces } from '../../domain.js';
import { pieceKinds } from '../../align/evidence/piece-kinds.js';

/** Documents of more characters have sentences enough; the shorter one is, the more its words count. */
export const longestWorded = 800;
/** Words of a document that count: those that weigh most in the model. */
const mostWords = 40;

/** Whether a document's words are compared. */
export function isWorded(length: number): boolean {
  return length > 0 && length <= longestWorded;
}

/** Words of a run with their vectors, as rows of one table. */
export interface WordVectors {
  /** Unit rows, one after the other. */
  readonly units: Float32Array;
  /** Length of each row before it became a unit: how much the word weighs. */
  readonly norms: Float32Array;
}

/** Collects the words of all short documents of a run. */
export class WordTable {
  readonly #ids = new Map<string, number>();
  readonly #norms: number[] = [];
  #units = new Float32Array(0);
  #dimension = 0;

  /**
   * The words of a document that weigh most, as rows of the table, the heaviest first.
   *
   * @param pieces of several documents
   * @param from the first sentence of this one
   * @param to one past its last
   */
  add(pieces: Pieces, from: number, to: number): Int32Array {
    const { ids, offsets, texts, vectors } = pieces;
    const { worded } = pieceKinds(texts);
    const found = new Set<number>();
    for (let at = offsets[from]!; at < offsets[to]!; at++)
      if (worded[ids[at]!] === 1) found.add(ids[at]!);
    // Equally heavy ones stay in the order of the text.
    const heaviest = [...found]
      .sort((x, y) => vectors.norms[y]! - vectors.norms[x]!)
      .slice(0, mostWords);
    return Int32Array.from(heaviest, (piece) => this.#idOf(pieces, piece));
  }

  /** What has been collected so far. */
  get vectors(): WordVectors {
    const norms = Float32Array.from(this.#norms);
    return { units: this.#units.subarray(0, norms.length * this.#dimension), norms };
  }

  #idOf({ texts, vectors: { units, norms, dimension } }: Pieces, piece: number): number {
    const text = texts[piece]!;
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#norms.length;
    this.#dimension = dimension;
    this.#ids.set(text, id);
    this.#norms.push(norms[piece]!);
    if (this.#units.length < (id + 1) * dimension) {
      const larger = new Float32Array(Math.max(256, 2 * id) * dimension);
      larger.set(this.#units);
      this.#units = larger;
    }
    this.#units.set(units.subarray(piece * dimension, (piece + 1) * dimension), id * dimension);
    return id;
  }
}
