/** Candidate terms of two texts and their translations. */
import { linkWords } from '../align/words/link-words.js';
import type { WordTies } from '../align/words/word-ties.js';
import { logLikelihoodRatio } from './association.js';
import { PhraseTable, type CountedPhrase } from './phrase-table.js';
import { linkedPhrases, longestTerm, phraseKey, phraseReach, type TextPair } from './phrases.js';
import { arePhraseForms, formStem } from '../text/terms/word-forms.js';
import type { WordWeights } from './word-weights.js';

/** A term and its translation. */
export interface TermPair {
  /** As it is written most often. */
  readonly a: string;
  readonly b: string;
  /** All forms of it that were found in both texts, the most frequent first. */
  readonly formsA: readonly string[];
  readonly formsB: readonly string[];
  /** Pairs with the term in the first text, in the second, and linked in both. */
  readonly inA: number;
  readonly inB: number;
  readonly together: number;
  /** Log-likelihood ratio: how much more often they occur together than by chance. */
  readonly association: number;
  /**
   * What the list is ordered by: the association, by how regularly it is translated so, how much its words belong to the subject,
   * and whether it comes up in parts of the texts or everywhere.
   */
  readonly score: number;
  /** The row of the example. */
  readonly example: number;
}

/** What is looked for. */
export interface TermOptions {
  /** Terms must be linked in so many pairs. */
  readonly least: number;
  /** At most so many terms. */
  readonly most: number;
}

/** Chance brings about a greater association once in a thousand times. */
const leastAssociation = 10.83;
/** A term of several words stands beside so many different words, at least. */
const leastNeighbours = 3;
/** Part of a longer term, and hardly ever without it. */
const nestedShare = 0.65;
/** A second translation is listed if it is found in this share of a term's pairs. */
const leastShare = 0.2;
/** Pairs in a block: terms come up in few of them, the words of general language in many. */
const blockLength = 20;
/** Being of the subject by .1 more is worth e^(steepness / 10) times the association ... */
const subjectSteepness = 4;
/** ... and each further word this many times. */
const wordBonus = 1.5;

/**
 * Finds terms: phrases of both texts that are linked with each other time and again. The best first. Linear in
 * the texts but for terms with a common beginning.
 */
export function findTerms(
  pairs: readonly TextPair[],
  ties: WordTies,
  weights: { readonly a: WordWeights; readonly b: WordWeights },
  { least, most }: TermOptions,
): TermPair[] {
  const table = new PhraseTable();
  for (const pair of pairs) {
    const links = linkWords(ties, { a: pair.a.words, b: pair.b.words });
    const phrases = linkedPhrases(pair.a, pair.b, links, weights);
    table.add(pair, phrases);
  }
  const groups = joinForms(table.phrases());
  const kept = groups.filter(({ together }) => together >= least);
  const { pairsOf: inA, blocksOf: blocksA } = countGroups(pairs, kept, 'a', weights.a);
  const { pairsOf: inB } = countGroups(pairs, kept, 'b', weights.b);
  const terms = kept.map((group): Scored => {
    const all = pairs.length;
    const [a, b] = [Math.max(group.together, inA(group)), Math.max(group.together, inB(group))];
    const association = logLikelihoodRatio({ together: group.together, a, b, all });
    const gathered = gathering(a, blocksA(group), all);
    return { group, inA: a, inB: b, gathered, association, score: 0 };
  });
  return choose(terms, weights)
    .slice(0, most)
    .map(({ group, gathered: _gathered, ...figures }) => ({
      a: group.textsA[0] ?? '',
      b: group.textsB[0] ?? '',
      formsA: group.textsA,
      formsB: group.textsB,
      together: group.together,
      example: group.example,
      ...figures,
    }));
}

