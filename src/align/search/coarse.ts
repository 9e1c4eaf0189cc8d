import { corridorAround, wholePlane } from './corridor.js';
import type { Corridor } from './corridor.js';
import { heaviestChain, type Chain, type StoredRows } from './heaviest-chain.js';
import { levelsAbove, Pyramid } from './pyramid.js';
import type { Side } from './side.js';

/** Blocks around the chain of one level in which the next finer level searches. */
const coarseRadius = 4;
/** Nodes before and after a match of two sentences in which beads are looked for. */
const fineRadius = 6;
/** And as many on the other side at the same time. */
const fineSlack = 2;
/**
 * Finds where the path runs, coarse to fine (the idea of vecalign, Thompson & Koehn 2019): blocks
 * of 2, 4, 8 ... sentences; at every level the heaviest chain of blocks that are more similar than
 * chance, searched around the chain of the level above. Leaving blocks out costs nothing, so a
 * missing chapter does not bend the path, and the corridor holds the whole rectangle between two
 * matches. Time and memory are linear in the number of sentences.
 *
 * @param sentences Where the two sides' sentences stand in a store of products.
 */
export function findCorridor(a: Side, b: Side, sentences: StoredRows): Corridor {
  if (a.count === 0 || b.count === 0) return wholePlane(a.count, b.count);
  const levels = levelsAbove(a.count, b.count);
  const pyramid = new Pyramid(a, b, levels);
  const corridor = corridorAtLevel(pyramid, levels, 0);
  const chain = heaviestChain(pyramid.a[0]!, pyramid.b[0]!, sentences, corridor, true);
  pyramid.close();
  return corridorAround(chain, a.count, b.count, fineRadius, fineSlack);
}

/**
 * The blocks of 2^level sentences (level > 0) that surely belong together: those of the heaviest chain that are
 * each other's best match and well above chance, ascending. O(sentences x dimension).
 */
export function matchedBlocks(a: Side, b: Side, level: number): Chain {
  const levels = Math.max(level, levelsAbove(a.count, b.count));
  const pyramid = new Pyramid(a, b, levels, level);
  const corridor = corridorAtLevel(pyramid, levels, level);
  const chain = chainOfBlocks(pyramid, level, corridor, true);
  pyramid.close();
  return chain;
}

/** Narrows the plane from the top of a pyramid down to a level, where the corridor is still to be searched. */
function corridorAtLevel(pyramid: Pyramid, top: number, last: number): Corridor {
  let corridor = wholePlane(pyramid.a[top]!.count, pyramid.b[top]!.count);
  for (let level = top; level > last; level--) {
    const chain = chainOfBlocks(pyramid, level, corridor, false);
    const { rows, columns } = corridor;
    const around = corridorAround(chain, rows, columns, coarseRadius, coarseRadius);
    corridor = refine(around, pyramid.a[level - 1]!.count, pyramid.b[level - 1]!.count);
  }
  return corridor;
}

function chainOfBlocks(
  pyramid: Pyramid,
  level: number,
  corridor: Corridor,
  trusted: boolean,
): Chain {
  const rows = { store: pyramid.store(level), rowA: 0, rowB: 0 };
  return heaviestChain(pyramid.a[level]!, pyramid.b[level]!, rows, corridor, trusted);
}

/** The same corridor for blocks of half the size. */
function refine(corridor: Corridor, rows: number, columns: number): Corridor {
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1);
  for (let i = 0; i <= rows; i++) {
    low[i] = Math.min(columns, corridor.low[i >> 1]! * 2);
    high[i] = Math.min(columns, corridor.high[(i + 1) >> 1]! * 2);
  }
  low[0] = 0;
  high[rows] = columns;
  return { rows, columns, low, high };
}
