import type { Bead } from '../domain.js';
import { nearestNeighbours } from './comparable-neighbours.js';
import type { NeighbourTable } from './comparable-neighbours.js';
import type { StreamInput } from './stream-input.js';

/** Neighbours that make up a sentence's background (Artetxe & Schwenk 2019 take 4). */
const neighbours = 4;

/** A pair is taken when its margin (cosine over background) reaches this ... */
const leastMargin = 1.2;
/** ... and its cosine this. */
const leastCosine = 0.35;

/**
 * Aligns two streams that overlap only in part, in any order. Every position of both comes out
 * exactly once, most of them perhaps as 1-0 and 0-1.
 */
export function alignComparable(a: StreamInput, b: StreamInput): Bead[] {
  const nearest = nearestNeighbours(a.embedding.vectors, b.embedding.vectors, neighbours);
  const backgroundA = background(nearest.a);
  const backgroundB = background(nearest.b);
  const beads: Bead[] = [];
  const takenB = new Uint8Array(nearest.b.count);
  for (let i = 0; i < nearest.a.count; i++) {
    const j = nearest.a.k > 0 ? nearest.a.index[i * nearest.a.k]! : -1;
    const mutual = j >= 0 && nearest.b.index[j * nearest.b.k] === i;
    const cosine = mutual ? nearest.a.cosine[i * nearest.a.k]! : 0;
    const margin = mutual ? (2 * cosine) / (backgroundA[i]! + backgroundB[j]!) : 0;
    if (mutual && cosine >= leastCosine && margin >= leastMargin) {
      takenB[j] = 1;
      beads.push(bead([i], [j], cosine, Math.max(0, Math.min(1, cosine))));
    } else {
      beads.push(bead([i], [], 0, 0.5));
    }
  }
  for (let j = 0; j < nearest.b.count; j++) {
    if (!takenB[j]) beads.push(bead([], [j], 0, 0.5));
  }
  return beads;
}

function bead(a: number[], b: number[], score: number, confidence: number): Bead {
  return { a, b, score, confidence, method: 'comparable', crossing: false };
}

/** Mean cosine with the k nearest: what a sentence reaches with anything at all. */
function background(table: NeighbourTable): Float32Array {
  const mean = new Float32Array(table.count);
  for (let row = 0; row < table.count; row++) {
    let sum = 0;
    for (let n = 0; n < table.k; n++) sum += table.cosine[row * table.k + n]!;
    mean[row] = sum / Math.max(1, table.k);
  }
  return mean;
}
