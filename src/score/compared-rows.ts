import type { Row, Table } from '../domain.js';
import type { ComparedRow } from './compare-alignments.js';

/** The rows of a table, by the numbers of their sentences in each source. */
export function comparedRows({ sources, streams, rows }: Table): ComparedRow[] {
  return rows.map(({ id, cells, status, confidence, method, note }, index) => {
    const sentences = sources.map((_, source) => numbersIn(source, streams, cells));
    return {
      id: id ?? index + 1,
      sentences,
      status,
      confidence: method === 'manual' ? null : confidence,
      note,
    };
  });
}

/** Lists that grow have room for more, and a long text has half a million rows. */
const none: readonly number[] = [];

function numbersIn(
  source: number,
  streams: Table['streams'],
  cells: Row['cells'],
): readonly number[] {
  const own = cells.flatMap((positions, index) => {
    const stream = streams[index];
    return stream?.source === source && positions.length > 0
      ? positions.flatMap((position) => stream.sentences[position]?.number ?? [])
      : none;
  });
  return own.length === 0 ? none : own.sort((x, y) => x - y).slice();
}

/** The sentences of each source by their numbers. */
export function sentenceTexts({ sources }: Table): ReadonlyMap<number, string>[] {
  return sources.map(
    ({ sentences }) => new Map(sentences.map(({ number, text }) => [number, text])),
  );
}
