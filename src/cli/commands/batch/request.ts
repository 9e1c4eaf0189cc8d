import { resolve } from 'node:path';
import { AppError } from '../../../errors.js';
import { isS3 } from '../../../jobs/s3-reference.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileSettings } from '../../../pipeline/files/file-settings.js';
import { isOutputName, type OutputName } from '../../../write/formats.js';
import type { WriteOptions } from '../../../write/write-table.js';
import { readFileSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import {
  readFilters,
  readSplit,
  readWriteOptions,
  refuseFilteredReview,
} from '../../arguments/output-options.js';

/** The arguments of `paralign batch`. */
export interface BatchRequest {
  /** A manifest, `-`, or folders, as typed. */
  readonly jobs: readonly string[];
  /** The folder for the results, as typed. */
  readonly folder: string;
  /** `s3://bucket/prefix` for results that don't go into the folder. */
  readonly results: string | null;
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  readonly format: OutputName;
  /** Absolute path of the memory of all jobs; null for none. */
  readonly pool: string | null;
  readonly writeOptions: WriteOptions;
  readonly clobber: boolean;
  /** Null if it is not given. */
  readonly lanes: number | null;
  readonly resume: boolean;
  readonly failFast: boolean;
  readonly dryRun: boolean;
}

/** Reads the arguments of `paralign batch`. Throws AppError `usage`. */
export function readBatchRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): BatchRequest {
  const folder = args.text('out');
  if (folder === undefined)
    throw new AppError('usage', 'missing --out DIR, the folder for the results', {
      hint: 'see "paralign batch --help"',
    });
  const pool = args.text('pool');
  const format = args.text('format') ?? (pool === undefined ? 'csv' : 'tmx');
  if (pool !== undefined && format !== 'tmx')
    throw new AppError('usage', `--pool puts memories together, but the format is ${format}`, {
      hint: 'leave out --format, or use --format tmx',
    });
  const results = args.text('results') ?? null;
  if (results !== null && !isS3(results))
    throw new AppError('usage', `--results ${results}: must begin with s3://`, {
      hint: 'for a folder use --out',
    });
  if (results !== null && pool !== undefined)
    throw new AppError('usage', '--results and --pool: a memory is made of results in --out');
  const writeOptions = {
    ...readWriteOptions(args),
    ...readFilters(args),
    ...readSplit(args, null),
  };
  const named = isOutputName(format) ? format : 'csv';
  refuseFilteredReview(named, writeOptions);
  if (pool !== undefined && writeOptions.splitAt !== undefined)
    throw new AppError('usage', '--pool and --split-at do not go together', {
      hint: 'leave one out; --pool with --min-confidence puts the sure pairs together',
    });
  return {
    jobs: args.operands,
    results,
    folder,
    settings: readFileSettings(context, args),
    model: readModelChoice(args),
    format: named,
    pool: pool === undefined ? null : resolve(context.cwd, pool),
    writeOptions,
    clobber: args.flag('clobber'),
    lanes: args.number('jobs') ?? null,
    resume: args.flag('resume'),
    failFast: args.flag('fail-fast'),
    dryRun: args.flag('dry-run'),
  };
}
