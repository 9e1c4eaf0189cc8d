import type { StreamInput } from '../input/stream-input.js';
import { matchedBlocks } from '../search/coarse.js';
import { makeSide, unitRows, type Side } from '../search/side.js';
import { dot } from '../vectors/dot.js';

/** A place where two texts surely correspond: these two sentences, by position, are each other's translation. */
export interface SurePlace {
  readonly a: number;
  readonly b: number;
}

/** Blocks of 2^3 sentences are matched first ... */
const leastBlockLevel = 3;
/** ... larger ones if there would be more of them on the longer side than this, which bounds the memory. */
const mostBlocks = 40_000;
/** Sentences before and after a pair of blocks among which pairs must stand out. */
const around = 24;
/** This many pairs in a row ... */
const leastRun = 4;
/** ... each with a cosine this much above all others of both sentences ... */
const leastLead = 0.1;
/** ... are looked for at this many pairs of blocks, those nearest to the wanted place first. */
const mostTries = 8;

/**
 * Finds up to `parts - 1` sure places that cut the first text into parts of about the same length; fewer where texts
 * are free or lack a counterpart. Ascending on both sides. O(sentences x dimension).
 */
export function findSurePlaces(
  first: StreamInput,
  second: StreamInput,
  parts: number,
): SurePlace[] {
  const a = makeSide(first, new Set());
  const b = makeSide(second, new Set());
  const level = blockLevel(Math.max(a.count, b.count));
  const blockSize = 2 ** level;
  const blocks = matchedBlocks(a, b, level);
  const places: SurePlace[] = [];
  const farthest = a.count / parts / blockSize / 3;
  let after = 0;
  for (let k = 1; k < parts; k++) {
    const wanted = Math.round((a.count * k) / parts / blockSize);
    // Within a third of the way to the neighbouring places.
    while (after < blocks.rows.length && blocks.rows[after]! < wanted) after++;
    const place = nearestSure(a, b, blocks, blockSize, after, wanted, farthest);
    const last = places.at(-1);
    if (place !== null && (last === undefined || (place.a > last.a && place.b > last.b))) {
      places.push(place);
    }
  }
  return places;
}

function blockLevel(count: number): number {
  let level = leastBlockLevel;
  while (count / 2 ** level > mostBlocks) level++;
  return level;
}

function nearestSure(
  a: Side,
  b: Side,
  { rows, columns }: ReturnType<typeof matchedBlocks>,
  blockSize: number,
  start: number,
  wanted: number,
  farthest: number,
): SurePlace | null {
  let [before, after] = [start - 1, start];
  for (let tries = 0; tries < mostTries; tries++) {
    const left = before >= 0 ? wanted - rows[before]! : Infinity;
    const right = after < rows.length ? rows[after]! - wanted : Infinity;
    if (Math.min(left, right) > farthest) return null;
    const at = left < right ? before-- : after++;
    const place = sureRun(a, b, rows[at]! * blockSize, columns[at]! * blockSize, blockSize);
    if (place !== null) return place;
  }
  return null;
}

/** The middle of the longest run of pairs that stand out around a row and a column; null if it is too short. */
function sureRun(
  a: Side,
  b: Side,
  row: number,
  column: number,
  blockSize: number,
): SurePlace | null {
  const [top, left] = [Math.max(0, row - around), Math.max(0, column - around)];
  const height = Math.min(a.count, row + blockSize + around) - top;
  const width = Math.min(b.count, column + blockSize + around) - left;
  const partners = standingOut(a, b, top, left, height, width);
  let [best, bestEnd, run] = [0, 0, 0];
  for (let r = 0; r < height; r++) {
    const goesOn = r > 0 && partners[r - 1]! >= 0 && partners[r] === partners[r - 1]! + 1;
    run = partners[r]! < 0 ? 0 : goesOn ? run + 1 : 1;
    if (run > best) [best, bestEnd] = [run, r];
  }
  if (best < leastRun) return null;
  const middle = bestEnd - (best >> 1);
  return {
    a: a.positions[top + middle]!,
    b: b.positions[left + partners[middle]!]!,
  };
}

/** For each row of a window the column that stands out, if that row does for the column too; else -1. */
function standingOut(
  a: Side,
  b: Side,
  top: number,
  left: number,
  height: number,
  width: number,
): Int32Array {
  const ofRows = new Lead(height);
  const ofColumns = new Lead(width);
  const [rows, columns] = [unitRows(a, top, top + height), unitRows(b, left, left + width)];
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const start = rows.starts[r]!;
      const cosine = dot(rows.units, start, columns.units, columns.starts[c]!, a.dimension);
      ofRows.see(r, c, cosine);
      ofColumns.see(c, r, cosine);
    }
  }
  return Int32Array.from({ length: height }, (_, r) => {
    const column = ofRows.leader(r);
    return column >= 0 && ofColumns.leader(column) === r ? column : -1;
  });
}

/** The best of each sentence's counterparts, and how far it leads. */
class Lead {
  readonly #best: Float64Array;
  readonly #second: Float64Array;
  readonly #at: Int32Array;

  constructor(count: number) {
    this.#best = new Float64Array(count);
    this.#second = new Float64Array(count);
    this.#at = new Int32Array(count).fill(-1);
  }

  see(own: number, other: number, cosine: number): void {
    if (cosine > this.#best[own]!) {
      this.#second[own] = this.#best[own]!;
      this.#best[own] = cosine;
      this.#at[own] = other;
    } else if (cosine > this.#second[own]!) this.#second[own] = cosine;
  }

  /** The best counterpart if it leads far enough, or -1. */
  leader(own: number): number {
    return this.#best[own]! - this.#second[own]! >= leastLead ? this.#at[own]! : -1;
  }
}
