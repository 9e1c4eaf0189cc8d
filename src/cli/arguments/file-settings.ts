/** Turns options into the settings of a run, the same for align, batch, explain and review. */
import { resolve } from 'node:path';
import type { FileReadingSettings, FileSettings } from '../../pipeline/files/file-settings.js';
import { readCandidates, readLanguages } from './language-options.js';
import type { ParsedArguments } from './option-spec.js';

/** Reads the options of `inputOptionTable`. Throws AppError `usage` for an unknown language. */
export function readReadingSettings(args: ParsedArguments): FileReadingSettings {
  return { ...readSentenceSettings(args), keepNoise: args.flag('keep-noise') };
}

/** The same without `--keep-noise`, for commands that never leave out noise. */
export function readSentenceSettings(args: ParsedArguments): FileReadingSettings {
  const languages = readLanguages(args.list('lang'));
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  const from = args.text('from');
  return {
    segmented: args.flag('segmented'),
    ...(languages && { languages }),
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
    ...(from !== undefined && { from }),
  };
}

/**
 * Reads the options of `alignOptionTable` except those of the model. They name sources as the user
 * did. Throws AppError `usage`.
 */
export function readFileSettings(
  { cwd }: { readonly cwd: string },
  args: ParsedArguments,
): FileSettings {
  const pivot = args.text('pivot');
  const anchors = args.text('anchors');
  const mode = args.text('mode');
  return {
    ...readReadingSettings(args),
    mode: mode === 'parallel' || mode === 'comparable' ? mode : 'auto',
    ...(pivot !== undefined && { pivot: { source: pivot, where: '--pivot' } }),
    ...(anchors !== undefined && { anchors: { name: anchors, path: resolve(cwd, anchors) } }),
    checks: args.flag('checks'),
  };
}
