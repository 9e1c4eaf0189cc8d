import type { WordVectors } from '../../align/words/word-vectors.js';
import type { Embedder } from '../../domain.js';

/** Vectors of more words would take hundreds of megabytes; the rarest do without. */
const mostVectors = 100_000;

/** Counts words as they are written. */
export class WordCounts {
  readonly #counts = new Map<string, number>();

  add(word: string): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** The vectors of the words, of the most frequent ones if there are very many. */
  async embed(embedder: Embedder): Promise<WordVectors> {
    const all = [...this.#counts];
    if (all.length > mostVectors) all.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
    const list = all.slice(0, mostVectors).map(([word]) => word);
    const { vectors } = await embedder.embed(list);
    return { places: new Map(list.map((word, at) => [word, at])), vectors };
  }
}
