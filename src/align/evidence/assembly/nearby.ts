import { Lattice } from './lattice';
import { Bytes, Floats, Ints } from './memory';

/** What the first pass says of where sentences belong, for each sentence of a side. */
@unmanaged
export class Nearby {
  /** The first sentence of the other side that is near, and one past the last. */
  first: Ints = changetype<Ints>(0);
  end: Ints = changetype<Ints>(0);
  /** 1 if its bead is certain. */
  sure: Bytes = changetype<Bytes>(0);
}

/** A bead with this probability after the first pass is certain. */
const certainPosterior: f64 = 0.9999;

/**
 * Fills `nearby`: for each sentence, the sentences of the other side that its beads touch, and one beyond.
 *
 * @param columns whether the second side's sentences are meant
 */
export function lookAround(
  lattice: Lattice,
  posteriors: Floats,
  columns: bool,
  count: i32,
  otherCount: i32,
  nearby: Nearby,
): void {
  const own = columns ? lattice.columns : lattice.rows;
  const others = columns ? lattice.rows : lattice.columns;
  const first = nearby.first;
  const end = nearby.end;
  for (let i = 0; i < count; i++) first[i] = otherCount;
  for (let e = 0; e < lattice.edges; e++) {
    const from = lattice.from[e];
    const to = lattice.to[e];
    const isSure = posteriors[e] > certainPosterior;
    for (let i = own[from]; i < own[to]; i++) {
      first[i] = max(0, min(first[i], others[from] - 1));
      end[i] = min(otherCount, max(end[i], others[to] + 1));
      if (isSure) nearby.sure[i] = 1;
    }
  }
  for (let i = 0; i < count; i++) if (first[i] > end[i]) first[i] = end[i];
}