/** Phrase pairs that are forms of one term. */
interface Group {
  readonly keysA: ReadonlySet<string>;
  readonly keysB: ReadonlySet<string>;
  readonly textsA: readonly string[];
  readonly textsB: readonly string[];
  /** The keys of the most frequent forms. */
  readonly a: string;
  readonly b: string;
  readonly together: number;
  readonly example: number;
  readonly neighbours: number;
}

interface Scored {
  readonly group: Group;
  readonly inA: number;
  readonly inB: number;
  /** How much it is gathered in parts of the texts: 1 for what comes up anywhere. */
  readonly gathered: number;
  readonly association: number;
  readonly score: number;
}

/** Joins phrase pairs that are forms of each other on both sides; each joins the most frequent one it fits. */
function joinForms(phrases: readonly CountedPhrase[]): Group[] {
  const heads: { readonly head: CountedPhrase; readonly members: CountedPhrase[] }[] = [];
  const byStem = new Map<
    string,
    { readonly head: CountedPhrase; readonly members: CountedPhrase[] }[]
  >();
  const ordered = [...phrases].sort((x, y) => y.count - x.count || (x.key < y.key ? -1 : 1));
  for (const phrase of ordered) {
    const stem = `${formStem(phrase.a)}\n${formStem(phrase.b)}`;
    const near = byStem.get(stem) ?? [];
    const fitting = near.find(
      ({ head }) => arePhraseForms(head.a, phrase.a) && arePhraseForms(head.b, phrase.b),
    );
    if (fitting) {
      fitting.members.push(phrase);
      continue;
    }
    const group = { head: phrase, members: [phrase] };
    heads.push(group);
    // Only the most frequent may take in others: rare ones would each be compared with all the rest.
    if (near.length < 200) near.push(group);
    byStem.set(stem, near);
  }
  return heads.map(({ head, members }) => ({
    a: head.a,
    b: head.b,
    keysA: new Set(members.map(({ a }) => a)),
    keysB: new Set(members.map(({ b }) => b)),
    textsA: [...new Set(members.map(({ textA }) => textA))],
    textsB: [...new Set(members.map(({ textB }) => textB))],
    together: members.reduce((sum, { count }) => sum + count, 0),
    example: head.example,
    neighbours: Math.max(...members.map(({ neighbours }) => neighbours)),
  }));
}

/** In how many pairs, and in how many blocks of pairs, a group's forms occur on one side, linked or not. */
function countGroups(
  pairs: readonly TextPair[],
  groups: readonly Group[],
  side: 'a' | 'b',
  weights: WordWeights,
): { readonly pairsOf: (group: Group) => number; readonly blocksOf: (group: Group) => number } {
  const keysOf = (group: Group): ReadonlySet<string> => (side === 'a' ? group.keysA : group.keysB);
  const numbers = new Map<string, number[]>();
  groups.forEach((group, number) => {
    for (const key of keysOf(group)) {
      const own = numbers.get(key);
      if (own) own.push(number);
      else numbers.set(key, [number]);
    }
  });
  const counts = new Int32Array(groups.length);
  const blocks = new Int32Array(groups.length);
  const seen = new Int32Array(groups.length).fill(-1);
  const block = (at: number): number => Math.floor(at / blockLength);
  pairs.forEach((pair, at) => {
    const text = pair[side];
    const reach = phraseReach(text, weights);
    for (let from = 0; from < text.words.length; from++)
      for (let end = from + 1; end <= from + reach[from]! && end - from <= longestTerm; end++)
        for (const number of numbers.get(phraseKey(text, { from, end })) ?? [])
          if (seen[number] !== at) {
            if (block(seen[number]!) !== block(at)) blocks[number]!++;
            seen[number] = at;
            counts[number]!++;
          }
  });
  const places = new Map(groups.map((group, number) => [group, number]));
  return {
    pairsOf: (group) => counts[places.get(group) ?? -1] ?? 0,
    blocksOf: (group) => blocks[places.get(group) ?? -1] ?? 0,
  };
}

