/** The features of beads (see edge-features.ts). Arguments are addresses, but for the scale and the count. */
import { writeLexicon, writeLookalikes, writeNumbers } from './channels';
import { writeLength } from './length';
import { writeMeaning, writeNeighbours, writeSize } from './meaning';
import { intAt } from '../../assembly/arrays';
import { Evidence } from './evidence';
import { enter, readProducts, sumsBytes } from './near';
import { writeClauses, writeWords } from './parts';
import { writePunctuation, writeQuotation } from './punctuation';
import { writeKnownWords, writeSkipping } from './skipping';
import { begin, expectAt } from './writer';

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}

/** Bytes that `describe` needs for itself, all of them 0. */
export function scratchBytes(): usize {
  return sumsBytes;
}

/**
 * Writes the features of beads to `rows`. Each bead is four 32-bit integers: its first sentence of a
 * side and how many, then those of the other side. Beads of the same node should follow each other. All features
 * of a bead without sentences are 0.
 */
export function describe(
  evidence: Evidence,
  scale: f64,
  beads: usize,
  count: i32,
  rows: usize,
  scratch: usize,
): void {
  const width = 4 * intAt(evidence.groups, 12);
  memory.fill(rows, 0, <usize>(count * width));
  readProducts(evidence, scale, scratch);
  for (let bead = 0; bead < count; bead++) {
    const i = intAt(beads, 4 * bead);
    const n = intAt(beads, 4 * bead + 1);
    const j = intAt(beads, 4 * bead + 2);
    const m = intAt(beads, 4 * bead + 3);
    const row = rows + <usize>(bead * width);
    if (n + m == 0) continue;
    enter(evidence, i, j);
    if (n > 0 && m > 0) {
      begin(row);
      writeSize(n, m);
      ends(evidence, 0, row);
      writeMeaning(evidence, scale, i, n, j, m);
      ends(evidence, 1, row);
      writeNeighbours(evidence, i, n, j, m);
      ends(evidence, 2, row);
      writeClauses(evidence, i, n, j, m);
      ends(evidence, 3, row);
      writeWords(evidence, i, n, j, m);
      ends(evidence, 4, row);
      writeLength(evidence, i, n, j, m);
      ends(evidence, 5, row);
      writeNumbers(evidence, i, n, j, m);
      ends(evidence, 6, row);
      writeLookalikes(evidence, i, n, j, m);
      ends(evidence, 7, row);
      writeLexicon(evidence, i, n, j, m);
      ends(evidence, 8, row);
      writePunctuation(evidence, i, n, j, m);
      ends(evidence, 9, row);
      writeQuotation(evidence, i, n, j, m);
      ends(evidence, 10, row);
    } else {
      begin(row + 4 * intAt(evidence.groups, 11));
      writeSkipping(evidence, scale, n > 0, i, j);
      ends(evidence, 11, row);
    }
  }
}

/** As `describe`, for the features that depend on the lexicon: the others, already there, stay. */
export function describeLexicon(
  evidence: Evidence,
  beads: usize,
  count: i32,
  rows: usize,
  firstSkipped: i32,
): void {
  const width = 4 * intAt(evidence.groups, 12);
  for (let bead = 0; bead < count; bead++) {
    const i = intAt(beads, 4 * bead);
    const n = intAt(beads, 4 * bead + 1);
    const j = intAt(beads, 4 * bead + 2);
    const m = intAt(beads, 4 * bead + 3);
    const row = rows + <usize>(bead * width);
    if (n + m == 0) continue;
    if (n > 0 && m > 0) {
      begin(row + 4 * intAt(evidence.groups, 8));
      writeLexicon(evidence, i, n, j, m);
    } else {
      begin(row + 4 * firstSkipped);
      writeKnownWords(evidence, n > 0, i, j);
    }
  }
}

/** Group number `group` of a row must be written, and no more. */
function ends(evidence: Evidence, group: i32, row: usize): void {
  expectAt(row + 4 * intAt(evidence.groups, group + 1));
}
