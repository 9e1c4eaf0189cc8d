/**
 * The first pass: which beads are worth a closer look (see prune-beads.ts). Arrays are those of `Plane` and `Lattice`;
 * what is reserved here lies behind what the caller laid out.
 */
import { scoreEdges } from './edges';
import { compactLattice, Lattice } from './lattice';
import { endList, floatAt, floats, nextList, reserve, setFloat, startAt } from './memory';
import { allNodes } from './nodes';
import { Plane, Shapes, skipScore } from './plane';
import { best, goBack, goForward, keepNodes, Sweep } from './sweep';

export { describeEdges } from './edges';
export { arriveRow, leaveRow } from './sweep';

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}

/**
 * The lattice, with scores, of the beads whose best path comes within `delta` of the best path of all. Only between nodes whose best
 * path comes within `roughDelta` when there are but `few` shapes are `all` scored. Lists begin at `free`.
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
  const lattice = compactLattice(plane, nodes, sweep.edges, sweep.end);
  scoreEdges(plane, lattice);
  return lattice;
}

function skipScores(plane: Plane, best: usize, count: i32): usize {
  const scores = floats(count, 0);
  for (let k = 0; k < count; k++) setFloat(scores, k, skipScore(plane, floatAt(best, k)));
  return scores;
}
