import { ParallelAligner } from './align-parallel.js';
import { planStreamAnchors } from '../input/anchors.js';
import { shiftBead, type BeadPositions } from '../input/bead-positions.js';
import { joinModels } from '../input/join-models.js';
import type { Anchor } from '../input/anchors.js';
import { weights } from './weights.js';
import { featureTable } from '../features/feature-table.js';
import type { FeatureGroup } from '../features/feature-table.js';
import type { Lattice } from '../search/lattice.js';
import { bestPath } from '../search/paths.js';
import type { Reading } from './reading.js';
import { attributeScore } from './score.js';
import type { StreamInput } from '../input/stream-input.js';
import { cutAt, placesToCut, stretchInput } from '../stretches/cut-stretches.js';
import type { SurePlace } from '../stretches/sure-places.js';

/** A bead that the aligner scored. */
export interface WeighedBead extends BeadPositions {
  readonly score: number;
  /** Probability in the aligner's own model, before calibration. */
  readonly posterior: number;
}

/** One reason: a group of features and what it adds to the score. */
export interface ScorePart {
  readonly group: FeatureGroup | 'paragraphs';
  readonly contribution: number;
  /** Its features that are not 0, those that contribute most first. */
  readonly features: readonly {
    readonly name: string;
    readonly value: number;
    readonly contribution: number;
  }[];
}

/** Why a bead is or is not in the parallel alignment. */
export interface Explanation extends BeadPositions {
  /** False if the bead was dropped early, or is impossible because it has a gap: then nothing else is known. */
  readonly considered: boolean;
  /** Whether it is in the alignment. */
  readonly chosen: boolean;
  readonly score: number;
  readonly posterior: number;
  /** The score before any feature counts; `base` and the parts add up to the score. */
  readonly base: number;
  /** Largest contribution first. */
  readonly parts: readonly ScorePart[];
  /**
   * Score of the best path with this bead, less that of the best path without it. Null if every path
   * contains it (an anchor).
   */
  readonly margin: number | null;
  /** The beads in its place on the best path without it, or in the alignment if it was not chosen. */
  readonly instead: readonly WeighedBead[];
  /** Other beads that share a sentence with it, the most probable first. */
  readonly alternatives: readonly WeighedBead[];
}

const mostAlternatives = 5;

/**
 * Explains beads of two streams as `alignParallel` scores them. The streams, or the
 * stretches of long ones in which the beads stand, are read once for all beads. Deterministic; costs as much as an
 * alignment.
 *
 * @throws AppError `bad-anchor`, as `alignParallel` does.
 */
export function explainBeads(
  givenFirst: StreamInput,
  givenSecond: StreamInput,
  beads: readonly BeadPositions[],
  options: { readonly anchors?: readonly Anchor[] } = {},
): Explanation[] {
  const [first, second] = joinModels(givenFirst, givenSecond);
  const { chain } = planStreamAnchors(options.anchors ?? [], first, second);
  const seams = placesToCut(first, second);
  const explanations = new Map<BeadPositions, Explanation>();
  cutAt(first, second, seams).forEach((stretch, k) => {
    const own = beads.filter((bead) => stretchOf(bead, seams) === k);
    if (own.length === 0) return;
    const part = stretchInput(first, second, stretch, chain, undefined);
    const plan = planStreamAnchors(part.anchors, part.first, part.second);
    const { reading, path } = new ParallelAligner(part.first, part.second).decode(plan);
    const [byA, byB] = [stretch.rangeA[0], stretch.rangeB[0]];
    for (const bead of own) {
      const found = explain(reading, path, shiftBead(bead, -byA, -byB));
      const back = (other: WeighedBead): WeighedBead => shiftBead(other, byA, byB);
      explanations.set(bead, {
        ...found,
        a: bead.a,
        b: bead.b,
        instead: found.instead.map(back),
        alternatives: found.alternatives.map(back),
      });
    }
  });
  return beads.flatMap((bead) => explanations.get(bead) ?? []);
}

/** The stretch in which a bead is aligned: where its first sentence stands. */
function stretchOf({ a, b }: BeadPositions, seams: readonly SurePlace[]): number {
  const [side, position] = a.length > 0 ? (['a', a[0]!] as const) : (['b', b[0] ?? 0] as const);
  return seams.filter((seam) => seam[side] <= position).length;
}

function explain(reading: Reading, path: Int32Array, bead: BeadPositions): Explanation {
  const { lattice, scores, posteriors } = reading;
  const edge = findEdge(reading, bead, path);
  if (edge < 0) {
    return {
      ...bead,
      considered: false,
      chosen: false,
      score: 0,
      posterior: 0,
      base: 0,
      parts: [],
      margin: null,
      instead: overlapping(reading, [...path], bead),
      alternatives: mostProbable(reading, bead, -1),
    };
  }
  const chosen = path.includes(edge);
  const through = pathThrough(lattice, scores, edge);
  const without = pathWithout(lattice, scores, edge);
  const margin =
    without === null ? null : total(lattice, through, scores) - total(lattice, without, scores);
  const instead = chosen ? (without ?? []) : path;
  return {
    ...bead,
    considered: true,
    chosen,
    score: scores[edge]!,
    posterior: posteriors[edge]!,
    ...partsOf(reading, edge),
    margin,
    instead: overlapping(reading, [...instead], bead).filter((x) => !samePositions(x, bead)),
    alternatives: mostProbable(reading, bead, edge),
  };
}

