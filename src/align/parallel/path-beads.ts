import type { Bead } from '../../domain.js';
import type { Anchor } from '../input/anchors.js';
import { spanProduct } from '../search/band.js';
import { calibrate, confidenceInputNames, confidenceInputs, cosineInput } from './confidence.js';
import { confidenceWeights } from './confidence-weights.js';
import { markCrossing } from '../order/mark-crossing.js';
import type { Lattice } from '../search/lattice.js';
import type { Reading } from './reading.js';
import { longestSpan } from '../search/bead-shapes.js';
import type { Plane } from '../search/plane.js';

/** The beads of a path through a reading, with calibrated confidence. O(path). */
export function pathBeads(reading: Reading, path: Int32Array, probabilities: Float64Array): Bead[] {
  const { plane, lattice, evidence } = reading;
  const inputs = confidenceInputs(reading, path, probabilities);
  const confidences = calibrate(inputs, confidenceWeights);
  return Array.from(path, (edge, k) => {
    const from = lattice.from[edge]!;
    const to = lattice.to[edge]!;
    const fixed = lattice.fixed[edge] === 1;
    return {
      a: listed(plane.a.positions, lattice.rows[from]!, lattice.rows[to]!),
      b: listed(plane.b.positions, lattice.columns[from]!, lattice.columns[to]!),
      // Rounding can make a sentence's cosine with its copy a ten-thousandth too large.
      score: Math.min(
        1,
        fixed
          ? fixedCosine(plane, lattice, edge)
          : inputs[k * confidenceInputNames.length + cosineInput]! / evidence.scale,
      ),
      confidence: fixed ? 1 : confidences[k]!,
      method: fixed ? 'anchor' : 'parallel',
      crossing: false,
    };
  });
}

/** A part of an array as a list: one by one, since most have one or two numbers. */
function listed(positions: Int32Array, from: number, to: number): number[] {
  const list: number[] = [];
  for (let i = from; i < to; i++) list.push(positions[i]!);
  return list;
}

/** Cosine of an anchor's sides; 0 if it has more sentences than any bead. */
function fixedCosine(plane: Plane, lattice: Lattice, edge: number): number {
  const i = lattice.rows[lattice.from[edge]!]!;
  const j = lattice.columns[lattice.from[edge]!]!;
  const n = lattice.rows[lattice.to[edge]!]! - i;
  const m = lattice.columns[lattice.to[edge]!]! - j;
  if (n === 0 || m === 0 || n > longestSpan || m > longestSpan) return 0;
  return (
    spanProduct(plane.band, i, n, j, m) *
    plane.spansA[i * longestSpan + n - 1]! *
    plane.spansB[j * longestSpan + m - 1]!
  );
}

/** Adds the beads that were set aside: anchors out of order, and sentences that cannot be aligned. */
export function weave(
  beads: readonly Bead[],
  aside: readonly Anchor[],
  countA: number,
  countB: number,
): Bead[] {
  const all: Bead[] = [...beads];
  for (const { a, b } of aside) {
    all.push({ a, b, score: 0, confidence: 1, method: 'anchor', crossing: false });
  }
  const seenA = new Uint8Array(countA);
  const seenB = new Uint8Array(countB);
  for (const { a, b } of all) {
    for (const i of a) seenA[i] = 1;
    for (const j of b) seenB[j] = 1;
  }
  const lone = { score: 0, confidence: 1, method: 'parallel', crossing: false } as const;
  for (let i = 0; i < countA; i++) if (seenA[i] === 0) all.push({ ...lone, a: [i], b: [] });
  for (let j = 0; j < countB; j++) if (seenB[j] === 0) all.push({ ...lone, a: [], b: [j] });
  return markCrossing(all);
}
