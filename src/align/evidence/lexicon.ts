import type { Embedding } from '../../domain.js';
import type { Channel, Mentions } from './channel.js';
import type { Lattice } from '../search/lattice.js';
import { pieceKinds } from './piece-kinds.js';
import type { Side } from '../search/side.js';
import { NumberMap } from '../numeric/number-map.js';
import { characterPairs, splitWords } from '../../text/words.js';

/** Tokens of each sentence of a side. */
export interface Tokens extends Mentions {
  readonly vocabulary: number;
}

/** A token pair must occur together in this many beads ... */
const leastTogether = 3;
/** ... in this share of the beads that contain either (Dice) ... */
const leastDice = 0.5;
/** ... and this much more often than by chance. */
const leastOverChance = 3;
/** Only the rarest tokens of a sentence are paired, which keeps the cost linear. */
const mostTokens = 10;

/**
 * The distinct tokens of each sentence of a side, without single punctuation marks and the signs
 * that most sentences contain. Tokens are pieces, if the model has them. In scripts without spaces
 * they are pairs of neighbouring characters, because the boundaries of pieces there depend on the
 * context of a name.
 */
export function readTokens(side: Side, embedding: Embedding): Tokens {
  const { pieces } = embedding;
  const offsets = new Int32Array(side.count + 1);
  const ids: number[] = [];
  const names = new Map<string, number>();
  const named = pieces === null ? 0 : pieces.texts.length;
  for (let i = 0; i < side.count; i++) {
    const seen = new Set<number>();
    const { text } = side.sentences[i]!;
    const words =
      pieces === null ? splitWords(text).map((word) => word.text) : characterPairs(text);
    for (const word of words) {
      const name = names.get(word) ?? names.size;
      names.set(word, name);
      seen.add(named + name);
    }
    if (pieces !== null) {
      const { spaced } = pieceKinds(pieces.texts);
      const position = side.positions[i]!;
      for (let k = pieces.offsets[position]!; k < pieces.offsets[position + 1]!; k++) {
        if (spaced[pieces.ids[k]!] === 1) seen.add(pieces.ids[k]!);
      }
    }
    ids.push(...seen);
    offsets[i + 1] = ids.length;
  }
  return { ids: Int32Array.from(ids), offsets, vocabulary: named + names.size };
}

/**
 * Learns the document's own names and terms: tokens of one side that occur in the same beads as a
 * token of the other side (Dice coefficient; Melamed 2000, "Models of translational equivalence").
 * Each token is joined to its best partner; tokens joined directly or through others form one term.
 * O(beads x mostTokens^2).
 */
export function learnLexicon(
  a: Tokens,
  b: Tokens,
  lattice: Lattice,
  posteriors: Float64Array,
): Channel {
  const beads: number[] = [];
  for (let e = 0; e < lattice.edges; e++) {
    if (posteriors[e]! <= 0.5) continue;
    const [from, to] = [lattice.from[e]!, lattice.to[e]!];
    if (lattice.rows[from] !== lattice.rows[to] && lattice.columns[from] !== lattice.columns[to]) {
      beads.push(e);
    }
  }
  const sideA = new BeadTokens(a, lattice, lattice.rows, beads);
  const sideB = new BeadTokens(b, lattice, lattice.columns, beads);
  const together = new NumberMap();
  for (const bead of beads) {
    const rareA = sideA.rarest(bead);
    const rareB = sideB.rarest(bead);
    for (let x = 0; x < rareA; x++) {
      const pair = sideA.rare[x]! * b.vocabulary;
      for (let y = 0; y < rareB; y++) together.add(pair + sideB.rare[y]!, 1);
    }
  }
  return joinPartners(a, b, together, sideA.counts, sideB.counts, beads.length);
}

/** The tokens of one side by bead. */
class BeadTokens {
  /** Number of beads that contain each token. */
  readonly counts: Int32Array;
  /** The tokens found by the last call of `rarest`. */
  readonly rare = new Int32Array(mostTokens);
  readonly #stamps: Int32Array;
  #turn = 0;
  readonly #tokens: Tokens;
  readonly #lattice: Lattice;
  readonly #at: Int32Array;

