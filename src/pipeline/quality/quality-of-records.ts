/** Gives records their quality, as they come. */
import { baseLanguage } from '../../text/tags.js';
import { QualityJudge, type Judgement } from '../../quality/judge.js';
import type { QualityPair } from '../../quality/pair.js';
import { learnProfile, profilePairs } from '../../quality/profile.js';
import type { OutputHead } from '../../write/records/head.js';
import { isPair, type Cell, type OutputRecord } from '../../write/records/records.js';
import type { EmbedTexts } from './bundled-vectors.js';

/** Pairs that are embedded together. */
const pairsAtOnce = 512;

/** Two cells of a record, by their columns. */
interface CellPair {
  readonly key: string;
  readonly record: number;
  readonly pair: QualityPair;
}

/**
 * Judges records in their order; a record with more than two texts is as good as the worst pair of them. What is
 * usual is learned from the first 2,048 pairs of two columns.
 */
export class RecordQuality {
  readonly #head: Pick<OutputHead, 'streams'>;
  readonly #embed: EmbedTexts;
  readonly #judges = new Map<string, QualityJudge>();

  constructor(head: Pick<OutputHead, 'streams'>, embed: EmbedTexts) {
    this.#head = head;
    this.#embed = embed;
  }

  /**
   * What the next records are worth; undefined for those that link nothing. The first call should have as many
   * records as `recordsToLearn`, or all.
   */
  async judge(records: readonly OutputRecord[]): Promise<(Judgement | undefined)[]> {
    const worst = records.map((): Judgement | undefined => undefined);
    const byColumns = new Map<string, CellPair[]>();
    for (const [index, record] of records.entries())
      for (const own of this.#pairsOf(record, index)) {
        const list = byColumns.get(own.key);
        if (list) list.push(own);
        else byColumns.set(own.key, [own]);
      }
    for (const [key, list] of byColumns) {
      const judge = this.#judges.get(key) ?? (await this.#learn(key, list));
      for (let from = 0; from < list.length; from += pairsAtOnce) {
        const some = list.slice(from, from + pairsAtOnce);
        const pairs = some.map(({ pair }) => pair);
        const found = judge.judge(pairs, await this.#embed(textsOf(pairs)));
        for (const [at, { record }] of some.entries()) {
          const [own, before] = [found[at], worst[record]];
          if (own && (before === undefined || own.quality < before.quality)) worst[record] = own;
        }
      }
    }
    return worst;
  }

  async #learn(key: string, list: readonly CellPair[]): Promise<QualityJudge> {
    const pairs = list.slice(0, profilePairs).map(({ pair }) => pair);
    const judge = new QualityJudge(learnProfile(pairs, await this.#embed(textsOf(pairs))));
    this.#judges.set(key, judge);
    return judge;
  }

  #pairsOf(record: OutputRecord, index: number): CellPair[] {
    if (!isPair(record) || record.method === 'noise') return [];
    const checks = new Set(record.checks.map(({ code }) => code)).size;
    const filled = [...record.cells.entries()].flatMap(([column, cell]) =>
      cell ? [{ column, cell, side: this.#side(cell) }] : [],
    );
    return filled.flatMap((a, at) =>
      filled.slice(at + 1).map((b) => ({
        key: `${a.column} ${a.side.language} ${b.column} ${b.side.language}`,
        record: index,
        pair: { a: a.side, b: b.side, checks },
      })),
    );
  }

  /** What its text should be in is what its stream is in; a tag of the same language says more. */
  #side({ stream, language, text, plain }: Cell): QualityPair['a'] {
    const expected = this.#head.streams[stream]?.language ?? language;
    const isSame = baseLanguage(expected) === baseLanguage(language);
    return { text: plain ?? text, language: isSame ? language : expected };
  }
}

/** How many records the first call of `judge` should have. */
export const recordsToLearn = profilePairs;

function textsOf(pairs: readonly QualityPair[]): string[] {
  return pairs.flatMap(({ a, b }) => [a.text, b.text]);
}
