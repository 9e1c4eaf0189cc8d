import type { Table } from '../domain.js';
import type { ComparedRow } from './compare-alignments.js';

/** The rows of a table, by the numbers of their sentences in each source. */
export function comparedRows({ sources, streams, rows }: Table): ComparedRow[] {
  return rows.map(({ id, cells, status, confidence, method, note }, index) => {
    const sentences = sources.map((): number[] => []);
    for (const [stream, positions] of cells.entries()) {
      const own = streams[stream];
      for (const position of positions) {
        const number = own?.sentences[position]?.number;
        if (own && number !== undefined) sentences[own.source]?.push(number);
      }
    }
    for (const own of sentences) own.sort((x, y) => x - y);
    return {
      id: id ?? index + 1,
      sentences,
      status,
      confidence: method === 'manual' ? null : confidence,
      note,
    };
  });
}

/** The sentences of each source by their numbers. */
export function sentenceTexts({ sources }: Table): ReadonlyMap<number, string>[] {
  return sources.map(
    ({ sentences }) => new Map(sentences.map(({ number, text }) => [number, text])),
  );
}

/**
 * How many sentences of the same source and number two files have, and how many of them are the same.
 *
 * @param reduced leaves out what formats keep differently
 */
export function countSame(
  one: readonly ReadonlyMap<number, string>[],
  two: readonly ReadonlyMap<number, string>[],
  reduced: (text: string) => string,
): { readonly same: number; readonly all: number } {
  let [same, all] = [0, 0];
  for (const [source, texts] of one.entries())
    for (const [number, text] of texts) {
      const other = two[source]?.get(number);
      if (other === undefined) continue;
      all++;
      if (reduced(other) === reduced(text)) same++;
    }
  return { same, all };
}
