import type { Embedding, Vectors } from '../../domain.js';
import { spreadPairs } from '../numeric/spread-pairs.js';
import { dot } from './dot.js';
import { nearestNeighbours } from './nearest-neighbours.js';

const env = (name: string, value: number): number => Number(process.env[name] ?? value);
const alpha = env('ALPHA', 0.5);

/** TRIAL */
export function combineViews(a: Embedding, b: Embedding): readonly [Embedding, Embedding] {
  if (a.second === undefined || b.second === undefined) return [a, b];
  const [otherA, otherB] = centreBoth(a.second, b.second);
  const own = level(a.vectors, b.vectors);
  const other = level(otherA, otherB);
  if (process.env['STATS']) {
    const f = (x: number): string => x.toFixed(3);
    process.stderr.write(
      `${a.vectors.count}x${b.vectors.count} own ${f(own.chance)}±${f(own.spread)} ${f(own.matched)} n${own.mutual} other ${f(other.chance)}±${f(other.spread)} ${f(other.matched)} n${other.mutual}\n`,
    );
  }
  // other' = s * other + c, so that chance and matched are those of `own`.
  const s = (own.matched - own.chance) / (other.matched - other.chance);
  const c = Math.max(0, own.chance - s * other.chance);
  const join = (e: Embedding, o: Vectors): Embedding => ({
    vectors: joinVectors(e.vectors, o, s, c),
    pieces: e.pieces && { ...e.pieces, sums: e.vectors },
  });
  return [join(a, otherA), join(b, otherB)];
}

function joinVectors(own: Vectors, other: Vectors, s: number, c: number): Vectors {
  const dimension = own.dimension + other.dimension + 1;
  const units = new Float32Array(own.count * dimension);
  const norms = new Float32Array(own.count);
  const wOwn = Math.sqrt(alpha);
  const wOther = Math.sqrt((1 - alpha) * s);
  const wConst = Math.sqrt((1 - alpha) * c);
  for (let i = 0; i < own.count; i++) {
    norms[i] = own.norms[i]!;
    const at = i * dimension;
    if (!(norms[i]! > 0)) {
      if (!(other.norms[i]! > 0)) continue;
      norms[i] = 1;
    }
    for (let d = 0; d < own.dimension; d++) units[at + d] = wOwn * own.units[i * own.dimension + d]!;
    for (let d = 0; d < other.dimension; d++)
      units[at + own.dimension + d] = wOther * other.units[i * other.dimension + d]!;
    units[at + dimension - 1] = wConst;
  }
  return { count: own.count, dimension, units, norms };
}

interface Level {
  chance: number;
  spread: number;
  matched: number;
  mutual: number;
}

function level(a: Vectors, b: Vectors): Level {
  let sum = 0;
  let squares = 0;
  const samples = 2000;
  for (const [i, j] of spreadPairs(samples, a.count, b.count)) {
    const value = dot(a.units, i * a.dimension, b.units, j * b.dimension, a.dimension);
    sum += value;
    squares += value * value;
  }
  const chance = sum / samples;
  const spread = Math.sqrt(Math.max(0, squares / samples - chance * chance));
  const near = nearestNeighbours(a, b, 1);
  let matched = 0;
  let mutual = 0;
  for (let i = 0; i < a.count; i++) {
    const j = near.a.index[i]!;
    if (j < 0 || near.b.index[j] !== i) continue;
    matched += near.a.cosine[i]!;
    mutual++;
  }
  return { chance, spread, matched: matched / mutual, mutual };
}

function centreBoth(a: Vectors, b: Vectors): readonly [Vectors, Vectors] {
  const prior = env('PRIOR', 8);
  const sumA = sumOf(a);
  const sumB = sumOf(b);
  const pooled = sumA.map((x, d) => (x + sumB[d]!) / (a.count + b.count));
  const centre = (v: Vectors, sum: Float64Array): Vectors => {
    const mean = sum.map((x, d) => (x + prior * pooled[d]!) / (v.count + prior));
    const units = v.units.slice();
    const { dimension } = v;
    for (let i = 0; i < v.count; i++) {
      if (!(v.norms[i]! > 0)) continue;
      const start = i * dimension;
      for (let d = 0; d < dimension; d++) units[start + d]! -= mean[d]!;
      const length = Math.sqrt(dot(units, start, units, start, dimension));
      for (let d = 0; d < dimension; d++) units[start + d]! /= length > 0 ? length : 1;
    }
    return { ...v, units };
  };
  return [centre(a, sumA), centre(b, sumB)];
}

function sumOf({ count, dimension, units }: Vectors): Float64Array {
  const sum = new Float64Array(dimension);
  for (let i = 0; i < count; i++)
    for (let d = 0; d < dimension; d++) sum[d]! += units[i * dimension + d]!;
  return sum;
}