/**
 * The edge with the bead's positions, or -1. A skip can have several: then the one on the path, or else
 * the most probable.
 */
function findEdge(reading: Reading, bead: BeadPositions, path: Int32Array): number {
  const { lattice, posteriors } = reading;
  const onPath = new Set(path);
  let found = -1;
  for (let e = 0; e < lattice.edges; e++) {
    if (!samePositions(positionsOf(reading, e), bead)) continue;
    if (onPath.has(e)) return e;
    if (found < 0 || posteriors[e]! > posteriors[found]!) found = e;
  }
  return found;
}

function samePositions(x: BeadPositions, y: BeadPositions): boolean {
  const same = (p: readonly number[], q: readonly number[]): boolean =>
    p.length === q.length && p.every((value, k) => value === q[k]);
  return same(x.a, y.a) && same(x.b, y.b);
}

function positionsOf({ lattice, plane }: Reading, edge: number): BeadPositions {
  const from = lattice.from[edge]!;
  const to = lattice.to[edge]!;
  return {
    a: [...plane.a.positions.subarray(lattice.rows[from]!, lattice.rows[to]!)],
    b: [...plane.b.positions.subarray(lattice.columns[from]!, lattice.columns[to]!)],
  };
}

function weighed(reading: Reading, edge: number): WeighedBead {
  return {
    ...positionsOf(reading, edge),
    score: reading.scores[edge]!,
    posterior: reading.posteriors[edge]!,
  };
}

function shares(x: BeadPositions, y: BeadPositions): boolean {
  return x.a.some((i) => y.a.includes(i)) || x.b.some((j) => y.b.includes(j));
}

function overlapping(
  reading: Reading,
  edges: readonly number[],
  bead: BeadPositions,
): WeighedBead[] {
  return edges.map((edge) => weighed(reading, edge)).filter((other) => shares(other, bead));
}

function mostProbable(reading: Reading, bead: BeadPositions, except: number): WeighedBead[] {
  const found: WeighedBead[] = [];
  for (let e = 0; e < reading.lattice.edges; e++) {
    if (e === except || reading.posteriors[e]! < 1e-4) continue;
    const other = weighed(reading, e);
    if (shares(other, bead) && !samePositions(other, bead)) found.push(other);
  }
  return found.sort((x, y) => y.posterior - x.posterior).slice(0, mostAlternatives);
}

/** Score of a path, including the weight for runs of skips. */
function total(lattice: Lattice, path: Int32Array, scores: Float64Array): number {
  const { rows, columns, from, to } = lattice;
  let sum = 0;
  let before = false;
  for (const edge of path) {
    const skips =
      rows[from[edge]!] === rows[to[edge]!] || columns[from[edge]!] === columns[to[edge]!];
    sum += scores[edge]! + (skips && before ? weights.score.run : 0);
    before = skips;
  }
  return sum;
}

function pathWithout(lattice: Lattice, scores: Float64Array, edge: number): Int32Array | null {
  const without = scores.slice();
  without[edge] = -1e9;
  const path = bestPath(lattice, without, weights.score.run);
  return path.includes(edge) ? null : path;
}

function pathThrough(lattice: Lattice, scores: Float64Array, edge: number): Int32Array {
  const through = scores.slice();
  through[edge]! += 1e9;
  return bestPath(lattice, through, weights.score.run);
}

function partsOf(reading: Reading, edge: number): Pick<Explanation, 'base' | 'parts'> {
  const row = reading.features.of(edge);
  const contributions = attributeScore(weights.score, row);
  const groups = new Map<FeatureGroup, ScorePart['features'][number][]>();
  featureTable.forEach(({ group, name }, k) => {
    if (row[k] === 0) return;
    const feature = { name, value: row[k]!, contribution: contributions[k]! };
    groups.set(group, [...(groups.get(group) ?? []), feature]);
  });
  const weight = ({ contribution }: { readonly contribution: number }): number =>
    Math.abs(contribution);
  const parts: ScorePart[] = [...groups].map(([group, features]) => ({
    group,
    contribution: features.reduce((sum, { contribution }) => sum + contribution, 0),
    features: features.sort((x, y) => weight(y) - weight(x)),
  }));
  const extra = reading.extra[edge]!;
  if (extra !== 0) parts.push({ group: 'paragraphs', contribution: extra, features: [] });
  parts.sort((x, y) => weight(y) - weight(x));
  const explained = parts.reduce((sum, { contribution }) => sum + contribution, 0);
  return { base: reading.scores[edge]! - explained, parts };
}