/** How many more blocks would have a term that is in so many pairs if it came up anywhere (Church and Gale 1995). */
function gathering(inPairs: number, inBlocks: number, all: number): number {
  const blocks = Math.max(1, all / blockLength);
  return Math.max(1, (blocks * (1 - Math.exp(-inPairs / blocks))) / Math.max(1, inBlocks));
}

/** Leaves out parts of longer terms, rare translations and chance, and puts the best first. */
function choose(
  all: readonly Scored[],
  weights: { readonly a: WordWeights; readonly b: WordWeights },
): Scored[] {
  const likely = all.filter(({ association }) => association >= leastAssociation);
  const longer = nestedIn(likely);
  const bestOf = new Map<string, number>();
  for (const { group } of likely)
    for (const key of [`a${group.a}`, `b${group.b}`])
      bestOf.set(key, Math.max(bestOf.get(key) ?? 0, group.together));
  const scored: Scored[] = [];
  for (const term of likely) {
    const { group, inA, inB, association } = term;
    if ((longer.get(group) ?? 0) >= nestedShare * group.together) continue;
    const best = Math.max(bestOf.get(`a${group.a}`) ?? 0, bestOf.get(`b${group.b}`) ?? 0);
    const isSingle = isWord(group.a) && isWord(group.b);
    // What always stands between the same words is part of a phrase that is no term.
    if (!isSingle && group.neighbours < leastNeighbours) continue;
    if (group.together < best && group.together < leastShare * Math.min(inA, inB)) continue;
    const regular = (2 * group.together) / (inA + inB);
    const words = Math.max(group.a.split(' ').length, group.b.split(' ').length);
    const same = group.a === group.b ? sameWeight(group.a) : 1;
    if (same === 0) continue;
    const grammar = Math.min(grammarIn(group.a, weights.a), grammarIn(group.b, weights.b));
    const subject = (subjectOf(group.a, weights.a) + subjectOf(group.b, weights.b)) / 2;
    const score =
      (association *
        regular *
        term.gathered *
        Math.exp(subjectSteepness * subject) *
        wordBonus ** (words - 1) *
        same) /
      (1 + grammar);
    scored.push({ ...term, score });
  }
  return scored.sort((x, y) => y.score - x.score || (x.group.a < y.group.a ? -1 : 1));
}

/** How often each group is found inside one longer term: the most frequent of those that contain it on both sides. */
function nestedIn(terms: readonly Scored[]): Map<Group, number> {
  const byPart = new Map<string, Group>();
  for (const { group } of terms) byPart.set(`${group.a}\n${group.b}`, group);
  const inside = new Map<Group, number>();
  for (const { group } of terms) {
    for (const a of partsOf(group.a))
      for (const b of partsOf(group.b)) {
        if (a === group.a && b === group.b) continue;
        const part = byPart.get(`${a}\n${b}`);
        if (part) inside.set(part, Math.max(inside.get(part) ?? 0, group.together));
      }
  }
  return inside;
}

/** All runs of words of a phrase, itself included. */
function partsOf(key: string): string[] {
  const words = key.split(' ');
  return words.flatMap((_, from) =>
    words.slice(from).map((_own, length) => words.slice(from, from + length + 1).join(' ')),
  );
}

/** Names and commands are the same in both texts: no term if they have digits. */
function sameWeight(key: string): number {
  return /\p{Nd}/u.test(key) ? 0 : 0.25;
}

/** Words inside a term that tell nothing. */
function grammarIn(key: string, weights: WordWeights): number {
  return key.split(' ').filter((word) => weights.weight(word) === 0).length;
}

function isWord(key: string): boolean {
  return !key.includes(' ');
}

/** How much the words of a term belong to the subject, on average. */
function subjectOf(key: string, weights: WordWeights): number {
  const telling = key.split(' ').filter((word) => weights.weight(word) > 0);
  const sum = telling.reduce((total, word) => total + weights.subject(word), 0);
  return sum / Math.max(1, telling.length);
}
