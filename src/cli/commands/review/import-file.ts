/** `--import`: applies what a person decided elsewhere, in a CSV of a review or on its report, as one step that can be undone. */
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

/** Compares what was read with a review. */
type Plan = (review: Review) => NamedPlan;

/**
 * Applies the changes made in a table, or the decisions of a report. On a terminal, asks first and returns the open review;
 * otherwise applies what it can and returns an exit code: 1 if something could not be applied.
 *
 * @throws AppError `usage`, `bad-table`, `bad-decisions`, `read-only`, and the errors of reading the two files
 */
export async function importFile(
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
  const plan = await readImport(request, imported);
  if (imported.dryRun) {
    const { review } = await readReviewFile(path);
    return report(context, plan(review), { path, applied: false });
  }
  const opened = await openReviewFile(path);
  let goesOn = false;
  try {
    const next = await apply(context, opened, plan(opened.review));
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
      hint: 'paralign review FILE.paralign --import EDITED.csv, or --import decisions.json',
    });
  }
  return resolve(cwd, review);
}

async function readImport({ settings }: ReviewRequest, imported: ImportRequest): Promise<Plan> {
  const { name, path, by } = imported;
  const file = basename(name);
  const checker = (review: Review) => (settings.checks ? { check: makeRowChecker(review) } : {});
  // Once: it may be a pipe.
  const bytes = await readInputFile(path, name);
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (/^<(?:!doctype html|html)/i.test(start))
    throw new AppError('bad-decisions', `${name}: is a page, not the decisions taken on it`, {
      hint: 'open it in the browser where they were taken, and download them from its menu of decisions',
    });
  // No table begins as an object does.
  if (extname(path).toLowerCase() === '.json' || start.startsWith('{')) {
    const { parseDecisions } = await import('../../../report/decisions.js');
    const { planDecisions } = await import('../../../review/import/plan-decisions.js');
    if (!isUtf8(bytes)) throw new AppError('bad-decisions', `${name}: is not UTF-8`);
    const decisions = parseDecisions(
      name,
      Buffer.from(bytes)
        .toString()
        .replace(/^\ufeff/, ''),
    );
    const origin = { file, by: nameOf(by ?? decisions.decided_by) };
    return (review) => {
      const plan = planDecisions(review, decisions, origin, checker(review));
      if (plan !== null) return { name, plan, by: origin.by };
      throw new AppError('bad-decisions', `${name}: is about another alignment than this review`, {
        hint:
          decisions.source === ''
            ? 'write a report of the review with "paralign report FILE.paralign" for decisions about it'
            : `it was made on a report of ${decisions.source}; if the texts were aligned again since, decide on a new report`,
      });
    };
  }
  const readings = await readTables(imported, bytes);
  return (review) => {
    const plan = planImport(review, readings, file, checker(review));
    const { draft } = plan;
    const who = nameOf(by ?? '');
    const named = who !== '' && !isRefusal(draft);
    return { name, plan: named ? { ...plan, draft: { ...draft, by: who } } : plan, by: who };
  };
}

/** Longer names are cut: they stand in one line of the history. */
const longestName = 200;

function nameOf(text: string): string {
  return text.slice(0, longestName).replace(/\s+/gu, ' ').trim();
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
  const { plan } = named;
  const left = plan.problems.map((own) => `  not applied: ${describeProblem(named, own)}\n`);
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
  const { plan } = named;
  if (context.json) {
    const data = importData(named, { cwd: context.cwd, review: path, applied });
    await context.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    const rest = applied ? 'to undo this, press u in the review\n' : listDifferences(plan);
    if (!applied || !context.quiet) {
      await context.stdout.write(`${countImport(named, applied)}\n${rest}`);
    }
    for (const problem of plan.problems) {
      context.warn({ code: 'note', message: `not applied: ${describeProblem(named, problem)}` });
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
async function readTables(
  { name, encoding }: ImportRequest,
  bytes: Uint8Array,
): Promise<EditedTable[]> {
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