  constructor(tokens: Tokens, lattice: Lattice, at: Int32Array, beads: readonly number[]) {
    this.#tokens = tokens;
    this.#lattice = lattice;
    this.#at = at;
    this.counts = new Int32Array(tokens.vocabulary);
    this.#stamps = new Int32Array(tokens.vocabulary);
    for (const bead of beads) {
      this.#visit(bead, (token) => {
        this.counts[token]!++;
      });
    }
  }

  /** Writes the rarest tokens of a bead that are frequent enough to `rare`; returns their number. */
  rarest(bead: number): number {
    const { counts, rare } = this;
    let length = 0;
    this.#visit(bead, (token) => {
      const count = counts[token]!;
      if (count < leastTogether) return;
      const isFull = length === mostTokens;
      if (isFull && count >= counts[rare[length - 1]!]!) return;
      let place = isFull ? length - 1 : length++;
      for (; place > 0 && counts[rare[place - 1]!]! > count; place--)
        rare[place] = rare[place - 1]!;
      rare[place] = token;
    });
    return length;
  }

  /** Calls `see` for each distinct token of a bead. */
  #visit(bead: number, see: (token: number) => void): void {
    const tokens = this.#tokens;
    const lattice = this.#lattice;
    const at = this.#at;
    const stamps = this.#stamps;
    this.#turn++;
    const end = tokens.offsets[at[lattice.to[bead]!]!]!;
    for (let k = tokens.offsets[at[lattice.from[bead]!]!]!; k < end; k++) {
      const token = tokens.ids[k]!;
      if (stamps[token] === this.#turn) continue;
      stamps[token] = this.#turn;
      see(token);
    }
  }
}

/** A token's best partner on the other side, and the strength of the tie (Dice coefficient). */
interface Partner {
  readonly token: number;
  readonly dice: number;
}

/** Each token's best partner if the tie is strong enough; equal ties go to the lower token. */
function bestPartners(
  together: NumberMap,
  vocabularyB: number,
  countA: Int32Array,
  countB: Int32Array,
  beads: number,
): { readonly ofA: Map<number, Partner>; readonly ofB: Map<number, Partner> } {
  const ofA = new Map<number, Partner>();
  const ofB = new Map<number, Partner>();
  const offer = (best: Map<number, Partner>, to: number, token: number, dice: number): void => {
    const old = best.get(to);
    if (old === undefined || dice > old.dice || (dice === old.dice && token < old.token)) {
      best.set(to, { token, dice });
    }
  };
  together.forEach((pair, count) => {
    if (count < leastTogether) return;
    const x = Math.floor(pair / vocabularyB);
    const y = pair - x * vocabularyB;
    const dice = (2 * count) / (countA[x]! + countB[y]!);
    const chance = (countA[x]! * countB[y]!) / beads;
    if (dice < leastDice || count < leastOverChance * chance) return;
    offer(ofA, x, y, dice);
    offer(ofB, y, x, dice);
  });
  return { ofA, ofB };
}

/** Tokens of both sides (those of b numbered after those of a), joined into terms (union-find). */
class Terms {
  /** The strongest tie of each term. */
  readonly weights: number[] = [];
  readonly #parent: Int32Array;
  readonly #strength = new Map<number, number>();
  readonly #names = new Map<number, number>();

  constructor(tokens: number) {
    this.#parent = new Int32Array(tokens).map((_, token) => token);
  }

  join(x: number, y: number, dice: number): void {
    const [p, q] = [this.#root(x), this.#root(y)];
    const [root, other] = p < q ? [p, q] : [q, p];
    this.#parent[other] = root;
    const strength = this.#strength;
    strength.set(root, Math.max(dice, strength.get(root) ?? 0, strength.get(other) ?? 0));
  }

  /** Number of a token's term, assigned on first request. Nothing may be joined after that. */
  nameOf(token: number): number {
    const root = this.#root(token);
    const known = this.#names.get(root);
    if (known !== undefined) return known;
    this.#names.set(root, this.weights.length);
    this.weights.push(this.#strength.get(root) ?? 0);
    return this.weights.length - 1;
  }

  #root(token: number): number {
    const parent = this.#parent;
    let at = token;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }
}

function joinPartners(
  a: Tokens,
  b: Tokens,
  together: NumberMap,
  countA: Int32Array,
  countB: Int32Array,
  beads: number,
): Channel {
  const { ofA, ofB } = bestPartners(together, b.vocabulary, countA, countB, beads);
  const terms = new Terms(a.vocabulary + b.vocabulary);
  for (const [x, { token, dice }] of ofA) terms.join(x, a.vocabulary + token, dice);
  for (const [y, { token, dice }] of ofB) terms.join(token, a.vocabulary + y, dice);
  const mentionsA = mentionTerms(a, ofA, (token) => terms.nameOf(token));
  const mentionsB = mentionTerms(b, ofB, (token) => terms.nameOf(a.vocabulary + token));
  return { a: mentionsA, b: mentionsB, weights: Float64Array.from(terms.weights) };
}

/** The terms of each sentence's tokens that have a partner. */
function mentionTerms(
  tokens: Tokens,
  partners: ReadonlyMap<number, Partner>,
  nameOf: (token: number) => number,
): Mentions {
  const ids: number[] = [];
  const offsets = new Int32Array(tokens.offsets.length);
  for (let i = 0; i + 1 < tokens.offsets.length; i++) {
    const seen = new Set<number>();
    for (let k = tokens.offsets[i]!; k < tokens.offsets[i + 1]!; k++) {
      const token = tokens.ids[k]!;
      if (partners.has(token)) seen.add(nameOf(token));
    }
    ids.push(...seen);
    offsets[i + 1] = ids.length;
  }
  return { ids: Int32Array.from(ids), offsets };
}
