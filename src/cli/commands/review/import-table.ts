/** `--import`: applies what a person changed in a CSV of a review, as one step that can be undone. */
import { isUtf8 } from 'node:buffer';
import { basename, extname, resolve } from 'node:path';
import { AppError, ExitCode } from '../../../errors.js';
import { readInputFile } from '../../../platform/input-files.js';
import { ProtectedFiles } from '../../../platform/protected-files.js';
import {
  openReviewFile,
  readReviewFile,
  refuseReviewOver,
} from '../../../platform/review/review-file.js';
import { decodeBytes } from '../../../read/decode/decode.js';
import { readEditedTable, type EditedTable } from '../../../read/tables/edited-table.js';
import { act } from '../../../review/history.js';
import { planImport } from '../../../review/import/plan-import.js';
import { isRefusal, type Review } from '../../../review/model.js';
import { makeRowChecker } from '../../../review/row-checker.js';
import type { CommandContext } from '../command.js';
import { askChoice, canAsk } from './ask-choice.js';
import type { OpenedReview } from './existing.js';
import {
  countImport,
  describeProblem,
  importData,
  listDifferences,
  type NamedPlan,
} from './import-listing.js';
import { tableInputs } from './table-inputs.js';
import type { ImportRequest, ReviewRequest } from './request.js';

/**
 * Applies the changes made in a table. On a terminal, asks first and returns the open review;
 * otherwise applies what it can and returns an exit code: 1 if something could not be applied.
 *
 * @throws AppError `usage`, `bad-table`, `read-only`, and the errors of reading the two files
 */
export async function importTable(
  context: CommandContext,
  request: ReviewRequest,
  imported: ImportRequest,
): Promise<OpenedReview | ExitCode> {
  const path = reviewOf(context, request);
  if (extname(imported.path) === '.paralign') {
    throw new AppError(
      'bad-table',
      `${imported.name}: this is a review, not a table exported from one`,
      {
        hint: 'export it as CSV with "paralign convert"',
      },
    );
  }
  await refuseReviewOver(path, await ProtectedFiles.of(tableInputs(imported)));
  const readings = await readTables(imported);
  if (imported.dryRun) {
    const { review } = await readReviewFile(path);
    return report(context, plan(review, readings, request, imported), { path, applied: false });
  }
  const opened = await openReviewFile(path);
  let goesOn = false;
  try {
    const next = await apply(context, opened, plan(opened.review, readings, request, imported));
    goesOn = typeof next !== 'number';
    return next;
  } finally {
    if (!goesOn) opened.store.close();
  }
}

function reviewOf(
  { cwd }: Pick<CommandContext, 'cwd'>,
  { operands, update, output }: ReviewRequest,
): string {
  const [review, ...others] = operands;
  const isReview = review !== undefined && extname(review) === '.paralign';
  if (!isReview || others.length > 0 || update || output !== null) {
    throw new AppError('usage', '--import takes one review file, and no sources, --update or -o', {
      hint: 'paralign review FILE.paralign --import EDITED.csv',
    });
  }
  return resolve(cwd, review);
}

function plan(
  review: Review,
  readings: readonly EditedTable[],
  { settings }: ReviewRequest,
  { name }: ImportRequest,
): NamedPlan {
  const check = settings.checks ? { check: makeRowChecker(review) } : {};
  return { name, plan: planImport(review, readings, basename(name), check) };
}

async function apply(
  context: CommandContext,
  opened: OpenedReview,
  named: NamedPlan,
): Promise<OpenedReview | ExitCode> {
  const { review, store } = opened;
  const { draft } = named.plan;
  if (isRefusal(draft)) return report(context, named, { path: store.path, applied: false });
  if (store.readOnly !== null) throw new AppError('read-only', `${store.path}: ${store.readOnly}`);
  const asks = canAsk(context) && !context.json;
  if (asks && !(await isWanted(context, named))) return ExitCode.ok;
  const action = { type: 'do' as const, entry: draft };
  const after = act(review, action);
  // Save before reporting anything as done.
  store.append({ ...action, sequence: after.sequence });
  if (asks) {
    const notices = [...opened.notices, draft.label];
    return { review: after, recovered: opened.recovered + 1, notices, store };
  }
  await store.save(after);
  return report(context, named, { path: store.path, applied: true });
}

/** Lists all changes and asks whether to apply them. */
async function isWanted(context: CommandContext, named: NamedPlan): Promise<boolean> {
  const { plan, name } = named;
  const left = plan.problems.map((own) => `  not applied: ${describeProblem(name, own)}\n`);
  await context.stdout.write(
    `${countImport(named)}\n${listDifferences(plan)}${left.join('')}${idNote(plan)}`,
  );
  const rows = plan.rowsChanged === 1 ? 'this row' : `these ${plan.rowsChanged} rows`;
  const question = `Change ${rows}, as one step that can be undone? [y]es, [n]o: `;
  if ((await askChoice(context, question, ['yes', 'no'], 'no')) === 'yes') return true;
  await context.stdout.write('nothing was changed\n');
  return false;
}

/** Reports what was done, or would be done. */
async function report(
  context: CommandContext,
  named: NamedPlan,
  { path, applied }: { readonly path: string; readonly applied: boolean },
): Promise<ExitCode> {
  const { plan, name } = named;
  if (context.json) {
    const data = importData(named, { cwd: context.cwd, review: path, applied });
    await context.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    const rest = applied ? 'to undo this, press u in the review\n' : listDifferences(plan);
    if (!applied || !context.quiet) {
      await context.stdout.write(`${countImport(named, applied)}\n${rest}`);
    }
    for (const problem of plan.problems) {
      context.warn({ code: 'note', message: `not applied: ${describeProblem(name, problem)}` });
    }
    if (!context.quiet) await context.stderr.write(idNote(plan));
  }
  return plan.problems.length > 0 ? ExitCode.partial : ExitCode.ok;
}

function idNote({ byIdAlone }: NamedPlan['plan']): string {
  return byIdAlone
    ? 'the table has no texts or offsets, so rows were found only by their id: does it belong to this review?\n'
    : '';
}

/** The encodings in which spreadsheets save a CSV unless told to use UTF-8. */
const oldEncodings = ['windows-1252', 'macintosh'];

/** Every possible reading: an old encoding is a guess, and only the review shows which one fits. */
async function readTables({ name, path, encoding }: ImportRequest): Promise<EditedTable[]> {
  const bytes = await readInputFile(path, name);
  const unsure = encoding === undefined && !isUtf8(bytes) && !bytes.includes(0);
  const guessed = unsure ? oldEncodings : [];
  const tables: EditedTable[] = [];
  const errors: unknown[] = [];
  for (const own of [encoding, ...guessed]) {
    try {
      const { text } = await decodeBytes(name, bytes, own);
      tables.push(...readEditedTable(name, text));
    } catch (error) {
      errors.push(error);
    }
  }
  if (tables.length === 0) throw errors[0];
  return tables;
}
