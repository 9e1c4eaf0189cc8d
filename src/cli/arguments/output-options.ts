/** Reads the options for the output file and the format of a table. */
import { resolve } from 'node:path';
import { statuses, type Status } from '../../domain.js';
import { AppError } from '../../errors.js';
import { findFormat, isOutputName, outputOfFile, type OutputName } from '../../write/formats.js';
import { languageTag } from '../../pipeline/files/language-tag.js';
import { dedups, dedupSides } from '../../write/filter/repeats.js';
import { layouts } from '../../write/records/output-format.js';
import type { Selection } from '../../write/filter/selection.js';
import type { WriteOptions } from '../../write/write-table.js';
import type { OutputTarget } from '../output/result.js';
import type { ParsedArguments } from './option-spec.js';

/** `-o` and `--clobber`: where the result goes. */
export function readOutput({ cwd }: { readonly cwd: string }, args: ParsedArguments): OutputTarget {
  const output = args.text('output');
  const path = output === undefined || output === '-' ? null : resolve(cwd, output);
  return { path, clobber: args.flag('clobber') };
}

/** `--pairs-only`, `--bom`, `--delimiter`, `--spreadsheet-safe`, `--date`, `--author`, `--layout`. Throws AppError `usage`. */
export function readWriteOptions(args: ParsedArguments): WriteOptions {
  const delimiter = readDelimiter(args.text('delimiter') ?? ',', '--delimiter');
  const date = args.text('date');
  const author = args.text('author');
  const layout = layouts.find((name) => name === args.text('layout'));
  return {
    pairsOnly: args.flag('pairs-only'),
    bom: args.flag('bom'),
    delimiter,
    spreadsheetSafe: args.flag('spreadsheet-safe'),
    ...(date !== undefined && { date: readDate(date) }),
    ...(author !== undefined && { author }),
    ...(layout !== undefined && { layout }),
  };
}

