/** Words that say the same in a row of a review, learned from the rows around it. */
import { linkWords, type WordLink } from '../../align/words/link-words.js';
import { mostWords, WordTies, type WordedPair } from '../../align/words/word-ties.js';
import type { Embedder } from '../../domain.js';
import { indexOfRow } from '../../review/lookup.js';
import type { Review, ReviewRow } from '../../review/model.js';
import { readableText } from '../../review/text.js';
import { splitPlacedWords, type PlacedWord } from '../../text/placed-words.js';
import { columnPairs } from './column-pairs.js';
import { WordCounts } from './embed-words.js';

/** Words of two columns that say the same. */
export interface LinkedColumns {
  /** Indices of the streams. */
  readonly a: number;
  readonly b: number;
  /** In the order of the first text. Words that are linked with one word and stand side by side are one. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly isSure: boolean }[];
}

/** Rows on each side of a row from which it is learned how words are translated. */
const neighbourhood = 150;
/** What is learned serves so many rows further on. */
const reach = 75;
/** Less sure links are shown as such. */
const sure = 0.6;

interface Learned {
  readonly review: Review;
  readonly at: number;
  readonly byColumns: ReadonlyMap<string, WordTies>;
}

/** Finds the words of one row after the other; what is learned is kept while the user stays nearby. */
export class ReviewWords {
  readonly #embedder: () => Promise<Embedder>;
  #learned: Learned | null = null;

  /** @param embedder gives the bundled model */
  constructor(embedder: () => Promise<Embedder>) {
    this.#embedder = embedder;
  }

  /** The words of a row's columns, two by two; nothing for a missing row. */
  async of(review: Review, id: number): Promise<readonly LinkedColumns[]> {
    const at = indexOfRow(review, id);
    const row = review.rows[at];
    if (row === undefined) return [];
    const { byColumns } = await this.#learn(review, at);
    return columnsOf(row).flatMap(([a, b]) => {
      const ties = byColumns.get(`${a} ${b}`);
      if (ties === undefined) return [];
      const pair = { a: wordsOf(review, row, a), b: wordsOf(review, row, b) };
      return [{ a, b, pairs: joinLinks(pair, linkWords(ties, pair)) }];
    });
  }

  async #learn(review: Review, at: number): Promise<Learned> {
    const known = this.#learned;
    const isNear = known !== null && Math.abs(known.at - at) <= reach;
    // Decisions and notes leave the texts as they are.
    if (isNear && known.review.sentences === review.sentences) return known;
    const rows = review.rows.slice(Math.max(0, at - neighbourhood), at + neighbourhood + 1);
    const pairs = new Map<string, WordedPair[]>();
    const counts = new WordCounts();
    for (const row of rows) {
      const words = row.cells.map((_, stream) => wordsOf(review, row, stream));
      for (const { text } of words.flat()) counts.add(text);
      for (const [a, b] of columnsOf(row)) {
        const pair = { a: words[a] ?? [], b: words[b] ?? [] };
        const own = pairs.get(`${a} ${b}`);
        if (own) own.push(pair);
        else pairs.set(`${a} ${b}`, [pair]);
      }
    }
    const vectors = await counts.embed(await this.#embedder());
    const byColumns = new Map<string, WordTies>();
    for (const [key, own] of pairs) byColumns.set(key, new WordTies(own, vectors));
    this.#learned = { review, at, byColumns };
    return this.#learned;
  }
}

function columnsOf({ cells, status }: ReviewRow): [number, number][] {
  if (status === 'rejected') return [];
  return columnPairs(cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : [])));
}

function wordsOf(review: Review, row: ReviewRow, stream: number): PlacedWord[] {
  const language = review.streams[stream]?.language ?? 'und';
  return splitPlacedWords(readableText(review, row, stream), language, mostWords);
}

/** Links as pairs of words; neighbouring words with the same partner are one. */
function joinLinks(
  pair: { readonly a: readonly PlacedWord[]; readonly b: readonly PlacedWord[] },
  links: readonly WordLink[],
): LinkedColumns['pairs'] {
  // Words that are linked, directly or through others, belong together.
  const groups: { a: Set<number>; b: Set<number>; confidence: number }[] = [];
  for (const { a, b, confidence } of links) {
    const group = groups.find((own) => own.a.has(a) || own.b.has(b));
    if (group) {
      group.a.add(a);
      group.b.add(b);
      group.confidence = Math.min(group.confidence, confidence);
    } else groups.push({ a: new Set([a]), b: new Set([b]), confidence });
  }
  const said = (words: readonly PlacedWord[], places: ReadonlySet<number>): string =>
    [...places]
      .sort((x, y) => x - y)
      .map((at, index, all) => {
        const isApart = index > 0 && at > (all[index - 1] ?? 0) + 1;
        return `${isApart ? '... ' : ''}${words[at]?.text ?? ''}`;
      })
      .join(' ');
  return groups.map((group) => ({
    a: said(pair.a, group.a),
    b: said(pair.b, group.b),
    isSure: group.confidence >= sure,
  }));
}
