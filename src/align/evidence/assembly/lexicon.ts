import { Lattice } from './lattice';
import { Floats, Ints, reserve } from './memory';
import { Mentions } from './mentions';

/** A token pair must occur together in this many beads ... */
const leastTogether = 3;
/** ... in this share of the beads that contain either (Dice) ... */
const leastDice: f64 = 0.5;
/** ... and this much more often than by chance. */
const leastOverChance: f64 = 3;
/** Only the rarest tokens of a sentence are paired, which keeps the cost linear. */
const mostTokens = 10;

/**
 * Replaces the tokens of both sides by the terms that they belong to. O(beads x mostTokens^2).
 *
 * @param weights is given the strongest tie of each term; there are no more than tokens of either side
 * @returns the number of terms
 */
export function learnLexicon(
  a: Mentions,
  b: Mentions,
  lattice: Lattice,
  posteriors: Floats,
  weights: Floats,
): i32 {
  const beads = Ints.of(lattice.edges);
  const count = likelyBeads(lattice, posteriors, beads);
  const rareA = rareTokens(a, lattice, lattice.rows, beads, count);
  const rareB = rareTokens(b, lattice, lattice.columns, beads, count);
  const ofA = Partners.none(a.items);
  const ofB = Partners.none(b.items);
  findPartners(rareA, rareB, ofA, ofB);
  const terms = Terms.of(a.items + b.items, weights);
  for (let x = 0; x < a.items; x++) {
    if (ofA.tokens[x] >= 0) terms.join(x, a.items + ofA.tokens[x], ofA.ties[x]);
  }
  for (let y = 0; y < b.items; y++) {
    if (ofB.tokens[y] >= 0) terms.join(ofB.tokens[y], a.items + y, ofB.ties[y]);
  }
  mentionTerms(a, ofA, terms, 0);
  mentionTerms(b, ofB, terms, a.items);
  return terms.count;
}

/** The beads with two sides that are more likely than not; returns how many. */
function likelyBeads(lattice: Lattice, posteriors: Floats, beads: Ints): i32 {
  const from = lattice.from;
  const to = lattice.to;
  const rows = lattice.rows;
  const columns = lattice.columns;
  let count = 0;
  for (let e = 0; e < lattice.edges; e++) {
    if (posteriors[e] <= 0.5) continue;
    if (rows[from[e]] == rows[to[e]] || columns[from[e]] == columns[to[e]]) continue;
    beads[count++] = e;
  }
  return count;
}

/** The rarest tokens of one side of each bead, of those that are frequent enough. */
@unmanaged
class RareTokens {
  vocabulary: i32;
  beads: i32;
  /** Number of beads that contain each token. */
  counts: Ints = changetype<Ints>(0);
  /** Tokens of bead k: `ids[k * mostTokens]` and on, `lengths[k]` of them. */
  ids: Ints = changetype<Ints>(0);
  lengths: Ints = changetype<Ints>(0);
}

function rareTokens(
  side: Mentions,
  lattice: Lattice,
  at: Ints,
  beads: Ints,
  beadCount: i32,
): RareTokens {
  const rare = changetype<RareTokens>(reserve(<i32>offsetof<RareTokens>()));
  rare.vocabulary = side.items;
  rare.beads = beadCount;
  const counts = (rare.counts = Ints.of(side.items));
  const ids = (rare.ids = Ints.of(beadCount * mostTokens));
  const lengths = (rare.lengths = Ints.of(beadCount));
  // The last bead in which a token was seen, counted on through both rounds.
  const stamps = Ints.of(side.items);
  for (let k = 0; k < beadCount; k++) {
    const past = side.offsets[at[lattice.to[beads[k]]]];
    for (let t = side.offsets[at[lattice.from[beads[k]]]]; t < past; t++) {
      const token = side.ids[t];
      if (stamps[token] == k + 1) continue;
      stamps[token] = k + 1;
      counts[token] = counts[token] + 1;
    }
  }
  for (let k = 0; k < beadCount; k++) {
    const turn = beadCount + k + 1;
    const first = k * mostTokens;
    let length = 0;
    const past = side.offsets[at[lattice.to[beads[k]]]];
    for (let t = side.offsets[at[lattice.from[beads[k]]]]; t < past; t++) {
      const token = side.ids[t];
      if (stamps[token] == turn) continue;
      stamps[token] = turn;
      const count = counts[token];
      if (count < leastTogether) continue;
      const isFull = length == mostTokens;
      if (isFull && count >= counts[ids[first + length - 1]]) continue;
      let place = first + (isFull ? length - 1 : length++);
      for (; place > first && counts[ids[place - 1]] > count; place--) ids[place] = ids[place - 1];
      ids[place] = token;
    }
    lengths[k] = length;
  }
  return rare;
}

/** The best partner of each token of a side: -1 for none, and the strength of the tie (Dice coefficient). */
@unmanaged
class Partners {
  tokens: Ints = changetype<Ints>(0);
  ties: Floats = changetype<Floats>(0);

  static none(vocabulary: i32): Partners {
    const partners = changetype<Partners>(reserve(<i32>offsetof<Partners>()));
    partners.tokens = Ints.of(vocabulary);
    memory.fill(changetype<usize>(partners.tokens), 0xff, (<usize>vocabulary) << 2);
    partners.ties = Floats.of(vocabulary);
    return partners;
  }

