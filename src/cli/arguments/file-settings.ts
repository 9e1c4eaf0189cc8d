/** Turns options into the settings of a run, the same for align, batch, explain and review. */
import { AppError } from '../../errors.js';
import { chapterMark } from '../../segment/chapters.js';
import { resolve } from 'node:path';
import type { FileReadingSettings, FileSettings } from '../../pipeline/files/file-settings.js';
import { tableRows } from '../../read/documents/document.js';
import { readColumns } from './column-option.js';
import { readCandidates, readLanguages } from './language-options.js';
import type { ParsedArguments } from './option-spec.js';

/** Reads the options of `inputOptionTable`. Throws AppError `usage` for an unknown language. */
export function readReadingSettings(args: ParsedArguments): FileReadingSettings {
  return { ...readSentenceSettings(args), keepNoise: args.flag('keep-noise') };
}

/** The same without `--keep-noise`, for commands that never leave out noise. */
export function readSentenceSettings(args: ParsedArguments): FileReadingSettings {
  const only = readCandidates(args.text('only'));
  const srx = args.text('srx');
  const abbreviations = args.text('abbreviations');
  const rows = tableRows.find((known) => known === args.text('rows'));
  return {
    segmented: args.flag('segmented'),
    ...readTableSettings(args),
    ...(only && { only }),
    ...(rows && { rows }),
    ...(args.flag('join-cues') && { joinCues: true }),
    ...(srx !== undefined && { srx: { name: srx, path: srx } }),
    ...(abbreviations !== undefined && {
      abbreviations: { name: abbreviations, path: abbreviations },
    }),
  };
}

/** Reads the options of `tableInputOptions`. Throws AppError `usage`. */
export function readTableSettings(args: ParsedArguments): FileReadingSettings {
  const languages = readLanguages(args.list('lang'));
  const encoding = args.text('encoding');
  const from = args.text('from');
  const columns = args.text('columns');
  return {
    ...(args.flag('segmented') && { segmented: true }),
    ...(languages && { languages }),
    ...(encoding !== undefined && { encoding }),
    ...(from !== undefined && { from }),
    ...(columns !== undefined && { columns: readColumns(columns) }),
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
  const glossary = args.text('glossary');
  const boundary = readBoundary(args.text('boundary'));
  const maxBead = readMaxBead(args);
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
    ...(glossary !== undefined && {
      glossaryFile: { name: glossary, path: resolve(cwd, glossary) },
    }),
    ...(boundary !== undefined && { boundary }),
    ...(maxBead !== undefined && { maxBead }),
    checks: args.flag('checks'),
  };
}

/** `--one-to-one` is short for `--max-bead 1`. Throws AppError `usage` where both are given and differ. */
function readMaxBead(args: ParsedArguments): number | undefined {
  const most = args.number('max-bead');
  if (!args.flag('one-to-one')) return most;
  const isAsked = args.origin('max-bead') === 'flag' && args.origin('one-to-one') === 'flag';
  if (isAsked && most !== 1) {
    throw new AppError('usage', '--one-to-one and --max-bead contradict each other', {
      hint: '--one-to-one is the same as --max-bead 1',
    });
  }
  // What stands on the command line counts more than a config file.
  return args.origin('max-bead') === 'flag' ? most : 1;
}

/** Throws AppError `usage` for what is no expression. */
function readBoundary(expression: string | undefined): string | undefined {
  if (expression !== undefined) chapterMark(expression, '--boundary');
  return expression;
}
