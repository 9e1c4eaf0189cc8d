import type { Anchor, AnchorPlan } from '../input/anchors.js';
import { makeBand } from './band.js';
import type { Band } from './band.js';
import { findCorridor } from './coarse.js';
import type { Corridor } from './corridor.js';
import { ProductStore } from '../vectors/product-store.js';
import { allRows, inverseSpans, makeSide } from './side.js';
import type { Side } from './side.js';
import type { StreamInput } from '../input/stream-input.js';
import { longestSpan } from './bead-shapes.js';
import { lengthWithoutSpaces } from '../../text/length.js';

/** Everything the first pass reads. */
export interface Plane {
  readonly a: Side;
  readonly b: Side;
  readonly corridor: Corridor;
  readonly band: Band;
  /** Products of sentences; closed once the evidence is read. */
  readonly store: ProductStore;
  /** 1 / length of the sum of the sentences i..i+n-1, at `i * longestSpan + n - 1`. */
  readonly spansA: Float64Array;
  readonly spansB: Float64Array;
  /** Running sums of the sentences' lengths, count + 1 entries, on a common scale. */
  readonly lengthsA: Float64Array;
  readonly lengthsB: Float64Array;
  /** Logarithm of the length of sentences i..i+n-1 at `i * longestSpan + n - 1`. */
  readonly logsA: Float64Array;
  readonly logsB: Float64Array;
  /** Highest cosine of each sentence with a single sentence of the other side in the band. */
  readonly bestA: Float64Array;
  readonly bestB: Float64Array;
  /** Size of the anchor that begins at a row, 0 elsewhere. */
  readonly anchorRows: Uint16Array;
  readonly anchorColumns: Uint16Array;
  /** The column at which it begins, -1 elsewhere. */
  readonly anchorStarts: Int32Array;
  /** 1 for rows that an anchor owns. */
  readonly anchored: Uint8Array;
}

/** Lays out the plane in which two streams are aligned, with its anchors. */
export function makePlane(first: StreamInput, second: StreamInput, plan: AnchorPlan): Plane {
  const a = withBarriers(makeSide(first, plan.takenA), plan.chain, 'a');
  const b = withBarriers(makeSide(second, plan.takenB), plan.chain, 'b');
  const store = ProductStore.of(allRows(a), allRows(b), a.dimension);
  const corridor = corridorBetween(a, b, store, plan.chain);
  const spansA = inverseSpans(a, store, 0);
  const spansB = inverseSpans(b, store, 1);
  const { band, bestA, bestB } = makeBand(a, b, corridor, store, spansA, spansB);
  const lengthsA = runningLengths(a);
  const lengthsB = runningLengths(b);
  const ratio = (lengthsA[a.count]! + 1) / (lengthsB[b.count]! + 1);
  const scaledB = lengthsB.map((length) => length * ratio);
  const anchors = anchorRows(a, b, plan.chain);
  return {
    a,
    b,
    corridor,
    band,
    store,
    spansA,
    spansB,
    lengthsA,
    lengthsB: scaledB,
    logsA: spanLogs(lengthsA),
    logsB: spanLogs(scaledB),
    bestA,
    bestB,
    ...anchors,
  };
}

/** Running sums of the sentences' lengths, white space left out. */
function runningLengths(side: Side): Float64Array {
  const sums = new Float64Array(side.count + 1);
  for (let i = 0; i < side.count; i++) {
    sums[i + 1] = sums[i]! + lengthWithoutSpaces(side.sentences[i]!.text);
  }
  return sums;
}

function spanLogs(lengths: Float64Array): Float64Array {
  const count = lengths.length - 1;
  const logs = new Float64Array(count * longestSpan);
  for (let i = 0; i < count; i++) {
    for (let n = 1; n <= longestSpan && i + n <= count; n++) {
      logs[i * longestSpan + n - 1] = Math.log(lengths[i + n]! - lengths[i]! + 1);
    }
  }
  return logs;
}

/** Index in the side of a position of the stream. */
function indexOf(side: Side, position: number): number {
  let low = 0;
  let high = side.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (side.positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Beads must not reach into an anchor: a barrier before and after each. */
function withBarriers(side: Side, chain: readonly Anchor[], which: 'a' | 'b'): Side {
  if (chain.length === 0) return side;
  const barriers = side.barriers.slice();
  const raise = new Int32Array(side.count + 1);
  for (const anchor of chain) {
    const positions = anchor[which];
    raise[indexOf(side, positions[0]!)]!++;
    raise[indexOf(side, positions[positions.length - 1]! + 1)]!++;
  }
  let height = 0;
  for (let i = 0; i < side.count; i++) {
    height += raise[i]!;
    barriers[i]! += height;
  }
  return { ...side, barriers };
}

function anchorRows(
  a: Side,
  b: Side,
  chain: readonly Anchor[],
): Pick<Plane, 'anchorRows' | 'anchorColumns' | 'anchorStarts' | 'anchored'> {
  const rows = new Uint16Array(a.count + 1);
  const columns = new Uint16Array(a.count + 1);
  const starts = new Int32Array(a.count + 1).fill(-1);
  const anchored = new Uint8Array(a.count + 1);
  for (const anchor of chain) {
    const i = indexOf(a, anchor.a[0]!);
    rows[i] = anchor.a.length;
    columns[i] = anchor.b.length;
    starts[i] = indexOf(b, anchor.b[0]!);
    anchored.fill(1, i, i + anchor.a.length);
  }
  return { anchorRows: rows, anchorColumns: columns, anchorStarts: starts, anchored };
}

/** A corridor of its own between each two anchors, joined into one. */
function corridorBetween(
  a: Side,
  b: Side,
  store: ProductStore,
  chain: readonly Anchor[],
): Corridor {
  const low = new Int32Array(a.count + 1);
  const high = new Int32Array(a.count + 1);
  let row = 0;
  let column = 0;
  for (let k = 0; k <= chain.length; k++) {
    const anchor = chain[k];
    const nextRow = anchor === undefined ? a.count : indexOf(a, anchor.a[0]!);
    const nextColumn = anchor === undefined ? b.count : indexOf(b, anchor.b[0]!);
    const part = findCorridor(sliceSide(a, row, nextRow), sliceSide(b, column, nextColumn), {
      store,
      rowA: row,
      rowB: column,
    });
    for (let i = row; i <= nextRow; i++) {
      low[i] = column + part.low[i - row]!;
      high[i] = column + part.high[i - row]!;
    }
    if (anchor === undefined) break;
    row = nextRow + anchor.a.length;
    column = nextColumn + anchor.b.length;
    for (let i = nextRow + 1; i < row; i++) {
      low[i] = nextColumn;
      high[i] = nextColumn;
    }
  }
  return { rows: a.count, columns: b.count, low, high };
}

function sliceSide(side: Side, from: number, to: number): Side {
  return {
    ...side,
    sentences: side.sentences.slice(from, to),
    positions: side.positions.subarray(from, to),
    starts: side.starts.subarray(from, to),
    norms: side.norms.subarray(from, to),
    count: to - from,
  };
}
