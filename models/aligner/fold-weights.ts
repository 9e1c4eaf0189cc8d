import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weights as shipped } from '../../src/align/parallel/weights.js';
import type { FittedWeights } from '../../src/align/parallel/reading.js';

/** The weights that were fitted without a set, `FOLDS/<set>.json`; the calibration is the program's. */
export function foldWeights(folds: string, set: string): FittedWeights {
  return {
    confidence: shipped.confidence,
    ...(JSON.parse(readFileSync(join(folds, `${set}.json`), 'utf8')) as object),
  } as FittedWeights;
}
