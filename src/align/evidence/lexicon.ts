import type { Embedding } from '../../domain.js';
import type { Channel, Mentions } from './channel.js';
import type { Lattice } from '../search/lattice.js';
import { pieceKinds } from './piece-kinds.js';
import type { Side } from '../search/side.js';
import { characterPairs, splitWords } from '../../text/words.js';

/** Tokens of each sentence of a side. */
export interface Tokens extends Mentions {
  readonly vocabulary: number;
}

/** A token pair must meet in this many beads, */
const LEAST_TOGETHER = 3;
/** in this share of the beads that hold either, */
const LEAST_DICE = 0.5;
/** and this much more often than by chance. */
const LEAST_OVER_CHANCE = 3;
/** Only the rarest tokens of a sentence are paired, so that the cost stays linear. */
const MOST_TOKENS = 10;

/**
 * The distinct tokens of every sentence of a side, most sentences' signs and single marks left out. Pieces where
 * the model has them; of scripts without spaces, every two neighbouring signs, because where pieces
 * are cut there depends on what stands beside a name.
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
 * Learns the document's own names and terms: tokens of one side that stand in the same beads as a
 * token of the other side (Dice coefficient; Melamed 2000, "Models of translational equivalence").
 * Every token joins its best partner; tokens joined directly or through others are one thing.
 * O(beads x MOST_TOKENS^2).
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
  const together = new PairCounts();
  for (const bead of beads) {
    const rareA = sideA.rarest(bead);
    const rareB = sideB.rarest(bead);
    for (let x = 0; x < rareA; x++) {
      const pair = sideA.rare[x]! * b.vocabulary;
      for (let y = 0; y < rareB; y++) together.add(pair + sideB.rare[y]!);
    }
  }
  return joinPartners(a, b, together, sideA.counts, sideB.counts, beads.length);
}

/** The tokens of one side by bead. */
class BeadTokens {
  /** In how many beads each token stands. */
  readonly counts: Int32Array;
  /** The tokens that the last call of `rarest` found. */
  readonly rare = new Int32Array(MOST_TOKENS);
  private readonly stamps: Int32Array;
  private turn = 0;

  constructor(
    private readonly tokens: Tokens,
    private readonly lattice: Lattice,
    private readonly at: Int32Array,
    beads: readonly number[],
  ) {
    this.counts = new Int32Array(tokens.vocabulary);
    this.stamps = new Int32Array(tokens.vocabulary);
    for (const bead of beads) {
      this.visit(bead, (token) => {
        this.counts[token]!++;
      });
    }
  }

  /** Puts the rarest tokens of a bead that are frequent enough into `rare`; returns how many. */
  rarest(bead: number): number {
    const { counts, rare } = this;
    let length = 0;
    this.visit(bead, (token) => {
      const count = counts[token]!;
      if (count < LEAST_TOGETHER) return;
      const isFull = length === MOST_TOKENS;
      if (isFull && count >= counts[rare[length - 1]!]!) return;
      let place = isFull ? length - 1 : length++;
      for (; place > 0 && counts[rare[place - 1]!]! > count; place--)
        rare[place] = rare[place - 1]!;
      rare[place] = token;
    });
    return length;
  }

  /** Calls `see` for every distinct token of a bead. */
  private visit(bead: number, see: (token: number) => void): void {
    const { tokens, lattice, at, stamps } = this;
    this.turn++;
    const end = tokens.offsets[at[lattice.to[bead]!]!]!;
    for (let k = tokens.offsets[at[lattice.from[bead]!]!]!; k < end; k++) {
      const token = tokens.ids[k]!;
      if (stamps[token] === this.turn) continue;
      stamps[token] = this.turn;
      see(token);
    }
  }
}

/** Counts of pairs: open addressing over typed arrays, a fifth of a Map's time. */
class PairCounts {
  private keys = new Float64Array(1 << 16).fill(-1);
  private counts = new Int32Array(1 << 16);
  private used = 0;

