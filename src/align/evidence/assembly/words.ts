import { Bytes, Floats, Ints, reserve, Singles } from './memory';
import { Nearby } from './nearby';
import { Pieces } from './pieces';
import { gather } from '../../vectors/assembly/products';
import { othersTogether, ownTogether, roundUp } from './products';

/** Number of words per sentence to look for on the other side: those with the largest weight. */
const mostWords = 12;

/** The words of a side. The fields above are known; `chooseWords` fills the others. */
@unmanaged
export class WordSide {
  pieces: Pieces = changetype<Pieces>(0);
  /** 1 for the pieces that are words. */
  worded: Bytes = changetype<Bytes>(0);
  /** The weight of each piece. */
  norms: Singles = changetype<Singles>(0);
  nearby: Nearby = changetype<Nearby>(0);

  /** The words that are looked for begin here, by sentence: none of sentences that are certain. */
  offsets: Ints = changetype<Ints>(0);
  /** The weight of each of them, 1 on average of all words. */
  weights: Singles = changetype<Singles>(0);
  /** Where each word's cosines begin. */
  starts: Ints = changetype<Ints>(0);
  cosines: Singles = changetype<Singles>(0);
  cosineCount: i32;
  /** The pieces whose rows are needed. */
  needed: Ints = changetype<Ints>(0);
  neededCount: i32;
  /** Their rows, to be filled with 16-bit integers before `compareWords`. */
  rows: usize;

  /** The words of all sentences, of sentence i from `ownOffsets[i]` on. */
  own: Ints = changetype<Ints>(0);
  ownOffsets: Ints = changetype<Ints>(0);
  /** Where the row of each word is. */
  addresses: Ints = changetype<Ints>(0);
  meanNorm: f64;
}

/**
 * Chooses the words of both sides, and makes room for what is found of them.
 *
 * @param stride bytes of a row
 * @returns whether there is anything to compare
 */
export function chooseWords(a: WordSide, b: WordSide, stride: i32): bool {
  choose(a);
  choose(b);
  layOut(a);
  layOut(b);
  const isAnyA = markNeeded(a, b);
  const isAnyB = markNeeded(b, a);
  listNeeded(a, stride);
  listNeeded(b, stride);
  return isAnyA || isAnyB;
}

function choose(side: WordSide): void {
  const pieces = side.pieces;
  const norms = side.norms;
  const ids = (side.own = Ints.of(pieces.sentences * mostWords));
  const offsets = (side.ownOffsets = Ints.of(pieces.sentences + 1));
  let used = 0;
  let sum: f64 = 0;
  for (let i = 0; i < pieces.sentences; i++) {
    const from = used;
    const past = pieces.endOf(i);
    for (let k = pieces.startOf(i); k < past; k++) {
      const id = pieces.ids[k];
      if (side.worded[id] != 1) continue;
      const norm = norms[id];
      const isFull = used - from == mostWords;
      if (isFull && norm <= norms[ids[used - 1]]) continue;
      let known = false;
      for (let w = from; w < used && !known; w++) known = ids[w] == id;
      if (known) continue;
      let place = isFull ? used - 1 : used++;
      for (; place > from && norms[ids[place - 1]] < norm; place--) ids[place] = ids[place - 1];
      ids[place] = id;
    }
    offsets[i + 1] = used;
    for (let w = from; w < used; w++) sum += <f64>norms[ids[w]];
  }
  side.meanNorm = used > 0 ? sum / <f64>used : 1;
}

/** Makes room for the words of all sentences that the first pass is not certain of. */
function layOut(side: WordSide): void {
  const count = side.pieces.sentences;
  const nearby = side.nearby;
  const offsets = (side.offsets = Ints.of(count + 1));
  let words = 0;
  let cosines = 0;
  for (let i = 0; i < count; i++) {
    if (!nearby.sure[i]) {
      const own = side.ownOffsets[i + 1] - side.ownOffsets[i];
      words += own;
      cosines += own * max(0, nearby.end[i] - nearby.first[i]);
    }
    offsets[i + 1] = words;
  }
  side.weights = Singles.of(words);
  side.starts = Ints.of(words);
  side.cosines = Singles.of(cosines);
  side.cosineCount = cosines;
  side.needed = Ints.of(side.pieces.count);
}

