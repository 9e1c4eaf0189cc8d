import type { Source } from '../../domain.js';
import { readInputs } from '../../pipeline/read-inputs.js';
import { segmentRead } from '../../pipeline/segmentation.js';
import type { ParsedArguments } from './option-spec.js';
import { loadInputs, type Surroundings } from '../../pipeline/load-files.js';
import { readCandidates, readLanguages } from './language-options.js';

/** Reads and segments what the operands name, by the input options, for commands without a model. */
export async function loadSources(context: Surroundings, args: ParsedArguments): Promise<Source[]> {
  const inputs = await loadInputs(context, args.operands);
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  const settings = {
    segmented: args.flag('segmented'),
    keepNoise: args.flag('keep-noise'),
    languages: readLanguages(args.list('lang')),
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
  };
  const sources: Source[] = [];
  for (const source of segmentRead(await readInputs(inputs, settings), settings)) {
    context.signal.throwIfAborted();
    sources.push(source);
  }
  return sources;
}
