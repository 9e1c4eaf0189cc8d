import { join } from 'node:path';
import type { Embedder } from '../domain.js';
import { loadEmbedder } from '../embed/embedder.js';
import { directories } from '../platform/directories.js';
import { bundledModelName } from '../platform/models/model-files.js';

/** Which model, and whether its vectors are kept between runs; plain data for workers. */
export interface ModelChoice {
  /** Null is the bundled model. */
  readonly model: string | null;
  readonly cache: boolean;
}

/** The bundled model, with its vectors kept. */
export const bundledModel: ModelChoice = { model: null, cache: true };

/** Whether a choice is the bundled model, which any thread can load: its vectors need no runtime. */
export function choosesBundled({ model }: ModelChoice): boolean {
  return model === null || model === bundledModelName;
}

/** Loads the bundled model in a thread beside the one that has the chosen model. Throws as `loadEmbedder`. */
export function loadBundledBeside(): Promise<Embedder> {
  return loadEmbedder({ runtime: false });
}

/** Loads the chosen model. Throws as `loadEmbedder`. */
export function loadChosenModel(choice: ModelChoice): Promise<Embedder> {
  return loadEmbedder({
    ...(choice.model !== null && { model: choice.model }),
    cacheFolder: choice.cache ? join(directories().cache, 'vectors') : null,
  });
}
