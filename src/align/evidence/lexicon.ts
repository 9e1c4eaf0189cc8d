import type { Channel, Mentions } from './channel.js';
import type { Lattice } from '../search/lattice.js';
import type { Tokens } from './tokens.js';

/** A token pair must occur together in this many beads ... */
const leastTogether = 3;
/** ... in this share of the beads that contain either (Dice) ... */
const leastDice = 0.5;
/** ... and this much more often than by chance. */
const leastOverChance = 3;
/** Only the rarest tokens of a sentence are paired, which keeps the cost linear. */
const mostTokens = 10;

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
  const beads = likelyBeads(lattice, posteriors);
  const rareA = rareTokens(a, lattice, lattice.rows, beads);
  const rareB = rareTokens(b, lattice, lattice.columns, beads);
  const { ofA, ofB } = bestPartners(rareA, rareB, beads.length);
  const terms = new Terms(a.vocabulary + b.vocabulary);
  for (let x = 0; x < ofA.tokens.length; x++) {
    if (ofA.tokens[x]! >= 0) terms.join(x, a.vocabulary + ofA.tokens[x]!, ofA.ties[x]!);
  }
  for (let y = 0; y < ofB.tokens.length; y++) {
    if (ofB.tokens[y]! >= 0) terms.join(ofB.tokens[y]!, a.vocabulary + y, ofB.ties[y]!);
  }
  const mentionsA = mentionTerms(a, ofA, terms, 0);
  const mentionsB = mentionTerms(b, ofB, terms, a.vocabulary);
  return { a: mentionsA, b: mentionsB, weights: Float64Array.from(terms.weights) };
}

/** The beads with two sides that are more likely than not. */
function likelyBeads(lattice: Lattice, posteriors: Float64Array): Int32Array {
  const { rows, columns, from, to } = lattice;
  const beads = new Int32Array(lattice.edges);
  let count = 0;
  for (let e = 0; e < lattice.edges; e++) {
    if (posteriors[e]! <= 0.5) continue;
    if (rows[from[e]!] === rows[to[e]!] || columns[from[e]!] === columns[to[e]!]) continue;
    beads[count++] = e;
  }
  return beads.subarray(0, count);
}

/** The rarest tokens of one side of each bead, of those that are frequent enough. */
interface RareTokens {
  /** Number of beads that contain each token. */
  readonly counts: Int32Array;
  /** Tokens of bead k: `ids[k * mostTokens]` and on, `lengths[k]` of them. */
  readonly ids: Int32Array;
  readonly lengths: Uint8Array;
}

function rareTokens(
  { ids, offsets, vocabulary }: Tokens,
  { from, to }: Lattice,
  at: Int32Array,
  beads: Int32Array,
): RareTokens {
  const counts = new Int32Array(vocabulary);
  const rare = new Int32Array(beads.length * mostTokens);
  const lengths = new Uint8Array(beads.length);
  // The last bead in which a token was seen, counted on through both rounds.
  const stamps = new Int32Array(vocabulary);
  for (let k = 0; k < beads.length; k++) {
    const end = offsets[at[to[beads[k]!]!]!]!;
    for (let t = offsets[at[from[beads[k]!]!]!]!; t < end; t++) {
      const token = ids[t]!;
      if (stamps[token] === k + 1) continue;
      stamps[token] = k + 1;
      counts[token]!++;
    }
  }
  for (let k = 0; k < beads.length; k++) {
    const turn = beads.length + k + 1;
    const first = k * mostTokens;
    let length = 0;
    const end = offsets[at[to[beads[k]!]!]!]!;
    for (let t = offsets[at[from[beads[k]!]!]!]!; t < end; t++) {
      const token = ids[t]!;
      if (stamps[token] === turn) continue;
      stamps[token] = turn;
      const count = counts[token]!;
      if (count < leastTogether) continue;
      const isFull = length === mostTokens;
      if (isFull && count >= counts[rare[first + length - 1]!]!) continue;
      let place = first + (isFull ? length - 1 : length++);
      for (; place > first && counts[rare[place - 1]!]! > count; place--)
        rare[place] = rare[place - 1]!;
      rare[place] = token;
    }
    lengths[k] = length;
  }
  return { counts, ids: rare, lengths };
}

/** The best partner of each token of a side: -1 for none, and the strength of the tie (Dice coefficient). */
interface Partners {
  readonly tokens: Int32Array;
  readonly ties: Float64Array;
}

/**
 * Each token's best partner if the tie is strong enough; equal ties go to the lower token. Token by
 * token of the first side, the tokens beside it are counted in one array.
 */
