/** From options to what runs over files take: the same for align, batch, explain and review. */
import { resolve } from 'node:path';
import type { FileReadingSettings, FileSettings } from '../../pipeline/files/file-settings.js';
import { tableRows } from '../../read/documents/document.js';
import { readColumns } from './column-option.js';
import { readCandidates, readLanguages } from './language-options.js';
import type { ParsedArguments } from './option-spec.js';

/** Reads the options of `inputOptionTable`. Throws AppError `usage` for what is no language tag. */
export function readReadingSettings(args: ParsedArguments): FileReadingSettings {
  return { ...readSentenceSettings(args), keepNoise: args.flag('keep-noise') };
}

/** Reads the options of `inputOptionTable`, for commands where noise is not left out: without it. */
export function readSentenceSettings(args: ParsedArguments): FileReadingSettings {
  const languages = readLanguages(args.list('lang'));
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  const from = args.text('from');
  const columns = args.text('columns');
  const srx = args.text('srx');
  const abbreviations = args.text('abbreviations');
  const rows = tableRows.find((known) => known === args.text('rows'));
  return {
    segmented: args.flag('segmented'),
    ...(languages && { languages }),
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
    ...(from !== undefined && { from }),
    ...(columns !== undefined && { columns: readColumns(columns) }),
    ...(rows && { rows }),
    ...(args.flag('join-cues') && { joinCues: true }),
    ...(srx !== undefined && { srx: { name: srx, path: srx } }),
    ...(abbreviations !== undefined && {
      abbreviations: { name: abbreviations, path: abbreviations },
    }),
  };
}

/**
 * Reads the options of `alignOptionTable` but those of the model. Sources are named in them as the
 * user named them. Throws AppError `usage`.
 */
export function readFileSettings(
  { cwd }: { readonly cwd: string },
  args: ParsedArguments,
): FileSettings {
  const pivot = args.text('pivot');
  const anchors = args.text('anchors');
  const mode = args.text('mode');
  const reading = readReadingSettings(args);
  const { srx, abbreviations } = reading;
  return {
    ...reading,
    ...(srx && { srx: { ...srx, path: resolve(cwd, srx.path) } }),
    ...(abbreviations && {
      abbreviations: { ...abbreviations, path: resolve(cwd, abbreviations.path) },
    }),
    mode: mode === 'parallel' || mode === 'comparable' ? mode : 'auto',
    ...(pivot !== undefined && { pivot: { source: pivot, where: '--pivot' } }),
    ...(anchors !== undefined && { anchors: { name: anchors, path: resolve(cwd, anchors) } }),
    checks: args.flag('checks'),
  };
}
