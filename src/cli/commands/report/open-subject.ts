/** What a report is about: an alignment that exists, or one of the sources that are named. */
import { basename } from 'node:path';
import type { Table } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import { decidedBy } from '../../../review/decided-by.js';
import type { ReviewOrigin } from '../../../review/model.js';
import type { RowMarks } from '../../../report/page-model.js';
import { alignWatch } from '../align-watch.js';
import type { CommandContext } from '../command.js';
import { lookAtOperand, openTable, type TableOperand } from '../open-table.js';
import type { ReportRequest } from './request.js';

/** An alignment, and what is known of it. */
export interface Subject {
  readonly table: Table;
  /** The file that holds it, as typed; empty if it was made just now. */
  readonly file: string;
  /** Whether it was made just now, with the model that was asked for. */
  readonly aligned: boolean;
  /** Name of the model that made it, if the file says so. */
  readonly model: string | null;
  /** How it was made, as far as that is known: name and value. */
  readonly options: readonly (readonly [name: string, value: string])[];
  readonly marks: ReadonlyMap<number, RowMarks>;
}

/**
 * The operands as a file that is an alignment, or links the texts named behind it; null for sources. Throws
 * what looking at the file throws.
 */
export async function tableOperand(
  context: Pick<CommandContext, 'cwd' | 'signal'>,
  { operands, table }: ReportRequest,
): Promise<TableOperand | null> {
  const [operand = '', ...texts] = operands;
  if (texts.length === 0) return lookAtOperand(context, { operand, settings: table });
  // Two texts behind the file whose lines link their sentences by number.
  if (texts.length !== 2 || operand === '-') return null;
  const { linkedOperands } = await import('../../../pipeline/files/number-links.js');
  const { cwd, signal } = context;
  const linked = await linkedOperands(operands, { ...table, cwd, signal });
  return linked === undefined ? null : { operand, texts, settings: table };
}

/** Opens the alignment, or makes it. Throws what opening and aligning throw. */
export async function openSubject(
  context: CommandContext,
  request: ReportRequest,
  operand: TableOperand | null,
): Promise<Subject> {
  const opened = operand === null ? null : await openExisting(context, operand);
  if (opened === null) return alignSubject(context, request);
  for (const flag of request.noEffect)
    context.warn({
      code: 'note',
      message: `${flag} has no effect on an alignment that exists already`,
    });
  const review = opened.review();
  const by = decidedBy(review);
  const marks = new Map<number, RowMarks>();
  for (const { id, doubt } of review.rows) {
    const name = by.get(id);
    if (doubt || name !== undefined)
      marks.set(id + 1, { doubt, ...(name !== undefined && { by: name }) });
  }
  const { table } = opened;
  return {
    // A review holds its checks.
    table: request.settings.checks === false ? withoutChecks(table) : table,
    file: operand?.operand ?? '',
    aligned: false,
    model: review.origin.model,
    options: originOptions(review.origin),
    marks,
  };
}

function withoutChecks(table: Table): Table {
  return { ...table, rows: table.rows.map((row) => ({ ...row, checks: [] })) };
}

/** Null for a single text, which may be in two languages. */
async function openExisting(context: CommandContext, operand: TableOperand) {
  try {
    return await openTable(context, operand);
  } catch (error) {
    // Standard input can be read only once.
    const isText = error instanceof AppError && error.code === 'no-links';
    if (isText && operand.operand !== '-') return null;
    throw error;
  }
}

async function alignSubject(
  context: CommandContext,
  { operands, settings: named, model, threads, options }: ReportRequest,
): Promise<Subject> {
  const { alignFiles } = await import('../../../pipeline/files/align-files.js');
  const { loadSplitting } = await import('../../../pipeline/files/load-splitting.js');
  const settings = await loadSplitting(named, context.cwd);
  const table = await alignFiles(operands, { ...settings, model, threads, ...alignWatch(context) });
  return { table, file: '', aligned: true, model: null, options, marks: new Map() };
}

/** What a review keeps of how its sources were read, by the flags that say so. */
function originOptions({ segmented, encoding, splitting }: ReviewOrigin): [string, string][] {
  const { srx, abbreviations } = splitting ?? {};
  return [
    ...(segmented ? ([['--segmented', 'yes']] satisfies [string, string][]) : []),
    ...(encoding === undefined ? [] : ([['--encoding', encoding]] satisfies [string, string][])),
    ...(srx === undefined ? [] : ([['--srx', basename(srx.name)]] satisfies [string, string][])),
    ...(abbreviations === undefined
      ? []
      : ([['--abbreviations', 'of its own']] satisfies [string, string][])),
  ];
}
