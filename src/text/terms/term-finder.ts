/** Finds the terms of a list in texts, in any of their forms. */
import { splitPlacedWords, foldWord } from '../placed-words.js';
import { hasUnspacedLetter } from '../words.js';
import { areForms, leastShared, longestEnding } from './word-forms.js';

/** A term in a text. */
export interface TermMention {
  /** Index of the term in the list. */
  readonly term: number;
  /** UTF-16 offsets into the text, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A place in the tree of all terms, word by word or character by character. */
interface Node {
  /** The terms that end here. */
  readonly terms: number[];
  readonly next: Map<string, Node>;
  /** The next words by the beginnings that their forms may share with them. */
  readonly byBeginning: Map<string, { readonly key: string; readonly node: Node }[]>;
}

/** The most words of a term. */
const mostWords = 12;

/**
 * Looks up terms of one language. Words are found in other forms too if these differ in a short ending; in scripts without spaces
 * terms are found wherever their characters stand. Looking up is near linear in the text, however many terms there are.
 */
export class TermFinder {
  readonly #language: string;
  readonly #words = makeNode();
  readonly #characters = makeNode();

  /** @param language BCP-47 */
  constructor(terms: readonly string[], language: string) {
    this.#language = language;
    terms.forEach((text, term) => {
      const folded = foldText(text.trim());
      if (folded === '') return;
      if (hasUnspacedLetter(folded)) {
        let node = this.#characters;
        for (const character of folded) node = childOf(node, character);
        node.terms.push(term);
        return;
      }
      const words = splitPlacedWords(text, language, mostWords + 1);
      if (words.length === 0 || words.length > mostWords) return;
      let node = this.#words;
      for (const { key } of words) node = childOf(node, key, beginningsOf(key));
      node.terms.push(term);
    });
  }

  /** The terms in a text, in order; of terms inside a longer one only the longer. */
  find(text: string): TermMention[] {
    const found = [...this.#findWords(text), ...this.#findCharacters(text)];
    found.sort((x, y) => x.start - y.start || y.end - x.end || x.term - y.term);
    let [start, past] = [-1, -1];
    return found.filter((mention) => {
      // Terms that are found at the same place are all meant.
      const isSame = mention.start === start && mention.end === past;
      if (!isSame && mention.end <= past) return false;
      [start, past] = [mention.start, mention.end];
      return true;
    });
  }

  #findWords(text: string): TermMention[] {
    if (this.#words.next.size === 0) return [];
    const words = splitPlacedWords(text, this.#language);
    const found: TermMention[] = [];
    words.forEach(({ start }, at) => {
      let nodes: readonly Node[] = [this.#words];
      for (let last = at; last < words.length && nodes.length > 0; last++) {
        const { key, end } = words[last]!;
        nodes = nodes.flatMap((node) => formsIn(node, key));
        for (const { terms } of nodes) for (const term of terms) found.push({ term, start, end });
      }
    });
    return found;
  }

  #findCharacters(text: string): TermMention[] {
    if (this.#characters.next.size === 0) return [];
    const characters = Array.from(foldText(text));
    const found: TermMention[] = [];
    let start = 0;
    characters.forEach((first, at) => {
      let node = this.#characters.next.get(first);
      let end = start + first.length;
      for (let next = at + 1; node !== undefined; next++) {
        for (const term of node.terms) found.push({ term, start, end });
        const character = characters[next];
        if (character === undefined) break;
        end += character.length;
        node = node.next.get(character);
      }
      start += first.length;
    });
    return found;
  }
}

function makeNode(): Node {
  return { terms: [], next: new Map(), byBeginning: new Map() };
}

function childOf(node: Node, key: string, beginnings: readonly string[] = []): Node {
  const known = node.next.get(key);
  if (known) return known;
  const made = makeNode();
  node.next.set(key, made);
  for (const beginning of beginnings) {
    const own = node.byBeginning.get(beginning);
    if (own) own.push({ key, node: made });
    else node.byBeginning.set(beginning, [{ key, node: made }]);
  }
  return made;
}

/** The words after a node of which a word is a form. */
function formsIn({ byBeginning }: Node, word: string): Node[] {
  const found = new Set<Node>();
  for (const beginning of beginningsOf(word))
    for (const { key, node } of byBeginning.get(beginning) ?? [])
      if (areForms(key, word)) found.add(node);
  return [...found];
}

/** The beginnings that a word can share with its other forms. */
function beginningsOf(key: string): string[] {
  const least = Math.min(key.length, Math.max(leastShared, key.length - longestEnding));
  return Array.from({ length: key.length - least + 1 }, (_, at) => key.slice(0, least + at));
}

/** Small letters, if that keeps the places of a text. */
function foldText(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

/** Shorter words are found only as they are. */
const leastStem = 4;
/** Share of the pairs of letters that two forms of a word have in common. */
const leastAlike = 0.5;

/**
 * Whether a text has a term in any form at all: for saying that it is missing, one must look harder than for finding it. Every
 * word of the term is to be a word of the text, the beginning or a part of one (compounds, prefixes), or like one.
 */
export function mayHaveTerm(text: string, term: string, language: string): boolean {
  const folded = foldWord(text);
  const wanted = foldWord(term.trim());
  if (folded.includes(wanted)) return true;
  if (hasUnspacedLetter(wanted))
    return folded.replace(/\s+/gu, '').includes(wanted.replace(/\s+/gu, ''));
  const words = splitPlacedWords(text, language).map(({ key }) => key);
  return splitPlacedWords(term, language).every(({ key }) =>
    words.some((word) => isLike(key, word)),
  );
}

function isLike(wanted: string, word: string): boolean {
  if (areForms(wanted, word)) return true;
  const stem = wanted.slice(0, wanted.length - Math.floor((wanted.length - 2) / 4));
  if (stem.length >= leastStem && word.includes(stem)) return true;
  return wanted.length > leastStem && alike(wanted, word) >= leastAlike;
}

/** Dice coefficient of the pairs of letters. */
function alike(a: string, b: string): number {
  const pairs = (word: string): string[] =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const left = new Set(pairs(a));
  const right = pairs(b);
  const shared = right.filter((pair) => left.delete(pair)).length;
  return (2 * shared) / (a.length - 1 + right.length);
}