/** A day, or a moment with its time zone: without one it would depend on where the program runs. */
const dateForm = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Reads a date as formats want it: `20261129T101500Z`. Throws AppError `usage`. */
function readDate(given: string): string {
  const time = dateForm.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(time))
    throw new AppError('usage', `--date ${given}: not a date`, {
      hint: 'for example --date 2026-11-29 or --date 2026-11-29T10:15:00Z',
    });
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Reads one character, `\\t` or `tab`. Throws AppError `usage`, naming `where` it was given. */
export function readDelimiter(given: string, where: string): string {
  const delimiter = given === '\\t' || given === 'tab' ? '\t' : given;
  if ([...delimiter].length !== 1 || /["\r\n\ufeff]/.test(delimiter))
    throw new AppError('usage', `${where} must be one character, not ${JSON.stringify(given)}`, {
      hint: 'for example --delimiter ";" or --delimiter tab',
    });
  return delimiter;
}

/**
 * `--status`, `--min-confidence`, `--type`, `--language`, `--dedup`, `--dedup-by`, `--quality`, `--min-quality`, and `--checks` of the commands that have
 * it as a filter. Throws AppError `usage`.
 */
export function readFilters(
  args: ParsedArguments,
  { checks = false }: { readonly checks?: boolean } = {},
): Selection & Pick<WriteOptions, 'quality'> {
  const list = args.text('status');
  const minConfidence = args.number('min-confidence');
  const types = args.text('type');
  const languages = args.text('language');
  const dedup = dedups.find((name) => name === args.text('dedup'));
  const dedupBy = dedupSides.find((name) => name === args.text('dedup-by'));
  if (dedupBy !== undefined && dedup === undefined)
    throw new AppError(
      'usage',
      '--dedup-by says which texts --dedup compares, which is not given',
      {
        hint: `for example --dedup exact --dedup-by ${dedupBy}`,
      },
    );
  const minQuality = args.number('min-quality');
  return {
    ...(list !== undefined && { statuses: list.split(',').map((name) => readStatus(name.trim())) }),
    ...(minConfidence !== undefined && { minConfidence }),
    ...(types !== undefined && { types: types.split(',').map((type) => readType(type.trim())) }),
    ...(languages !== undefined && { languages: readLanguageLists(languages) }),
    ...(dedup !== undefined && { dedup }),
    ...(dedupBy !== undefined && { dedupBy }),
    ...(args.flag('quality') && { quality: true }),
    ...(minQuality !== undefined && { minQuality }),
    ...(checks && args.flag('checks') && { differing: true }),
  };
}

/** The filters that a request has, by the name of their option. */
const filterNames: Readonly<Partial<Record<keyof WriteOptions, string>>> = {
  statuses: '--status',
  minConfidence: '--min-confidence',
  types: '--type',
  languages: '--language',
  dedup: '--dedup',
  minQuality: '--min-quality',
  leftOut: '--left-out',
  differing: '--checks',
  splitAt: '--split-at',
};

/** Throws AppError `usage` if a review is to be written with filters: it holds every sentence. */
export function refuseFilteredReview(format: OutputName | null, options: WriteOptions): void {
  if (format !== 'paralign') return;
  for (const [key, name] of Object.entries(filterNames))
    if (key in options)
      throw new AppError('usage', `${name} does not apply to a review, which holds every row`, {
        hint: 'leave it out; "paralign show" and the review itself filter rows',
      });
}

/** `--split-at` and `--left-out`, which need a file. Throws AppError `usage`. */
export function readSplit(
  args: ParsedArguments,
  output: OutputTarget | null,
): Pick<WriteOptions, 'splitAt' | 'leftOut'> {
  const splitAt = args.number('split-at');
  const leftOut = args.flag('left-out');
  if (splitAt === undefined && !leftOut) return {};
  if (output?.path === null)
    throw new AppError(
      'usage',
      `--${leftOut ? 'left-out' : 'split-at'} writes two files, and standard output can take only one`,
      {
        hint: leftOut
          ? 'name them with -o: -o pairs.csv --left-out writes pairs.csv and pairs.left-out.csv'
          : 'name them with -o: -o pairs.csv writes pairs.sure.csv and pairs.rest.csv',
      },
    );
  return { ...(splitAt !== undefined && { splitAt }), ...(leftOut && { leftOut }) };
}

function readType(type: string): string {
  if (/^\d+(?:-\d+)+$/.test(type)) return type.replace(/\b0+(?=\d)/g, '');
  throw new AppError('usage', `--type ${type}: not a type of rows`, {
    hint: 'give the number of sentences of each source, for example --type 1-1,2-1,1-0',
  });
}

/** `es,en` or `es+en`: lists of languages that a row must have all of. */
function readLanguageLists(given: string): string[][] {
  return given
    .split(',')
    .map((list) => list.split('+').map((name) => languageTag(name.trim(), '--language')));
}

function readStatus(name: string): Status {
  const found = statuses.find((status) => status === name);
  if (found === undefined)
    throw new AppError('usage', `--status ${name}: unknown status`, {
      hint: `the statuses are ${statuses.join(', ')}`,
    });
  return found;
}

/**
 * The format given by `--format`, the ending of the output or `--json`, in this order; otherwise
 * null. `checkOutput` checks whether the ending fits, after the graver fault of replacing an input.
 * Throws AppError `usage` for a review or a format of several files without a file.
 */
export function readFormat(args: ParsedArguments, { path }: OutputTarget): OutputName | null {
  const named = args.text('format');
  if (named === 'paralign' && path === null)
    throw new AppError(
      'usage',
      '--format paralign: a review cannot be written to standard output',
      {
        hint: 'name a file: -o NEW.paralign',
      },
    );
  if (named !== undefined && isOutputName(named)) {
    if (path === null && named !== 'paralign' && findFormat(named).severalFiles === true)
      throw new AppError(
        'usage',
        `--format ${named}: it is several files, and standard output can take only one`,
        { hint: `name the beginning of their names: -o NAME.${named}` },
      );
    return named;
  }
  return (path !== null && outputOfFile(path)) || (args.flag('json') ? 'json' : null);
}
