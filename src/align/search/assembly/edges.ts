import { features, scoreCheaply, sizeFeature } from './cheap-score';
import { Lattice } from './lattice';
import { byteAt, floatAt, intAt, setFloat } from '../../assembly/arrays';
import { enter } from './near';
import { longestSpan, Plane, skipScore } from './plane';

/** The number of cheap features, and the first of the three that skips have. */
const featureCount: i32 = 18;
const skipFeature: i32 = 15;

/** Writes the scores and cosines of all edges. */
export function scoreEdges(plane: Plane, lattice: Lattice): void {
  let entered = -1;
  for (let e = 0; e < lattice.edges; e++) {
    const node = intAt(lattice.from, e);
    const i = intAt(lattice.rows, node);
    const j = intAt(lattice.columns, node);
    const n = height(lattice, e);
    const m = width(lattice, e);
    let score: f64 = 0;
    let cosine: f64 = 0;
    if (byteAt(lattice.fixed, e) == 0) {
      if (n == 0) score = skipScore(plane, floatAt(plane.bestB, j));
      else if (m == 0) score = skipScore(plane, floatAt(plane.bestA, i));
      else {
        if (node != entered) enter(plane, i, j, longestSpan);
        entered = node;
        score = scoreCheaply(plane, i, n, j, m);
        cosine = floatAt(features, 1);
      }
    }
    setFloat(lattice.scores, e, score);
    setFloat(lattice.cosines, e, cosine);
  }
}

/** Writes the features of all edges to `out`, row by row, as 32-bit floats; zeros for an anchor. `out` is cleared. */
export function describeEdges(plane: Plane, lattice: Lattice, out: usize): void {
  for (let e = 0; e < lattice.edges; e++) {
    if (byteAt(lattice.fixed, e) == 1) continue;
    const node = intAt(lattice.from, e);
    const i = intAt(lattice.rows, node);
    const j = intAt(lattice.columns, node);
    const n = height(lattice, e);
    const m = width(lattice, e);
    const row = out + ((<usize>e * featureCount) << 2);
    if (n == 0 || m == 0) {
      const best = n == 0 ? floatAt(plane.bestB, j) : floatAt(plane.bestA, i);
      setFeature(row, skipFeature, 1);
      setFeature(row, skipFeature + 1, best);
      setFeature(row, skipFeature + 2, best * best);
    } else {
      enter(plane, i, j, longestSpan);
      scoreCheaply(plane, i, n, j, m);
      for (let k = 0; k < 7; k++) setFeature(row, k, floatAt(features, k));
      setFeature(row, byteAt(plane.classes, n * 8 + m), 1);
      setFeature(row, sizeFeature, <f64>(n + m - 2));
    }
  }
}

function height(lattice: Lattice, e: i32): i32 {
  return intAt(lattice.rows, intAt(lattice.to, e)) - intAt(lattice.rows, intAt(lattice.from, e));
}

function width(lattice: Lattice, e: i32): i32 {
  return (
    intAt(lattice.columns, intAt(lattice.to, e)) - intAt(lattice.columns, intAt(lattice.from, e))
  );
}

function setFeature(row: usize, k: i32, value: f64): void {
  store<f32>(row + ((<usize>k) << 2), <f32>value);
}