function bestPartners(
  a: RareTokens,
  b: RareTokens,
  beads: number,
): { readonly ofA: Partners; readonly ofB: Partners } {
  const ofA = noPartners(a.counts.length);
  const ofB = noPartners(b.counts.length);
  const { starts, places } = beadsByToken(a);
  const together = new Int32Array(b.counts.length);
  const touched = new Int32Array(b.counts.length);
  for (let x = 0; x < a.counts.length; x++) {
    let count = 0;
    for (let k = starts[x]!; k < starts[x + 1]!; k++) {
      const first = places[k]! * mostTokens;
      const end = first + b.lengths[places[k]!]!;
      for (let t = first; t < end; t++) {
        const y = b.ids[t]!;
        if (together[y]!++ === 0) touched[count++] = y;
      }
    }
    for (let k = 0; k < count; k++) {
      const y = touched[k]!;
      const times = together[y]!;
      together[y] = 0;
      if (times < leastTogether) continue;
      const dice = (2 * times) / (a.counts[x]! + b.counts[y]!);
      const chance = (a.counts[x]! * b.counts[y]!) / beads;
      if (dice < leastDice || times < leastOverChance * chance) continue;
      offer(ofA, x, y, dice);
      offer(ofB, y, x, dice);
    }
  }
  return { ofA, ofB };
}

function noPartners(vocabulary: number): Partners {
  return { tokens: new Int32Array(vocabulary).fill(-1), ties: new Float64Array(vocabulary) };
}

function offer({ tokens, ties }: Partners, to: number, token: number, tie: number): void {
  if (tokens[to]! >= 0 && (tie < ties[to]! || (tie === ties[to] && token > tokens[to]!))) return;
  tokens[to] = token;
  ties[to] = tie;
}

/** The beads in which each token is among the rarest: `places[starts[token]..starts[token + 1]]`. */
function beadsByToken({ counts, ids, lengths }: RareTokens): {
  readonly starts: Int32Array;
  readonly places: Int32Array;
} {
  const starts = new Int32Array(counts.length + 1);
  const each = (visit: (token: number, bead: number) => void): void => {
    for (let k = 0; k < lengths.length; k++) {
      for (let t = 0; t < lengths[k]!; t++) visit(ids[k * mostTokens + t]!, k);
    }
  };
  each((token) => {
    starts[token + 1]!++;
  });
  for (let token = 0; token < counts.length; token++) starts[token + 1]! += starts[token]!;
  const next = starts.slice();
  const places = new Int32Array(starts[counts.length]!);
  each((token, bead) => {
    places[next[token]!++] = bead;
  });
  return { starts, places };
}

/** Tokens of both sides (those of b numbered after those of a), joined into terms (union-find). */
class Terms {
  /** The strongest tie of each term. */
  readonly weights: number[] = [];
  readonly #parent: Int32Array;
  readonly #strength: Float64Array;
  readonly #names: Int32Array;

  constructor(tokens: number) {
    this.#parent = new Int32Array(tokens);
    for (let token = 0; token < tokens; token++) this.#parent[token] = token;
    this.#strength = new Float64Array(tokens);
    this.#names = new Int32Array(tokens).fill(-1);
  }

  join(x: number, y: number, dice: number): void {
    const [p, q] = [this.#root(x), this.#root(y)];
    const [root, other] = p < q ? [p, q] : [q, p];
    this.#parent[other] = root;
    const strength = this.#strength;
    strength[root] = Math.max(dice, strength[root]!, strength[other]!);
  }

  /** Number of a token's term, assigned on first request. Nothing may be joined after that. */
  nameOf(token: number): number {
    const root = this.#root(token);
    if (this.#names[root]! < 0) {
      this.#names[root] = this.weights.length;
      this.weights.push(this.#strength[root]!);
    }
    return this.#names[root]!;
  }

  #root(token: number): number {
    const parent = this.#parent;
    let at = token;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }
}

/** The terms of each sentence's tokens that have a partner; tokens are numbered from `base` on among the terms. */
function mentionTerms(tokens: Tokens, partners: Partners, terms: Terms, base: number): Mentions {
  const ids = new Int32Array(tokens.ids.length);
  const offsets = new Int32Array(tokens.offsets.length);
  let used = 0;
  for (let i = 0; i + 1 < tokens.offsets.length; i++) {
    const start = used;
    for (let k = tokens.offsets[i]!; k < tokens.offsets[i + 1]!; k++) {
      const token = tokens.ids[k]!;
      if (partners.tokens[token]! < 0) continue;
      const name = terms.nameOf(base + token);
      let known = false;
      for (let t = start; t < used && !known; t++) known = ids[t] === name;
      if (!known) ids[used++] = name;
    }
    offsets[i + 1] = used;
  }
  return { ids: ids.slice(0, used), offsets };
}
