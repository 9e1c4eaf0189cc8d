import { basename, extname } from 'node:path';
import { AppError } from '../../../errors.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileSettings } from '../../../pipeline/files/file-settings.js';
import { readFileSettings, readTableSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import { alignOptionTable } from '../../arguments/options.js';
import type { OptionSpec, ParsedArguments } from '../../arguments/option-spec.js';
import { readOutput } from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';
import type { TableOperand } from '../open-table.js';

/** The arguments of `paralign report`. */
export interface ReportRequest {
  /** Operands as typed; `-` is standard input. */
  readonly operands: readonly string[];
  /** How a single operand, or one that links the texts behind it, is opened as an alignment. */
  readonly table: TableOperand['settings'];
  /** How sources are aligned. */
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  /** Undefined for all cores. */
  readonly threads: number | undefined;
  /** The options of an alignment that somebody set, by flag and value, for the page. */
  readonly options: readonly (readonly [flag: string, value: string])[];
  /** Flags among them that have no effect on an alignment that exists. */
  readonly noEffect: readonly string[];
  readonly output: OutputTarget;
  /** `-o -`: write to standard output even if it is a terminal. */
  readonly toStdout: boolean;
  /** Instead of the sources' names. */
  readonly title: string | undefined;
  /** Whether the page takes no decisions. */
  readonly readOnly: boolean;
  /** Judge the quality of each pair. */
  readonly quality?: boolean;
  /** Link the words of each row. */
  readonly words?: boolean;
}

/** How an existing table is read, and whether its checks are shown. */
const notOfAligning = ['lang', 'encoding', 'from', 'columns', 'segmented', 'checks'];

/** Reads the arguments of `paralign report`. Throws AppError `usage`. */
export function readReportRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): ReportRequest {
  const { operands } = args;
  const review = operands.find((operand) => extname(operand) === '.paralign');
  if (review !== undefined && operands.length > 1)
    throw new AppError('usage', `${review}: a review file must be the only operand`, {
      hint: 'name one review file, or the sources to align',
    });
  const set = alignOptionTable.filter(
    ({ long }) => long !== 'cache' && args.origin(long) !== 'default',
  );
  return {
    operands,
    table: {
      ...readTableSettings(args),
      ...(args.flag('checks') ? {} : { checks: false }),
    },
    settings: readFileSettings(context, args),
    model: readModelChoice(args),
    threads: args.number('threads'),
    options: set.map((option) => describeOption(option, args)),
    noEffect: set
      .filter(({ long }) => args.origin(long) === 'flag' && !notOfAligning.includes(long))
      .map(({ long }) => `--${long}`),
    output: readOutput(context, args),
    toStdout: args.text('output') === '-',
    title: readTitle(args.text('title')),
    readOnly: args.flag('read-only'),
    quality: args.flag('quality'),
    words: args.flag('words'),
  };
}

function describeOption(
  { long, value, repeatable }: OptionSpec,
  args: ParsedArguments,
): readonly [string, string] {
  if (value === undefined) return args.flag(long) ? [`--${long}`, 'yes'] : [`--no-${long}`, 'yes'];
  const said = repeatable === true ? args.list(long).join(', ') : (args.text(long) ?? '');
  // A path says more about the author's computer than about the alignment.
  return [`--${long}`, value.kind === 'file' || long === 'model' ? basename(said) : said];
}

/** Longer titles fit no line of a page. */
const longestTitle = 500;

function readTitle(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const title = typed.replace(/\s+/gu, ' ').trim();
  if (title === '' || title.length > longestTitle)
    throw new AppError('usage', `--title must have 1 to ${longestTitle} characters`, {
      hint: 'leave it out to name the page after its sources',
    });
  return title;
}
