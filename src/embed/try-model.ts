/** Tests that a model works: it loads, and its output for some sentences looks like vectors. */
import type { Embedder } from '../domain.js';
import { AppError } from '../errors.js';
import { loadEmbedder, type LoadOptions } from './embedder.js';

/** In several scripts, because a model need not know all of them. */
const sentences = ['The cat sat.', 'The dog ran far.', '昨日は雨が降った。', 'Собака спит дома.'];
/** Vectors that differ by less than this count as the same. */
const leastDifference = 1e-5;

/** The properties of a model that works. */
export interface TriedModel {
  /** Length of a vector. */
  readonly dimension: number;
}

/**
 * Loads a model into the runtime and embeds some sentences with it: every vector must be finite and of length one,
 * and different sentences must get different vectors.
 * @throws AppError (exit 69) as `loadEmbedder` does, or `model-unusable` with the reason
 */
export async function tryModel(
  options: Pick<LoadOptions, 'model' | 'places'>,
): Promise<TriedModel> {
  let embedder: Embedder | undefined;
  try {
    embedder = await loadEmbedder({ ...options, threads: 1, runtime: true });
    return await tryEmbedder(embedder);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw unusable(`cannot be loaded, or fails on a test sentence: ${why.split('\n')[0]}`, error);
  } finally {
    await embedder?.close();
  }
}

/** As `tryModel`, for a model that is already loaded. */
export async function tryEmbedder(embedder: Embedder): Promise<TriedModel> {
  const { dimension } = embedder;
  const { vectors } = await embedder.embed(sentences);
  if (vectors.dimension !== dimension || vectors.units.length !== sentences.length * dimension) {
    throw unusable(`gives vectors whose length is not ${dimension}, as its files state`);
  }
  const rows: Float32Array[] = [];
  for (let row = 0; row < sentences.length; row += 1) {
    const unit = vectors.units.subarray(row * dimension, (row + 1) * dimension);
    const norm = vectors.norms[row] ?? NaN;
    const square = unit.reduce((sum, value) => sum + value * value, 0);
    if (!Number.isFinite(square) || !Number.isFinite(norm)) {
      throw unusable('gives vectors that contain values that are not finite numbers');
    }
    // A sentence without a known word has no vector.
    if (norm === 0 && square === 0) continue;
    if (Math.abs(square - 1) > 0.01) throw unusable('gives vectors that are not of length one');
    rows.push(unit);
  }
  if (!rows.some((row) => differs(row, rows[0]))) {
    throw unusable(
      rows.length === 0
        ? 'gives no vector for any sentence'
        : 'gives all sentences the same vector',
    );
  }
  return { dimension };
}

function differs(one: Float32Array, other: Float32Array | undefined): boolean {
  return one.some((value, index) => Math.abs(value - (other?.[index] ?? value)) > leastDifference);
}

function unusable(what: string, cause?: unknown): AppError {
  return new AppError('model-unusable', `the model ${what}`, {
    hint: 'its files are damaged, or it is not a sentence model: download it again or use another model',
    ...(cause !== undefined && { cause }),
  });
}
