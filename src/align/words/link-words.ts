/** Which words of a pair are each other's translations. */
import type { TieMatrix, WordTies, WordedPair } from './word-ties.js';

/** Two words that say the same. */
export interface WordLink {
  /** Index of the word of the first text. */
  readonly a: number;
  /** Index of the word of the second text. */
  readonly b: number;
  /** How sure both are of each other, 0 to 1. */
  readonly confidence: number;
}

/** Words as sure of each other as this are linked ... */
const sure = 0.5;
/** ... and beside those links also words that are this sure, if one of them has no link yet. */
const fair = 0.2;

/** Links the words of a pair, in the order of the first text. O(words of a x words of b). */
export function linkWords(ties: WordTies, pair: WordedPair): WordLink[] {
  return linksOf(ties.matrix(pair));
}

/** Links from how sure words are of each other: those that are sure, then their neighbours (grow-diag, Koehn et al. 2003). */
export function linksOf({ rows, columns, ties }: TieMatrix, strict = sure, lax = fair): WordLink[] {
  const linked = new Uint8Array(rows * columns);
  const usedA = new Uint8Array(rows);
  const usedB = new Uint8Array(columns);
  const link = (i: number, j: number): void => {
    linked[i * columns + j] = 1;
    usedA[i] = 1;
    usedB[j] = 1;
  };
  for (let at = 0; at < ties.length; at++)
    if (ties[at]! >= strict) link(Math.floor(at / columns), at % columns);
  const candidates = [...ties.keys()]
    .filter((at) => ties[at]! >= lax && linked[at] === 0)
    .sort((x, y) => ties[y]! - ties[x]! || x - y);
  for (let grown = true; grown;) {
    grown = false;
    for (const at of candidates) {
      const [i, j] = [Math.floor(at / columns), at % columns];
      if (linked[at] === 1 || (usedA[i] === 1 && usedB[j] === 1)) continue;
      if (usedA[i] === 0 && usedB[j] === 0) {
        // Two words without a link: the most sure of each other.
        link(i, j);
        grown = true;
      } else if (touches(linked, i, j, rows, columns)) {
        link(i, j);
        grown = true;
      }
    }
  }
  const links: WordLink[] = [];
  for (let at = 0; at < linked.length; at++)
    if (linked[at] === 1)
      links.push({ a: Math.floor(at / columns), b: at % columns, confidence: ties[at]! });
  return links;
}

function touches(linked: Uint8Array, i: number, j: number, rows: number, columns: number): boolean {
  for (let x = Math.max(0, i - 1); x <= Math.min(rows - 1, i + 1); x++)
    for (let y = Math.max(0, j - 1); y <= Math.min(columns - 1, j + 1); y++)
      if (linked[x * columns + y] === 1) return true;
  return false;
}
