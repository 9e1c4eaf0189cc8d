/** Features from items that both sides mention: numbers, similar words, terms. */
import { floatAt, intAt } from '../../assembly/arrays';
import { Channel, Evidence, Mentions } from './evidence';
import { put } from './writer';

/** The weight of the items on both sides of a bead. */
let found: f64 = 0;
/** On the first side only, though a partner exists in the text; and on the second side only. */
let lackingB: f64 = 0;
let lackingA: f64 = 0;
/** How much of what is missing the sentences just outside the bead would supply. */
let leak: f64 = 0;

/** Numbers on both sides, on one side, just outside. */
export function writeNumbers(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  compare(evidence.numbers, i, n, j, m);
  put(Math.min(3, found));
  put(Math.min(3, Math.min(lackingA, lackingB)));
  put(Math.min(3, Math.abs(lackingA - lackingB)));
  put(Math.min(3, leak));
}

/** Words that are spelled similarly on both sides. */
export function writeLookalikes(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  compare(evidence.lookalikes, i, n, j, m);
  put(Math.min(5, found));
  put(Math.min(5, lackingA + lackingB));
  put(Math.min(5, leak));
  put(share());
}

/** Terms of this document and their translations. */
export function writeLexicon(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  compare(evidence.lexicon, i, n, j, m);
  put(Math.min(8, found));
  put(Math.min(8, lackingA + lackingB));
  put(Math.min(8, Math.min(lackingA, lackingB)));
  put(Math.min(8, leak));
  put(share());
}

function share(): f64 {
  return found / (found + (lackingA + lackingB) / 2 + 1);
}

/** Compares the sides of the bead i..i+n-1 / j..j+m-1. O(mentions in and beside the bead). */
function compare(channel: Channel, i: i32, n: i32, j: i32, m: i32): void {
  const a = channel.a;
  const b = channel.b;
  const inside = channel.turn + 2;
  const done = inside + 1;
  channel.turn = inside;
  found = 0;
  lackingB = 0;
  lackingA = 0;
  leak = 0;
  stamp(a, i, i + n, inside);
  stamp(b, j, j + m, inside);
  const endA = intAt(a.offsets, i + n);
  for (let k = intAt(a.offsets, i); k < endA; k++) {
    const id = intAt(a.ids, k);
    if (intAt(a.stamps, id) == done) continue;
    set(a.stamps, id, done);
    const weight = floatAt(channel.weights, id);
    if (intAt(b.stamps, id) == inside) found += weight;
    else {
      lackingB += weight;
      if (mentions(b, j - 1, id) || mentions(b, j + m, id)) leak += weight;
    }
  }
  const endB = intAt(b.offsets, j + m);
  for (let k = intAt(b.offsets, j); k < endB; k++) {
    const id = intAt(b.ids, k);
    if (intAt(b.stamps, id) == done) continue;
    set(b.stamps, id, done);
    // The loop above stamped the items of both sides `done` on the first side.
    if (intAt(a.stamps, id) == done) continue;
    const weight = floatAt(channel.weights, id);
    lackingA += weight;
    if (mentions(a, i - 1, id) || mentions(a, i + n, id)) leak += weight;
  }
}

function stamp(side: Mentions, from: i32, to: i32, value: i32): void {
  const end = intAt(side.offsets, to);
  for (let k = intAt(side.offsets, from); k < end; k++) {
    set(side.stamps, intAt(side.ids, k), value);
  }
}

function mentions(side: Mentions, sentence: i32, id: i32): bool {
  if (sentence < 0 || sentence >= side.count) return false;
  const end = intAt(side.offsets, sentence + 1);
  for (let k = intAt(side.offsets, sentence); k < end; k++) {
    if (intAt(side.ids, k) == id) return true;
  }
  return false;
}

/** Weight of a sentence's mentions. */
export function weigh(channel: Channel, first: bool, sentence: i32): f64 {
  const side = first ? channel.a : channel.b;
  let sum: f64 = 0;
  const end = intAt(side.offsets, sentence + 1);
  for (let k = intAt(side.offsets, sentence); k < end; k++) {
    sum += floatAt(channel.weights, intAt(side.ids, k));
  }
  return sum;
}

/** Weight of those mentions of a sentence that the other side also has just before or after `node`. */
export function weighHere(channel: Channel, first: bool, sentence: i32, node: i32): f64 {
  const side = first ? channel.a : channel.b;
  const other = first ? channel.b : channel.a;
  const from = intAt(other.offsets, max(0, node - 1));
  const to = intAt(other.offsets, min(other.count, node + 1));
  let sum: f64 = 0;
  const end = intAt(side.offsets, sentence + 1);
  for (let k = intAt(side.offsets, sentence); k < end; k++) {
    const id = intAt(side.ids, k);
    for (let at = from; at < to; at++) {
      if (intAt(other.ids, at) != id) continue;
      sum += floatAt(channel.weights, id);
      break;
    }
  }
  return sum;
}

function set(base: usize, at: i32, value: i32): void {
  store<i32>(base + ((<usize>at) << 2), value);
}