  /** Equal ties go to the lower token. */
  offer(to: i32, token: i32, tie: f64): void {
    const known = this.tokens[to];
    if (known >= 0 && (tie < this.ties[to] || (tie == this.ties[to] && token > known))) return;
    this.tokens[to] = token;
    this.ties[to] = tie;
  }
}

/**
 * Each token's best partner if the tie is strong enough. Token by token of the first side, the tokens
 * beside it are counted in one array.
 */
function findPartners(a: RareTokens, b: RareTokens, ofA: Partners, ofB: Partners): void {
  const starts = Ints.of(a.vocabulary + 1);
  const places = beadsByToken(a, starts);
  const together = Ints.of(b.vocabulary);
  const touched = Ints.of(b.vocabulary);
  for (let x = 0; x < a.vocabulary; x++) {
    let count = 0;
    for (let k = starts[x]; k < starts[x + 1]; k++) {
      const first = places[k] * mostTokens;
      const past = first + b.lengths[places[k]];
      for (let t = first; t < past; t++) {
        const y = b.ids[t];
        const times = together[y];
        if (times == 0) touched[count++] = y;
        together[y] = times + 1;
      }
    }
    for (let k = 0; k < count; k++) {
      const y = touched[k];
      const times = together[y];
      together[y] = 0;
      if (times < leastTogether) continue;
      const countA = <f64>a.counts[x];
      const countB = <f64>b.counts[y];
      const dice = (2 * <f64>times) / (countA + countB);
      const chance = (countA * countB) / <f64>a.beads;
      if (dice < leastDice || <f64>times < leastOverChance * chance) continue;
      ofA.offer(x, y, dice);
      ofB.offer(y, x, dice);
    }
  }
}

/** The beads in which each token is among the rarest, from `starts[token]` to `starts[token + 1]`. */
function beadsByToken(rare: RareTokens, starts: Ints): Ints {
  for (let k = 0; k < rare.beads; k++) {
    const first = k * mostTokens;
    for (let t = first; t < first + rare.lengths[k]; t++) {
      const after = rare.ids[t] + 1;
      starts[after] = starts[after] + 1;
    }
  }
  const next = Ints.of(rare.vocabulary);
  for (let token = 0; token < rare.vocabulary; token++) {
    next[token] = starts[token];
    starts[token + 1] = starts[token + 1] + starts[token];
  }
  const places = Ints.of(starts[rare.vocabulary]);
  for (let k = 0; k < rare.beads; k++) {
    const first = k * mostTokens;
    for (let t = first; t < first + rare.lengths[k]; t++) {
      const token = rare.ids[t];
      const at = next[token];
      places[at] = k;
      next[token] = at + 1;
    }
  }
  return places;
}

/** Tokens of both sides (those of b numbered after those of a), joined into terms (union-find). */
@unmanaged
class Terms {
  count: i32;
  /** The strongest tie of each term. */
  weights: Floats = changetype<Floats>(0);
  parents: Ints = changetype<Ints>(0);
  strengths: Floats = changetype<Floats>(0);
  /** 1 + number of the term of a root, 0 if it has none yet. */
  names: Ints = changetype<Ints>(0);

  static of(tokens: i32, weights: Floats): Terms {
    const terms = changetype<Terms>(reserve(<i32>offsetof<Terms>()));
    terms.weights = weights;
    terms.parents = Ints.of(tokens);
    for (let token = 0; token < tokens; token++) terms.parents[token] = token;
    terms.strengths = Floats.of(tokens);
    terms.names = Ints.of(tokens);
    return terms;
  }

  join(x: i32, y: i32, tie: f64): void {
    const p = this.rootOf(x);
    const q = this.rootOf(y);
    const root = min(p, q);
    const other = max(p, q);
    this.parents[other] = root;
    const strengths = this.strengths;
    strengths[root] = max(tie, max(strengths[root], strengths[other]));
  }

  /** Number of a token's term, assigned on first request. Nothing may be joined after that. */
  nameOf(token: i32): i32 {
    const root = this.rootOf(token);
    if (this.names[root] == 0) {
      this.weights[this.count++] = this.strengths[root];
      this.names[root] = this.count;
    }
    return this.names[root] - 1;
  }

  rootOf(token: i32): i32 {
    const parents = this.parents;
    let at = token;
    while (parents[at] != at) {
      const above = parents[parents[at]];
      parents[at] = above;
      at = above;
    }
    return at;
  }
}

/** Replaces the tokens by the terms of those that have a partner; they are numbered from `base` on among the terms. */
function mentionTerms(side: Mentions, partners: Partners, terms: Terms, base: i32): void {
  const ids = side.ids;
  const offsets = side.offsets;
  let used = 0;
  let k = 0;
  for (let i = 0; i < side.sentences; i++) {
    const start = used;
    const past = offsets[i + 1];
    for (; k < past; k++) {
      const token = ids[k];
      if (partners.tokens[token] < 0) continue;
      const name = terms.nameOf(base + token);
      let known = false;
      for (let t = start; t < used && !known; t++) known = ids[t] == name;
      if (!known) ids[used++] = name;
    }
    offsets[i + 1] = used;
  }
}
