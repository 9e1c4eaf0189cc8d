/**
 * The first pass, which finds the beads that are worth a closer look (see prune-beads.ts), and paths through lattices
 * (see paths.ts). Whatever an exported function reserves begins at `free`: behind what the caller laid out.
 */
import * as compact from './compact';
import { scoreEdges } from './edges';
import { Lattice } from './lattice';
import { floatAt, setFloat } from '../../assembly/arrays';
import { endList, floats, nextList, reserve, startAt } from './memory';
import { allNodes } from './nodes';
import * as paths from './paths';
import { Plane, Shapes, skipScore } from './plane';
import { best, goBack, goForward, keepNodes, Sweep } from './sweep';

export { describeEdges } from './edges';
export { goOn, joinSums, sumBackward, sumForward } from './paths';
export { arriveRow, leaveRow } from './sweep';

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}

/**
 * The lattice, with scores, of the beads whose best path comes within `delta` of the best path of all. Only between
 * nodes whose best path comes within `roughDelta` when there are but `few` shapes are `all` scored.
 */
export function prune(
  plane: Plane,
  few: Shapes,
  all: Shapes,
  run: f64,
  roughDelta: f64,
  delta: f64,
  free: usize,
): Lattice {
  startAt(free);
  const skipsA = skipScores(plane, plane.bestA, plane.rows);
  const skipsB = skipScores(plane, plane.bestB, plane.columns);
  const nodes = allNodes(plane);
  const sweep = changetype<Sweep>(reserve(offsetof<Sweep>()));
  const behind = nextList();
  sweep.plane = plane;
  sweep.nodes = nodes;
  sweep.shapes = few;
  sweep.run = run;
  sweep.skipsA = skipsA;
  sweep.skipsB = skipsB;
  goForward(sweep);
  goBack(sweep, Infinity);
  keepNodes(sweep, best(sweep) - roughDelta);
  endList(behind);
  sweep.shapes = all;
  goForward(sweep);
  goBack(sweep, best(sweep) - delta);
  const lattice = compact.compactLattice(plane, nodes, sweep.edges, sweep.end);
  scoreEdges(plane, lattice);
  return lattice;
}

function skipScores(plane: Plane, best: usize, count: i32): usize {
  const scores = floats(count, 0);
  for (let k = 0; k < count; k++) setFloat(scores, k, skipScore(plane, floatAt(best, k)));
  return scores;
}

/** The address of the posteriors of all edges. */
export function posteriors(lattice: Lattice, run: f64, free: usize): usize {
  startAt(free);
  return paths.posteriors(lattice, run);
}

/** The path with the greatest sum of scores. */
export function bestPath(lattice: Lattice, run: f64, free: usize): paths.Path {
  startAt(free);
  return paths.bestPath(lattice, run);
}

/** Turns posteriors of edges into those of beads. */
export function sumSkips(lattice: Lattice, posteriors: usize, free: usize): void {
  startAt(free);
  paths.sumSkips(lattice, posteriors);
}

/** Leaves of a lattice only those edges whose posterior is more than `least` or that are on the best path. */
export function keepEdges(
  lattice: Lattice,
  posteriors: usize,
  least: f64,
  run: f64,
  free: usize,
): void {
  startAt(free);
  compact.keepEdges(lattice, posteriors, least, paths.bestPath(lattice, run));
}