  add(pair: number): void {
    if (this.used * 2 > this.keys.length) this.grow();
    const at = this.find(pair);
    if (this.keys[at] === -1) {
      this.keys[at] = pair;
      this.used++;
    }
    this.counts[at]!++;
  }

  /** Visits the pairs counted at least `least` times, in an order that depends on the pairs alone. */
  forEach(least: number, visit: (pair: number, count: number) => void): void {
    for (let at = 0; at < this.keys.length; at++) {
      if (this.counts[at]! >= least) visit(this.keys[at]!, this.counts[at]!);
    }
  }

  private find(pair: number): number {
    const mask = this.keys.length - 1;
    // Multiplicative hashing of the low and high halves (Knuth).
    let at = (Math.imul(pair % 4294967296, 2654435769) ^ Math.floor(pair / 65536)) & mask;
    while (this.keys[at] !== -1 && this.keys[at] !== pair) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.counts = new Int32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === -1) continue;
      const at = this.find(keys[old]!);
      this.keys[at] = keys[old]!;
      this.counts[at] = counts[old]!;
    }
  }
}

function joinPartners(
  a: Tokens,
  b: Tokens,
  together: PairCounts,
  countA: Int32Array,
  countB: Int32Array,
  beads: number,
): Channel {
  const bestA = new Map<number, { dice: number; partner: number }>();
  const bestB = new Map<number, { dice: number; partner: number }>();
  const offer = (
    best: Map<number, { dice: number; partner: number }>,
    token: number,
    partner: number,
    dice: number,
  ): void => {
    const old = best.get(token);
    if (old === undefined || dice > old.dice || (dice === old.dice && partner < old.partner)) {
      best.set(token, { dice, partner });
    }
  };
  together.forEach(LEAST_TOGETHER, (pair, count) => {
    const x = Math.floor(pair / b.vocabulary);
    const y = pair - x * b.vocabulary;
    const dice = (2 * count) / (countA[x]! + countB[y]!);
    const chance = (countA[x]! * countB[y]!) / beads;
    if (dice < LEAST_DICE || count < LEAST_OVER_CHANCE * chance) return;
    offer(bestA, x, y, dice);
    offer(bestB, y, x, dice);
  });
  // Union-find over the tokens of both sides.
  const parent = new Int32Array(a.vocabulary + b.vocabulary).map((_, k) => k);
  const root = (token: number): number => {
    let at = token;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const strength = new Map<number, number>();
  const join = (x: number, y: number, dice: number): void => {
    const [p, q] = [root(x), root(a.vocabulary + y)].sort((r, s) => r - s) as [number, number];
    parent[q] = p;
    strength.set(p, Math.max(dice, strength.get(p) ?? 0, strength.get(q) ?? 0));
  };
  for (const [x, { partner, dice }] of bestA) join(x, partner, dice);
  for (const [y, { partner, dice }] of bestB) join(partner, y, dice);

  const names = new Map<number, number>();
  const weights: number[] = [];
  const nameOf = (token: number): number => {
    const at = root(token);
    const known = names.get(at);
    if (known !== undefined) return known;
    names.set(at, weights.length);
    weights.push(strength.get(at) ?? 0);
    return weights.length - 1;
  };
  const mention = (
    tokens: Tokens,
    shift: number,
    partnered: ReadonlyMap<number, unknown>,
  ): Mentions => {
    const ids: number[] = [];
    const offsets = new Int32Array(tokens.offsets.length);
    for (let i = 0; i + 1 < tokens.offsets.length; i++) {
      const seen = new Set<number>();
      for (let k = tokens.offsets[i]!; k < tokens.offsets[i + 1]!; k++) {
        const token = tokens.ids[k]!;
        if (partnered.has(token)) seen.add(nameOf(shift + token));
      }
      ids.push(...seen);
      offsets[i + 1] = ids.length;
    }
    return { ids: Int32Array.from(ids), offsets };
  };
  return {
    a: mention(a, 0, bestA),
    b: mention(b, a.vocabulary, bestB),
    weights: Float64Array.from(weights),
  };
}
