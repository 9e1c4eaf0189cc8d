import type { Lattice, ScoredLattice } from './lattice.js';
import { addLattice, readLattice } from './search-arrays.js';
import { search } from './search-program.js';

/** The path with the greatest sum of scores, as edges in order; the earlier edge wins a tie. O(edges). */
export function bestPath(lattice: Lattice, scores: Float64Array, run: number): Int32Array {
  return search((input) => {
    const at = addLattice(input, lattice, scores);
    const free = input.write();
    const pathAt = input.program.bestPath(at, run, free) >>> 0;
    const { buffer } = input.program.memory;
    const [length, edges] = new Uint32Array(buffer, pathAt, 2);
    if (length === 0 && lattice.nodes > 1) throw new Error('lattice without a path');
    return new Int32Array(buffer, edges, length).slice();
  });
}

/**
 * Probability of every edge when paths are drawn in proportion to exp(sum of scores): the forward
 * and backward sums of a semi-Markov model (Sarawagi & Cohen 2004), in logarithms. O(edges).
 */
export function edgePosteriors(lattice: Lattice, scores: Float64Array, run: number): Float64Array {
  return search((input) => {
    const at = addLattice(input, lattice, scores);
    const free = input.write();
    const posteriorsAt = input.program.posteriors(at, run, free) >>> 0;
    return new Float64Array(input.program.memory.buffer, posteriorsAt, lattice.edges).slice();
  });
}

/**
 * Posteriors of edges, with that of a skip summed up over the nodes at which its sentence can be
 * skipped: the probability that the bead is right wherever the path runs. O(edges).
 */
export function beadProbabilities(lattice: Lattice, posteriors: Float64Array): Float64Array {
  return search((input) => {
    const at = addLattice(input, lattice);
    const posteriorsAt = input.add(posteriors);
    const free = input.write();
    input.program.sumSkips(at, posteriorsAt, free);
    return new Float64Array(input.program.memory.buffer, posteriorsAt, lattice.edges).slice();
  });
}

/** The same lattice with the edges whose posterior is more than `least`, and those of the best path. O(edges). */
export function keepEdges(
  { lattice, scores, cosines }: ScoredLattice,
  posteriors: Float64Array,
  least: number,
  run: number,
): ScoredLattice {
  return search((input) => {
    const at = addLattice(input, lattice, scores, cosines);
    const posteriorsAt = input.add(posteriors);
    const free = input.write();
    input.program.keepEdges(at, posteriorsAt, least, run, free);
    return readLattice(input.program.memory, at);
  });
}
