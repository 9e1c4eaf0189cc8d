/** Links between the words of a table's rows. */
import { linkWords } from '../../align/words/link-words.js';
import { mostWords, WordTies, type WordedPair } from '../../align/words/word-ties.js';
import type { WordVectors } from '../../align/words/word-vectors.js';
import type { Embedder, Table } from '../../domain.js';
import { splitPlacedWords, type PlacedWord } from '../../text/placed-words.js';
import type { CellLinks, RecordWords, WordLink } from '../../write/records/word-links.js';
import { outputRecords, type Cell, type OutputRecord } from '../../write/records/records.js';
import { columnPairs } from './column-pairs.js';
import { WordCounts } from './embed-words.js';

/** From this many pairs enough is learned. */
const mostPairs = 20_000;

/**
 * Learns from a table how its words are translated, and returns what links the words of its records. Every two columns are
 * linked. Linear in the text.
 *
 * @param embedder the bundled model
 * @param textOf the text of a cell that places refer to
 */
export async function wordsOfTable(
  table: Table,
  embedder: Embedder,
  textOf: (cell: Cell) => string = ({ text }) => text,
): Promise<RecordWords> {
  const counts = new WordCounts();
  const seen = new Map<string, OutputRecord[]>();
  for (const record of outputRecords(table)) {
    const pairs = pairsOf(record);
    if (pairs.length === 0) continue;
    for (const cell of record.cells)
      if (cell) for (const { text } of wordsOf(cell, textOf)) counts.add(text);
    for (const [a, b] of pairs) {
      const key = keyOf(record, a, b);
      const own = seen.get(key);
      if (own) own.push(record);
      else seen.set(key, [record]);
    }
  }
  const known = await counts.embed(embedder);
  const ties = new Map<string, WordTies>();
  return (record) =>
    pairsOf(record).map(([a, b]): CellLinks => {
      const key = keyOf(record, a, b);
      let own = ties.get(key);
      if (own === undefined) {
        own = learn(seen.get(key) ?? [], [a, b], known, textOf);
        ties.set(key, own);
      }
      return { a, b, links: linksOf(record, [a, b], own, textOf) };
    });
}

/** Every two filled columns. */
function pairsOf({ cells }: OutputRecord): [number, number][] {
  return columnPairs(
    cells.flatMap((cell, column) => (cell === null || cell.stream < 0 ? [] : [column])),
  );
}

/** Texts in the same two languages are learned from together. */
function keyOf({ cells }: OutputRecord, a: number, b: number): string {
  return `${a} ${cells[a]?.language ?? ''}\n${b} ${cells[b]?.language ?? ''}`;
}

function wordsOf(cell: Cell, textOf: (cell: Cell) => string): PlacedWord[] {
  return splitPlacedWords(textOf(cell), cell.language, mostWords);
}

function pairOf(
  { cells }: OutputRecord,
  [a, b]: readonly [number, number],
  textOf: (cell: Cell) => string,
): { readonly a: PlacedWord[]; readonly b: PlacedWord[] } {
  const words = (column: number): PlacedWord[] => {
    const cell = cells[column];
    return cell ? wordsOf(cell, textOf) : [];
  };
  return { a: words(a), b: words(b) };
}

/** Learns from evenly spaced records. A rejected pair teaches nothing. */
function learn(
  records: readonly OutputRecord[],
  columns: readonly [number, number],
  known: WordVectors,
  textOf: (cell: Cell) => string,
): WordTies {
  const good = records.filter(({ status }) => status !== 'rejected');
  const step = Math.max(1, good.length / mostPairs);
  const pairs: WordedPair[] = [];
  for (let at = 0; at < good.length; at += step)
    pairs.push(pairOf(good[Math.floor(at)]!, columns, textOf));
  return new WordTies(pairs, known);
}

function linksOf(
  record: OutputRecord,
  columns: readonly [number, number],
  ties: WordTies,
  textOf: (cell: Cell) => string,
): WordLink[] {
  const pair = pairOf(record, columns, textOf);
  return linkWords(ties, pair).flatMap(({ a, b, confidence }): WordLink[] => {
    const [x, y] = [pair.a[a], pair.b[b]];
    if (x === undefined || y === undefined) return [];
    return [[x.start, x.end, y.start, y.end, Math.round(confidence * 100) / 100]];
  });
}
