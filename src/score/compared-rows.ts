import type { Row, Table } from '../domain.js';
import { isDecided, isLink, type ComparedRow } from './compare-alignments.js';
import type { LinkedRows } from './linked-rows.js';

/** The rows of a table, by the numbers of their sentences in each source. */
export function comparedRows(table: LinkedRows): ComparedRow[] {
  return [...eachRow(table)];
}

/** Those of them that a comparison looks at: a long text has half a million sentences without a partner. */
export function linkedOrDecided(table: LinkedRows): ComparedRow[] {
  const kept: ComparedRow[] = [];
  for (const row of eachRow(table)) if (isLink(row) || isDecided(row)) kept.push(row);
  return kept;
}

function* eachRow({ sources, streams, rows }: LinkedRows): Generator<ComparedRow, void, undefined> {
  let index = 0;
  for (const { id, cells, status, confidence, method, note } of rows) {
    index++;
    yield {
      id: id ?? index,
      sentences: sources.map((_, source) => numbersIn(source, streams, cells)),
      status,
      confidence: method === 'manual' ? null : confidence,
      note,
    };
  }
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
