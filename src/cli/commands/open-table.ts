/** What `convert` and `show` read: a review, or a file that links texts itself. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import type { FileReadingSettings } from '../../pipeline/files/file-settings.js';
import type { LargeFile } from '../../pipeline/files/linked-files.js';
import { isReview, type InputFile } from '../../platform/protected-files.js';
import { readReviewFile, reviewInputs } from '../../platform/review/review-file.js';
import { linkedRows, reviewFromTable, tableFromReview } from '../../review/from-table.js';
import type { Review } from '../../review/model.js';
import type { LinkedRows } from '../../score/linked-rows.js';
import type { CommandContext } from './command.js';

/** A file of rows as the arguments name it. */
export interface TableOperand {
  /** As typed; `-` is standard input. */
  readonly operand: string;
  /** The texts that it links, as typed, for a file that holds the numbers of sentences only. */
  readonly texts?: readonly string[];
  /** How a file that is no review is read. */
  readonly settings: FileReadingSettings;
  /** Whether it is a review, where that is known; found out when left out. */
  readonly isReview?: boolean;
}

/** The operand with what needs the file to be looked at, so that several steps agree on it. */
export async function lookAtOperand(
  { cwd }: Pick<CommandContext, 'cwd'>,
  named: TableOperand,
): Promise<TableOperand> {
  const { operand, isReview: known } = named;
  return {
    ...named,
    isReview: known ?? (operand !== '-' && (await isReview(resolve(cwd, operand)))),
  };
}

/** The rows of a file. */
export interface OpenedTable {
  readonly table: Table;
  /** The review that the file is, or one of its rows. */
  review(): Review;
}

/** The files that reading an operand reads, which no output may replace. */
export async function tableInputs(
  { cwd, signal }: Pick<CommandContext, 'cwd' | 'signal'>,
  named: TableOperand,
): Promise<readonly InputFile[]> {
  const { operand, texts = [], settings } = named;
  const source = (shown: string): InputFile => ({
    path: resolve(cwd, shown),
    what: `the source ${shown}`,
  });
  if (operand === '-') return [{ path: 0, what: 'standard input' }, ...texts.map(source)];
  const path = resolve(cwd, operand);
  if ((await lookAtOperand({ cwd }, named)).isReview === true) return reviewInputs(path);
  const { linkedOperands } = await import('../../pipeline/files/number-links.js');
  const linked = await linkedOperands([operand, ...texts], { ...settings, cwd, signal });
  return (linked?.paths ?? [operand, ...texts]).map(source);
}

/** Smaller files are held as a table. */
const largeFile = 8 << 20;

/** What an output needs to know of a large file. */
export interface LargeNeeds {
  /** The checks of pairs. */
  readonly checks: boolean;
  /** Whole paragraphs. */
  readonly paragraphs: boolean;
  /** Where in the texts checks found something. */
  readonly checkPlaces: boolean;
}

/**
 * Opens a large file of two texts as records that are never all held, if nothing is asked for that needs the
 * whole; undefined for any other file, which `openTable` opens. Throws what reading it throws.
 */
