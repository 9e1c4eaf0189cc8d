import { join } from 'node:path';
import type { Embedder } from '../../domain.js';
import { loadEmbedder } from '../../embed/embedder.js';
import { directories } from '../../platform/directories.js';
import type { ParsedArguments } from '../command.js';

/** Which model, and whether its vectors are kept between runs; plain data for workers. */
export interface ModelChoice {
  /** Null is the bundled model. */
  readonly model: string | null;
  readonly cache: boolean;
}

/** What `--model` and `--no-cache` ask for. */
export function modelChoice(args: Pick<ParsedArguments, 'text' | 'flag'>): ModelChoice {
  return { model: args.text('model') ?? null, cache: args.flag('cache') };
}

/** Loads the model that the options ask for. Errors as `loadEmbedder`. */
export function loadModel(args: Pick<ParsedArguments, 'text' | 'flag'>): Promise<Embedder> {
  return loadChosenModel(modelChoice(args));
}

/** As `loadModel`, from plain data. */
export function loadChosenModel(choice: ModelChoice): Promise<Embedder> {
  return loadEmbedder({
    ...(choice.model !== null && { model: choice.model }),
    cacheFolder: choice.cache ? join(directories().cache, 'vectors') : null,
  });
}
