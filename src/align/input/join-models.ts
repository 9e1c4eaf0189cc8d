import type { Embedding, Vectors } from '../../domain.js';
import { baseLanguage } from '../../text/tags.js';
import type { StreamInput } from './stream-input.js';
import { spreadPairs } from '../numeric/spread-pairs.js';
import { dot } from '../vectors/dot.js';
import { evenly, nearestNeighbours } from '../vectors/nearest-neighbours.js';
import { pickRows } from '../vectors/pick-rows.js';

/** Pairs of sentences sampled for the level of chance. */
const chancePairs = 2000;
/** Sentences of one side whose nearest neighbours are looked up, which keeps the cost linear. */
const probedSentences = 512;
/** Texts of fewer sentences say too little about a model. */
const leastSentences = 4;
/** A model whose translations are not this much more similar than chance tells nothing apart. */
const leastRange = 0.02;
/** Share of sentences that a model must have vectors for. */
const leastKnown = 0.9;
/** Sentences whose weight the mean of both texts has in the mean of one. */
const priorSentences = 8;
/** Limit of how far a model's similarities are drawn apart. */
const steepest = 2;
/** Levels of the texts that the aligner's weights were fitted on. */
const typical = { chance: 0.06, matched: 0.46 };

/**
 * Joins the vectors of another model with those of the bundled model, which the aligners' weights were
 * fitted on. The other model's mean direction is taken out, and its similarities are mapped so that
 * chance and translations reach the bundled model's levels in these two texts. Each row then holds the
 * vectors of both, so that the product of two rows is a weighted mean of both models' similarities; the
 * model that sets translations further apart from the next best sentence weighs more. Pieces are the
 * bundled model's.
 *
 * Two texts in one language that the bundled model knows are left to it: what matters there is which
 * words are the same. Inputs without another model's vectors are returned unchanged. Linear in the texts.
 */
export function joinModels(a: StreamInput, b: StreamInput): readonly [StreamInput, StreamInput] {
  const [bundledA, bundledB] = [a.embedding.bundled, b.embedding.bundled];
  if (bundledA === undefined || bundledB === undefined) return [a, b];
  const isOneLanguage = baseLanguage(a.stream.language) === baseLanguage(b.stream.language);
  const [joinedA, joinedB] =
    isOneLanguage && isKnown(bundledA) && isKnown(bundledB)
      ? [bundledA, bundledB]
      : joinEmbeddings([bundledA, bundledB], centreBoth(a.embedding.vectors, b.embedding.vectors));
  return [
    { ...a, embedding: joinedA },
    { ...b, embedding: joinedB },
  ];
}

/** A model knows a text if hardly any sentence is without a vector. */
function isKnown({ vectors }: Embedding): boolean {
  const known = vectors.norms.reduce((count, norm) => count + (norm > 0 ? 1 : 0), 0);
  return known >= leastKnown * vectors.count;
}

function joinEmbeddings(
  [bundledA, bundledB]: readonly [Embedding, Embedding],
  [otherA, otherB]: readonly [Vectors, Vectors],
): readonly [Embedding, Embedding] {
  const own = measureModel(bundledA.vectors, bundledB.vectors);
  const other = measureModel(otherA, otherB);
  if (other === null) return [bundledA, bundledB];
  const known = own === null ? 0 : own.contrast ** 2;
  const share = known / (known + other.contrast ** 2 || 1);
  const map = mapping(own, other, share);
  const join = (bundled: Embedding, vectors: Vectors): Embedding => ({
    vectors: joinRows(bundled.vectors, vectors, share, map),
    pieces: bundled.pieces && { ...bundled.pieces, sums: bundled.vectors },
  });
  return [join(bundledA, otherA), join(bundledB, otherB)];
}

/** A similarity is multiplied by `slope` before `offset` is added. */
interface Mapping {
  readonly slope: number;
  readonly offset: number;
}

/**
 * Brings the other model's similarities to the bundled model's levels; the less that is to be relied
 * on, the more to typical levels.
 */
function mapping(own: Levels | null, other: Levels, share: number): Mapping {
  const level = (ofOwn: number | undefined, usual: number): number =>
    ofOwn === undefined ? usual : share * ofOwn + (1 - share) * usual;
  const chance = level(own?.chance, typical.chance);
  const range = level(own?.matched, typical.matched) - chance;
  // Texts that overlap in part have many mutual neighbours by chance: the best ones fix the scale.
  const scale =
    own === null
      ? 1 / (other.matched - other.chance)
      : (own.best - own.chance) / (own.matched - own.chance) / (other.best - other.chance);
  const slope = Math.max(0, Math.min(steepest, range * scale));
  return { slope, offset: Math.max(0, chance - slope * other.chance) };
}

/**
 * The product of two rows is `share` x the bundled model's cosine + (1 - share) x (slope x the other
 * model's + offset).
 */
