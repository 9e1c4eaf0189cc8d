/** Reads the options that say how a table is written. */
import { AppError } from '../../errors.js';
import type { WriteOptions } from '../../write/write-table.js';
import type { FormatName } from '../../write/formats.js';
import { formatOfFile, isFormatName } from '../../write/formats.js';
import type { ParsedArguments } from './option-spec.js';

/** `--pairs-only`, `--bom`, `--delimiter`, `--spreadsheet-safe`. Throws AppError `usage`. */
export function readWriteOptions(args: ParsedArguments): WriteOptions {
  const given = args.text('delimiter') ?? ',';
  const delimiter = given === '\\t' || given === 'tab' ? '\t' : given;
  if ([...delimiter].length !== 1 || /["\r\n\ufeff]/.test(delimiter))
    throw new AppError('usage', `--delimiter must be one character, not ${JSON.stringify(given)}`, {
      hint: 'for example --delimiter ";" or --delimiter tab',
    });
  return {
    pairsOnly: args.flag('pairs-only'),
    bom: args.flag('bom'),
    delimiter,
    spreadsheetSafe: args.flag('spreadsheet-safe'),
  };
}

/** `--format`, else what the ending of the output names, else json under `--json`. */
export function readFormat(args: ParsedArguments, output?: string): FormatName | undefined {
  const named = args.text('format');
  if (named !== undefined && isFormatName(named)) return named;
  return (output && formatOfFile(output)) || (args.flag('json') ? 'json' : undefined);
}
