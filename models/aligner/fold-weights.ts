import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weights as shipped } from '../../src/align/parallel/weights.js';
import type { FittedWeights } from '../../src/align/parallel/reading.js';

/** The weights that were fitted without a set, `FOLDS/<set>.json`; the program's if nothing was fitted on it. */
export function foldWeights(folds: string, set: string): FittedWeights {
  const path = join(folds, `${set}.json`);
  if (!existsSync(path)) return shipped;
  return JSON.parse(readFileSync(path, 'utf8')) as FittedWeights;
}
