import type { ModelChoice } from '../../pipeline/chosen-model.js';
import type { ParsedArguments } from './option-spec.js';

/** Reads `--model` and `--no-cache`. */
export function readModelChoice(args: ParsedArguments): ModelChoice {
  return { model: args.text('model') ?? null, cache: args.flag('cache') };
}
