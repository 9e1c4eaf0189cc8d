import { resolve } from 'node:path';
import { sureConfidence } from '../../../confidence.js';
import { AppError } from '../../../errors.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileSettings } from '../../../pipeline/files/file-settings.js';
import { bidiModes, type BidiMode } from '../../../terminal/bidi.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import { alignmentOptions, inputOptions } from '../../arguments/options.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** A table that somebody changed. */
export interface ImportRequest {
  /** As typed. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly encoding: string | undefined;
  /** Change nothing. */
  readonly dryRun: boolean;
}

/** What `paralign review` is asked for. */
export interface ReviewRequest {
  /** A review file or sources, as typed. */
  readonly operands: readonly string[];
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  /** The review file to make, as typed; null where its name follows from the sources. */
  readonly output: string | null;
  /** Confidence below which a row needs review. */
  readonly threshold: number;
  /** Line by line, without a screen. */
  readonly plain: boolean;
  readonly ascii: boolean;
  readonly bidi: BidiMode;
  /** Carry the review over to the sources as they are now. */
  readonly update: boolean;
  /** Flags given that only an alignment heeds: of a review that is there already they change nothing. */
  readonly noEffect: readonly string[];
  /** What to take over from an edited table; null for nothing. */
  readonly imported: ImportRequest | null;
  /** Print the keys, and end. */
  readonly showKeys: boolean;
}

const { segmented, lang, only, columns, rows, joinCues, keepNoise, srx, abbreviations } =
  inputOptions;
const { mode, pivot, anchors } = alignmentOptions;
const aligning = [
  segmented,
  lang,
  only,
  columns,
  rows,
  joinCues,
  srx,
  abbreviations,
  keepNoise,
  mode,
  pivot,
  anchors,
];

/** Reads the arguments of `paralign review`. Throws AppError `usage`. */
export function readReviewRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): ReviewRequest {
  return {
    operands: args.operands,
    settings: readFileSettings(context, args),
    model: readModelChoice(args),
    output: args.text('output') ?? null,
    threshold: args.number('threshold') ?? sureConfidence,
    plain: args.flag('plain'),
    ascii: args.flag('ascii'),
    bidi: bidiModes.find((mode) => mode === args.text('bidi')) ?? 'logical',
    update: args.flag('update'),
    noEffect: aligning
      .filter(({ long }) => args.origin(long) === 'flag')
      .map(({ long }) => `--${long}`),
    imported: readImport(context, args),
    showKeys: args.flag('keys'),
  };
}

function readImport(
  { cwd }: { readonly cwd: string },
  args: ParsedArguments,
): ImportRequest | null {
  const name = args.text('import');
  const dryRun = args.flag('dry-run');
  if (name === undefined) {
    if (dryRun) {
      throw new AppError('usage', '--dry-run: there is nothing to list without --import', {
        hint: 'name the edited table: --import EDITED.csv --dry-run',
      });
    }
    return null;
  }
  // What a config file says is of the sources.
  const encoding = args.origin('encoding') === 'flag' ? args.text('encoding') : undefined;
  return { name, path: resolve(cwd, name), encoding, dryRun };
}
