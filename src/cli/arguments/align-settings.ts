/** From the command line to what the pipeline takes: the same for align, batch and review. */
import { resolve } from 'node:path';
import { readInputFile } from '../../platform/input-files.js';
import { parseLinks } from '../../read/tables/parse-links.js';
import type { ParsedArguments } from './option-spec.js';
import { readCandidates, readLanguages } from './language-options.js';
import type { AlignSettings } from '../../pipeline/align-options.js';

/**
 * Reads the options of `alignOptionTable`; `anchorsFile` comes before `--anchors`. Which sources are
 * meant is known when they are read. Throws AppError `usage`, `bad-anchor`, and what reading the
 * anchors file throws.
 */
export async function readAlignSettings(
  context: { readonly cwd: string },
  args: ParsedArguments,
  anchorsFile: string | null = null,
): Promise<AlignSettings> {
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  const pivot = args.text('pivot');
  const anchors = anchorsFile ?? args.text('anchors');
  const mode = args.text('mode');
  return {
    segmented: args.flag('segmented'),
    languages: readLanguages(args.list('lang')),
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
    keepNoise: args.flag('keep-noise'),
    mode: mode === 'parallel' || mode === 'comparable' ? mode : 'auto',
    ...(pivot !== undefined && { pivot: { source: pivot, where: '--pivot' } }),
    ...(anchors !== undefined && {
      anchors: {
        name: anchors,
        lines: parseLinks(
          anchors,
          new TextDecoder().decode(await readInputFile(resolve(context.cwd, anchors), anchors)),
        ),
      },
    }),
    checks: args.flag('checks'),
  };
}
