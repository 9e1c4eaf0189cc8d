/** Explains a pair in words, with the vectors of its words. */
import { bundledVectorsBeside } from '../quality/bundled-vectors.js';
import {
  explainPair,
  wordsToCompare,
  type PairInWords,
  type PairToExplain,
} from '../../align/explain/explain-pair.js';
import type { SideNames } from '../../align/explain/reasons.js';
import type { Embedder, Stream } from '../../domain.js';

/**
 * Explains a pair; only its words, those of its alternatives and those of the sure pairs around it are embedded, by the
 * bundled model, whichever aligned the texts. Rejects as `loadEmbedder`.
 *
 * @param loaded the model that aligned them
 */
export async function putInWords(pair: PairToExplain, loaded: Embedder): Promise<PairInWords> {
  const list = wordsToCompare(pair);
  const { vectors } = await bundledVectorsBeside(loaded)(list);
  return explainPair(pair, { places: new Map(list.map((word, at) => [word, at])), vectors });
}

/** How sentences of two streams are shown: by the name of their side and their numbers, "en 12-14". */
export function placesIn(
  streams: readonly [Stream, Stream],
  names: SideNames,
): Pick<PairToExplain, 'show' | 'numberOf' | 'names'> {
  const numberOf = (side: 'a' | 'b', position: number): number =>
    streams[side === 'a' ? 0 : 1].sentences[position]?.number ?? 0;
  return {
    names,
    numberOf,
    show: (side, positions) =>
      `${names[side === 'a' ? 0 : 1]} ${showNumbers(positions.map((at) => numberOf(side, at)))}`,
  };
}

/** Ascending numbers with runs as ranges: "3, 5-8". */
export function showNumbers(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
