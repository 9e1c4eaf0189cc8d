import type { Pieces, Vectors } from '../../domain.js';
import type { Tokens } from './word-tokenizer.js';

/** So many texts may have their vectors made later. */
export const manyTexts = 20_000;

/**
 * Vectors that are added up from the pieces of the texts when they are asked for, bit for bit what embedding gives: a
 * text's pieces take a tenth of the memory of its vector.
 *
 * @param tokens the texts, by pieces of the vocabulary; not kept
 * @param pieces the same, as their embedding has them
 * @param rowsOf makes the unit rows of tokenised texts
 */
export function vectorsOnDemand(
  norms: Float32Array,
  dimension: number,
  tokens: Tokens,
  { ids, offsets, texts }: Pieces,
  rowsOf: (tokens: Tokens) => Float32Array,
): Vectors {
  const vocabularyIds = new Int32Array(texts.length);
  ids.forEach((id, at) => (vocabularyIds[id] = tokens.ids[at] ?? 0));
  const make = (from: number, to: number): Float32Array => {
    const start = offsets[from] ?? 0;
    const own = ids.subarray(start, offsets[to]).map((id) => vocabularyIds[id] ?? 0);
    const places = offsets.subarray(from, to + 1).map((offset) => offset - start);
    return rowsOf({ ids: own, offsets: places });
  };
  const count = norms.length;
  let all: Float32Array | null = null;
  return {
    count,
    dimension,
    norms,
    get units() {
      return (all ??= make(0, count));
    },
    rows: (from, to) => all?.subarray(from * dimension, to * dimension) ?? make(from, to),
  };
}
