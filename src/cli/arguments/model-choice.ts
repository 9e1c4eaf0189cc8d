import type { ModelChoice } from '../../pipeline/chosen-model.js';
import type { ParsedArguments } from './option-spec.js';

/** What `--model` and `--no-cache` ask for. */
export function readModelChoice(args: ParsedArguments): ModelChoice {
  return { model: args.text('model') ?? null, cache: args.flag('cache') };
}
