import type { Source } from '../../domain.js';
import { segment } from '../../pipeline/segmentation.js';
import type { ParsedArguments } from './option-spec.js';
import { loadInputs, type Surroundings } from '../../pipeline/load-files.js';
import { readCandidates, readLanguages } from './language-options.js';

/** Reads and segments what the operands name, by the input options, for commands without a model. */
export async function loadSources(context: Surroundings, args: ParsedArguments): Promise<Source[]> {
  const inputs = await loadInputs(context, args.operands);
  const named = inputs.map(({ name }, index) => ({ name, operand: args.operands[index] ?? name }));
  const languages = readLanguages(args.list('lang'), named);
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  return inputs.map((input, index) => {
    context.signal.throwIfAborted();
    return segment(input, {
      segmented: args.flag('segmented'),
      keepNoise: args.flag('keep-noise'),
      language: languages[index],
      ...(only && { only }),
      ...(encoding !== undefined && { encoding }),
    });
  });
}
