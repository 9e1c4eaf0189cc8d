/** From the command line to what the pipeline takes: the same for align, batch and review. */
import { resolve } from 'node:path';
import { readInputFile } from '../../platform/input-files.js';
import { readAnchors } from './anchors-file.js';
import type { ParsedArguments } from './option-spec.js';
import { readCandidates, readLanguages } from './language-options.js';
import { findSource, type NamedSource } from './source-reference.js';
import type { AlignSettings } from '../../pipeline/align-options.js';

/**
 * Reads the options of `alignOptionTable` for sources in the order given; `anchorsFile` comes
 * before `--anchors`. Throws AppError `usage`,
 * `bad-anchor`, and what reading the anchors file throws.
 */
export async function readAlignSettings(
  context: { readonly cwd: string },
  args: ParsedArguments,
  sources: readonly NamedSource[],
  anchorsFile: string | null = null,
): Promise<AlignSettings> {
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  const pivot = args.text('pivot');
  const anchors = anchorsFile ?? args.text('anchors');
  const mode = args.text('mode');
  return {
    segmented: args.flag('segmented'),
    languages: readLanguages(args.list('lang'), sources),
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
    keepNoise: args.flag('keep-noise'),
    mode: mode === 'parallel' || mode === 'comparable' ? mode : 'auto',
    ...(pivot !== undefined && { pivot: findSource(pivot, sources, '--pivot') }),
    ...(anchors !== undefined && {
      anchors: readAnchors(
        anchors,
        await readInputFile(resolve(context.cwd, anchors), anchors),
        sources.length,
      ),
    }),
    checks: args.flag('checks'),
  };
}
