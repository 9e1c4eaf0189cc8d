import { extname } from 'node:path';
import { AppError } from '../../../errors.js';
import { readTableSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readDelimiter, readOutput } from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';
import type { TermOptions } from '../../../terms/find-terms.js';
import type { TermsCsvOptions } from '../../../terms/write/terms-csv.js';
import type { TableOperand } from '../open-table.js';

/** Formats of a list of terms. */
export const termFormats = ['csv', 'tbx', 'json'] as const;
/** One of `termFormats`. */
export type TermFormat = (typeof termFormats)[number];

/** The arguments of `paralign terms`. */
export interface TermsRequest {
  /** The file with the aligned texts, and how it is read. */
  readonly input: TableOperand;
  /** The two texts, as typed; null for the first two. */
  readonly between: readonly [string, string] | null;
  readonly terms: TermOptions;
  readonly output: OutputTarget;
  /** `-o -`: write to standard output even if it is a terminal. */
  readonly toStdout: boolean;
  /** Null if none is named. */
  readonly format: TermFormat | null;
  readonly csv: TermsCsvOptions;
}

/** Reads the arguments of `paralign terms`. Throws AppError `usage`. */
export function readTermsRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): TermsRequest {
  const [operand = '', ...texts] = args.operands;
  const output = readOutput(context, args);
  return {
    input: { operand, texts, settings: readTableSettings(args) },
    between: readBetween(args.text('between')),
    terms: { least: args.number('least') ?? 3, most: args.number('top') ?? 200 },
    output,
    toStdout: args.text('output') === '-',
    format: readTermFormat(args, output),
    csv: {
      bom: args.flag('bom'),
      delimiter: readDelimiter(args.text('delimiter') ?? ',', '--delimiter'),
      spreadsheetSafe: args.flag('spreadsheet-safe'),
    },
  };
}

function readBetween(given: string | undefined): readonly [string, string] | null {
  if (given === undefined) return null;
  const [a = '', b = '', ...others] = given.split(',').map((name) => name.trim());
  if (a !== '' && b !== '' && others.length === 0) return [a, b];
  throw new AppError('usage', `--between ${given}: name two texts`, {
    hint: 'for example --between en,fr or --between A,C',
  });
}

function readTermFormat(args: ParsedArguments, { path }: OutputTarget): TermFormat | null {
  const named = termFormats.find((format) => format === args.text('format'));
  const ending = path === null ? '' : extname(path).slice(1).toLowerCase();
  return (
    named ?? termFormats.find((format) => format === ending) ?? (args.flag('json') ? 'json' : null)
  );
}