function joinRows(
  bundled: Vectors,
  other: Vectors,
  share: number,
  { slope, offset }: Mapping,
): Vectors {
  const { count } = bundled;
  const dimension = bundled.dimension + other.dimension + 1;
  const units = new Float32Array(count * dimension);
  const norms = bundled.norms.slice();
  const usual = mean([...norms].filter((norm) => norm > 0)) || 1;
  const own = Math.sqrt(share);
  const beside = Math.sqrt((1 - share) * slope);
  const common = Math.sqrt((1 - share) * offset);
  for (let i = 0; i < count; i++) {
    if (!(other.norms[i]! > 0) && !(norms[i]! > 0)) continue;
    if (!(norms[i]! > 0)) norms[i] = usual;
    let at = i * dimension;
    let from = i * bundled.dimension;
    for (let d = 0; d < bundled.dimension; d++) units[at++] = own * bundled.units[from++]!;
    from = i * other.dimension;
    for (let d = 0; d < other.dimension; d++) units[at++] = beside * other.units[from++]!;
    units[at] = common;
  }
  return { count, dimension, units, norms };
}

/** How a model sees two texts. */
export interface Levels {
  /** Mean similarity of pairs taken evenly from both texts: nearly all are unrelated. */
  readonly chance: number;
  /** Mean similarity of sentences that are each other's nearest. */
  readonly matched: number;
  /** How far these stand out from the next best, as a share of the range from chance to matched. */
  readonly contrast: number;
  /** Mean similarity of the best quarter of these. */
  readonly best: number;
}

/**
 * How much of the product of two rows is the bundled model's cosine, between 0 and 1; the rest is the other model's,
 * whose range from chance to counterparts is taken into account. All of it where nothing is known of the other.
 */
export function relyOn(own: Levels | null, other: Levels | null): number {
  if (other === null) return 1;
  if (own === null) return 0;
  const share = own.contrast ** 2 / (own.contrast ** 2 + other.contrast ** 2 || 1);
  const range = ({ matched, chance }: Levels): number => matched - chance;
  const beside = (1 - share) * Math.min(steepest, range(own) / range(other));
  return share / (share + beside || 1);
}

/** Null if the texts are too short, or the model sees nothing in them. */
export function measureModel(a: Vectors, b: Vectors): Levels | null {
  if (Math.min(a.count, b.count) < leastSentences) return null;
  let sum = 0;
  spreadPairs(chancePairs, a.count, b.count, (i, j) => {
    sum += dot(a.units, i * a.dimension, b.units, j * b.dimension, a.dimension);
  });
  const chance = sum / chancePairs;
  const rows = evenly(a.count, Math.min(a.count, probedSentences));
  const forward = nearestNeighbours(pickRows(a, rows), b, 2).a;
  const found = rows.map((_, at) => forward.index[2 * at]!);
  const partners = pickRows(
    b,
    found.map((j) => Math.max(0, j)),
  );
  const backward = nearestNeighbours(partners, a, 2).a;
  const mutual: number[] = [];
  let next = 0;
  rows.forEach((row, at) => {
    if (found[at]! < 0 || backward.index[2 * at] !== row) return;
    mutual.push(forward.cosine[2 * at]!);
    next += (forward.cosine[2 * at + 1]! + backward.cosine[2 * at + 1]!) / 2;
  });
  const matched = mean(mutual);
  const range = matched - chance;
  if (mutual.length === 0 || range < leastRange) return null;
  const contrast = Math.max(0, (matched - next / mutual.length) / range);
  mutual.sort((x, y) => y - x);
  const best = mean(mutual.slice(0, Math.ceil(mutual.length / 4)));
  return { chance, matched, contrast, best };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Takes the mean direction out of both; a short text's mean is drawn towards that of both. */
function centreBoth(a: Vectors, b: Vectors): readonly [Vectors, Vectors] {
  const sumA = sumOf(a);
  const sumB = sumOf(b);
  const both = sumA.map((value, d) => (value + sumB[d]!) / Math.max(1, a.count + b.count));
  const meanOf = (sum: Float64Array, count: number): Float64Array =>
    sum.map((value, d) => (value + priorSentences * both[d]!) / (count + priorSentences));
  return [centre(a, meanOf(sumA, a.count)), centre(b, meanOf(sumB, b.count))];
}

function sumOf({ count, dimension, units }: Vectors): Float64Array {
  const sum = new Float64Array(dimension);
  for (let i = 0, at = 0; i < count; i++) {
    for (let d = 0; d < dimension; d++) sum[d]! += units[at++]!;
  }
  return sum;
}

function centre(vectors: Vectors, mean: Float64Array): Vectors {
  const { count, dimension, norms } = vectors;
  const units = vectors.units.slice();
  for (let i = 0; i < count; i++) {
    if (!(norms[i]! > 0)) continue;
    const start = i * dimension;
    for (let d = 0; d < dimension; d++) units[start + d]! -= mean[d]!;
    const length = Math.sqrt(dot(units, start, units, start, dimension));
    for (let d = 0; d < dimension; d++) units[start + d]! /= length > 0 ? length : 1;
  }
  return { ...vectors, units };
}