/** Marks the pieces whose rows are needed to look for the words of `own`; returns whether there are any. */
function markNeeded(own: WordSide, other: WordSide): bool {
  let isAny = false;
  for (let i = 0; i < own.pieces.sentences; i++) {
    if (own.offsets[i] == own.offsets[i + 1]) continue;
    const first = own.nearby.first[i];
    const past = own.nearby.end[i];
    if (first >= past || other.ownOffsets[first] == other.ownOffsets[past]) continue;
    isAny = true;
    mark(own, own.ownOffsets[i], own.ownOffsets[i + 1]);
    mark(other, other.ownOffsets[first], other.ownOffsets[past]);
  }
  return isAny;
}

function mark(side: WordSide, from: i32, to: i32): void {
  for (let w = from; w < to; w++) side.needed[side.own[w]] = 1;
}

/** Turns the marks of pieces into a list, and makes room for their rows. */
function listNeeded(side: WordSide, stride: i32): void {
  const needed = side.needed;
  const names = Ints.of(side.pieces.count);
  let count = 0;
  for (let id = 0; id < side.pieces.count; id++) {
    if (needed[id] == 0) continue;
    names[id] = count;
    needed[count++] = id;
  }
  side.neededCount = count;
  side.rows = reserve(count * stride);
  const words = side.ownOffsets[side.pieces.sentences];
  const addresses = (side.addresses = Ints.of(words + othersTogether));
  for (let w = 0; w < words; w++) {
    addresses[w] = <i32>side.rows + names[side.own[w]] * stride;
  }
}

/**
 * Finds the largest cosine of each word with one of every sentence nearby, never below 0.
 *
 * @param unit factor that turns products into cosines
 * @param scale factor for cosines
 */
export function compareWords(a: WordSide, b: WordSide, stride: i32, unit: f64, scale: f64): void {
  const products = Ints.of(max(mostProducts(a, b), mostProducts(b, a)));
  compare(a, b, products, stride, unit, scale);
  compare(b, a, products, stride, unit, scale);
}

/** Most products that the words of a sentence take. */
function mostProducts(own: WordSide, other: WordSide): i32 {
  let most = 0;
  for (let i = 0; i < own.pieces.sentences; i++) {
    const count = own.offsets[i + 1] - own.offsets[i];
    const first = own.nearby.first[i];
    const past = own.nearby.end[i];
    if (count == 0 || first >= past) continue;
    const others = other.ownOffsets[past] - other.ownOffsets[first];
    most = max(most, roundUp(count, ownTogether) * roundUp(others, othersTogether));
  }
  return most;
}

function compare(
  own: WordSide,
  other: WordSide,
  products: Ints,
  stride: i32,
  unit: f64,
  scale: f64,
): void {
  const cosines = own.cosines;
  const offsets = other.ownOffsets;
  let next = 0;
  for (let i = 0; i < own.pieces.sentences; i++) {
    const word = own.offsets[i];
    const count = own.offsets[i + 1] - word;
    if (count == 0) continue;
    const from = own.ownOffsets[i];
    const start = own.nearby.first[i];
    const stop = own.nearby.end[i];
    const otherFrom = offsets[start];
    const width = start < stop ? roundUp(offsets[stop] - otherFrom, othersTogether) : 0;
    gather(
      changetype<usize>(own.addresses) + ((<usize>from) << 2),
      changetype<usize>(other.addresses) + ((<usize>otherFrom) << 2),
      stride,
      roundUp(count, ownTogether),
      width,
      changetype<usize>(products),
    );
    for (let w = 0; w < count; w++) {
      own.weights[word + w] = <f32>(<f64>own.norms[own.own[from + w]] / own.meanNorm);
      own.starts[word + w] = next;
      const row = w * width - otherFrom;
      for (let j = start; j < stop; j++) {
        let best = 0;
        for (let k = offsets[j]; k < offsets[j + 1]; k++) best = max(best, products[row + k]);
        cosines[next++] = <f32>(<f64>best * unit * scale);
      }
    }
  }
}