export async function openLarge(
  context: Pick<CommandContext, 'cwd' | 'signal' | 'warn'>,
  named: TableOperand,
  { checks, paragraphs, checkPlaces }: LargeNeeds,
): Promise<LargeFile | undefined> {
  const { operand, texts = [], settings } = named;
  const { cwd, signal } = context;
  const { largeSettings, openLargeFile, openLargeLines } =
    await import('../../pipeline/files/linked-files.js');
  const asked = Object.entries(settings).some(
    ([name, value]) =>
      value !== undefined &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0) &&
      !largeSettings.some((known) => known === name),
  );
  if (operand === '-' || asked || (await lookAtOperand(context, named)).isReview === true)
    return undefined;
  const { linkedOperands } = await import('../../pipeline/files/number-links.js');
  const linked = await linkedOperands([operand, ...texts], { ...settings, cwd, signal });
  const paths = linked?.paths ?? [operand, ...texts];
  const sizes = await Promise.all(
    paths.map(async (path) => (await stat(resolve(cwd, path)).catch(() => undefined))?.size ?? 0),
  );
  if (sizes.reduce((sum, size) => sum + size, 0) < largeFile) return undefined;
  const { columns, languages, from } = settings;
  const options = { cwd, signal, checks, ...(languages && { languages }) };
  const [first, second] = paths;
  if (linked)
    return linked.format === 'moses' && first !== undefined && second !== undefined && !columns
      ? openLargeLines([first, second], options)
      : undefined;
  if (texts.length > 0) return undefined;
  return openLargeFile(
    operand,
    {
      ...options,
      onDiagnostic: (diagnostic) => context.warn(diagnostic),
      ...(columns && { columns }),
      ...(from !== undefined && { from }),
    },
    { paragraphs, checkPlaces },
  );
}

/**
 * Opens a review, with what its journal holds, or any file that links texts: a translation memory, a
 * table.
 *
 * @throws AppError `no-links` for a file that is neither, and what reading it throws
 */
export async function openTable(
  context: Pick<CommandContext, 'cwd' | 'signal' | 'warn'>,
  named: TableOperand,
): Promise<OpenedTable> {
  const { operand, texts = [], settings } = named;
  const path = resolve(context.cwd, operand);
  if ((await lookAtOperand(context, named)).isReview === true) {
    const review = await readReview(context, path);
    return { table: tableFromReview(review), review: () => review };
  }
  const { linkedOperands, openNumberLinks } = await import('../../pipeline/files/number-links.js');
  const { cwd, signal } = context;
  const onDiagnostic: CommandContext['warn'] = (diagnostic) => context.warn(diagnostic);
  const options = { ...settings, cwd, signal, onDiagnostic };
  const linked = await linkedOperands([operand, ...texts], options);
  if (linked) {
    const found = await openNumberLinks(linked, options);
    const segmented = settings.segmented === true || linked.format === 'moses';
    return { table: found, review: () => reviewFromTable(found, { model: null, segmented }) };
  }
  if (texts.length > 0)
    throw new AppError('usage', `${operand}: does not link the texts named behind it`, {
      hint: 'only a file that links texts by sentence number is followed by them',
    });
  const { openLinkedFiles } = await import('../../pipeline/files/linked-files.js');
  const table = await openLinkedFiles([operand], options);
  if (table === undefined)
    throw new AppError('no-links', `${operand}: neither a review nor a file that links texts`, {
      hint: 'name a review (FILE.paralign), a translation memory or a table; "paralign align A B" aligns texts',
    });
  const { segmented = true } = settings;
  return { table, review: () => reviewFromTable(table, { model: null, segmented }) };
}

/** The review at a path, with what its journal holds. */
async function readReview({ warn }: Pick<CommandContext, 'warn'>, path: string): Promise<Review> {
  const { review, notices } = await readReviewFile(path);
  for (const message of notices)
    warn({ code: 'note', message: message.replace(/^recovered/, 'included') });
  return review;
}

/** As `openTable`, for those who look at each row once: the rows of a review are made one by one. */
export async function openLinkedRows(
  context: Pick<CommandContext, 'cwd' | 'signal' | 'warn'>,
  named: TableOperand,
): Promise<LinkedRows> {
  const { isReview } = await lookAtOperand(context, named);
  if (isReview !== true) return openTableOnly(context, named);
  return linkedRows(await readReview(context, resolve(context.cwd, named.operand)));
}

/** As `openTable`, for those who need no review: that of a long text takes as much memory as its table. */
export async function openTableOnly(
  context: Pick<CommandContext, 'cwd' | 'signal' | 'warn'>,
  named: TableOperand,
): Promise<Table> {
  const { table } = await openTable(context, named);
  return table;
}
