import { resolve } from 'node:path';
import { sureConfidence } from '../../../confidence.js';
import { AppError } from '../../../errors.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileSettings } from '../../../pipeline/files/file-settings.js';
import { bidiModes, type BidiMode } from '../../../terminal/bidi.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import { alignmentOptions, inputOptions } from '../../arguments/options.js';
import { filterOptions } from '../../arguments/filter-option-specs.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** An edited table, or decisions, to import. */
export interface ImportRequest {
  /** As typed. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly encoding: string | undefined;
  /** Change nothing. */
  readonly dryRun: boolean;
  /** Who decided; undefined to go by the file. */
  readonly by: string | undefined;
}

/** The arguments of `paralign review`. */
export interface ReviewRequest {
  /** A review file or sources, as typed. */
  readonly operands: readonly string[];
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  /** Undefined for all cores. */
  readonly threads: number | undefined;
  /** The review file to create, as typed; null to name it after the sources. */
  readonly output: string | null;
  /** Confidence below which a row needs review. */
  readonly threshold: number;
  /** Line by line, without a screen. */
  readonly plain: boolean;
  readonly ascii: boolean;
  readonly bidi: BidiMode;
  /** Carry the decisions over to the current sources. */
  readonly update: boolean;
  /** Flags that affect only an alignment, and so have no effect on an existing review. */
  readonly noEffect: readonly string[];
  /** The file to import, if any. */
  readonly imported: ImportRequest | null;
  /** Judge the pairs of a review that is made or updated. */
  readonly quality: boolean;
  /** Only print the keys. */
  readonly showKeys: boolean;
}

const { segmented, lang, only, columns, rows, joinCues, keepNoise, srx, abbreviations } =
  inputOptions;
const { mode, pivot, anchors, glossary } = alignmentOptions;
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
  glossary,
  filterOptions.quality,
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
    threads: args.number('threads'),
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
    quality: args.flag('quality'),
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
    const alone = dryRun
      ? '--dry-run'
      : args.text('decided-by') !== undefined
        ? '--decided-by'
        : null;
    if (alone !== null) {
      throw new AppError('usage', `${alone} works only with --import`, {
        hint: 'name what to import: --import EDITED.csv, or --import decisions.json',
      });
    }
    return null;
  }
  // A setting in a config file applies to the sources.
  const encoding = args.origin('encoding') === 'flag' ? args.text('encoding') : undefined;
  return { name, path: resolve(cwd, name), encoding, dryRun, by: args.text('decided-by') };
}
