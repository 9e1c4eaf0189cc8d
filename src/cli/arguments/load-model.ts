import type { Embedder } from '../../domain.js';
import type { ParsedArguments } from './option-spec.js';
import { type ModelChoice, loadChosenModel } from '../../pipeline/chosen-model.js';

/** What `--model` and `--no-cache` ask for. */
export function modelChoice(args: Pick<ParsedArguments, 'text' | 'flag'>): ModelChoice {
  return { model: args.text('model') ?? null, cache: args.flag('cache') };
}

/** Loads the model that the options ask for. Errors as `loadEmbedder`. */
export function loadModel(args: Pick<ParsedArguments, 'text' | 'flag'>): Promise<Embedder> {
  return loadChosenModel(modelChoice(args));
}
