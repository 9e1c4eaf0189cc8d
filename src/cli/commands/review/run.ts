/** Runs `paralign review`: finds or creates the review file, and opens it on a screen or line by line. */
import { basename, extname, resolve } from 'node:path';
import { AppError, ExitCode } from '../../../errors.js';
import { checkOutputFile } from '../../../platform/output-files.js';
import type { InputFile } from '../../../platform/protected-files.js';
import {
  refuseReviewOver,
  reserveReview,
  reviewInputs,
} from '../../../platform/review/review-file.js';
import { exists } from '../../../platform/review/review-store.js';
import { reviewFromTable } from '../../../review/from-table.js';
import type { Table } from '../../../domain.js';
import { tableAsAsked } from '../../../pipeline/quality/asked-quality.js';
import type { Review } from '../../../review/model.js';
import { composeKeys } from '../../../tui/compose/pages/compose-help.js';
import { ReviewDriver } from '../../../tui/driver.js';
import { makeKeymap } from '../../../tui/view/keymap.js';
import { runScreen } from '../../../tui/screen/run-screen.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { makeTheme } from '../../../tui/theme/theme.js';
import { openView } from '../../../tui/view/open-view.js';
import type { CommandContext } from '../command.js';
import { commandInputs, listInputs } from '../command-inputs.js';
import { reviewKeys } from '../../arguments/settings.js';
import { goOn, openNamed, updateReview, type OpenedReview } from './existing.js';
import { sumUp } from './sum-up.js';
import { tableInputs } from './table-inputs.js';
import { SessionModels } from './services.js';
import { folderAt, openFolder } from './open-folder.js';
import { sessionPart, type Session } from './session.js';
import type { ReviewRequest } from './request.js';
import { reviewOrigin } from '../../../review/review-origin.js';

/** `paralign review`. */
export async function runReview(
  context: CommandContext,
  request: ReviewRequest,
): Promise<ExitCode> {
  const keymap = makeKeymap(
    reviewKeys(context.settings),
    (name) => context.settings.keysPlace(name).where,
  );
  if (request.showKeys) {
    await context.stdout.write(composeKeys(keymap));
    return ExitCode.ok;
  }
  const screen = hasScreen(context, request);
  const theme = makeTheme({
    color: context.stdout.color,
    ascii: request.ascii || !isUnicodeLocale(context.env),
    bidi: request.bidi,
  });
  const models = new SessionModels(request);
  const session = await openSession(context, request, models);
  if (typeof session === 'number') return session;
  try {
    const { stdin, stdout } = context.streams;
    const { review, title, saved, check, readOnly, series, notices, services } = session;
    const view = openView({
      ...{ review, title, saved, readOnly, series, keymap },
      threshold: request.threshold,
      columns: stdout.columns || 80,
      rows: screen ? stdout.rows || 24 : 24,
      ...(check && { check }),
    });
    const driver = new ReviewDriver(view, services);
    // Clear the alignment's progress line, which would otherwise stay above the shell's prompt.
    await context.stdout.write('');
    const kind = readOnly === null ? 'info' : 'warning';
    if (notices.length > 0) driver.say(notices.join('; '), kind);
    await context.holding(async () => {
      if (screen) return runScreen(driver, theme, { stdin, stdout }, () => session.close());
      const { runPlain } = await import('../../../tui/plain/run-plain.js');
      return runPlain(driver, context);
    });
    if ((screen || series !== null) && !context.quiet)
      await context.stdout.write(session.sumUp(driver.view()));
    const { unsaved } = driver;
    if (unsaved === null) return ExitCode.ok;
    await context.stderr.write(`paralign: ${oneLine(unsaved)}\n`);
    return ExitCode.io;
  } finally {
    session.close();
    await models.close();
  }
}

/** The reviews of a folder or the single review given; an exit code if nothing is opened. */
async function openSession(
  context: CommandContext,
  request: ReviewRequest,
  models: SessionModels,
): Promise<Session | ExitCode> {
  const { operands, output, update } = request;
  const [first] = operands;
  const folder = first === undefined ? null : await folderAt(resolve(context.cwd, first));
  if (folder !== null && first !== undefined) {
    if (operands.length > 1 || output !== null || update || request.imported !== null)
      throw new AppError(
        'usage',
        `${first}: a folder of reviews must be the only operand, without -o, --update or --import`,
        {
          hint: 'name only the folder, or one of its reviews (FILE.paralign)',
        },
      );
    return openFolder(context, request, models, { path: folder, shown: first });
  }
  const opened = await openReview(context, request);
  if (typeof opened === 'number') return opened;
  const inputs = await inputsOf(context, request, opened.store.path);
  const { path } = opened.store;
  return {
    ...sessionPart(context, request, { opened, models, inputs }),
    readOnly: opened.store.readOnly,
    series: null,
    close: () => opened.store.close(),
    sumUp: ({ review, threshold }) => sumUp({ review, path, cwd: context.cwd, threshold }),
  };
}

/** Whether there is a terminal that can show a screen. */
function hasScreen(context: CommandContext, request: ReviewRequest): boolean {
  const { stdin, stdout } = context.streams;
  return (
    !request.plain &&
    context.mayAsk &&
    stdin.isTTY === true &&
    stdout.isTTY === true &&
    context.env['TERM'] !== 'dumb'
  );
}

/** What an export must not replace: the sources, an imported table and the review itself. */
async function inputsOf(
  context: CommandContext,
  { operands, settings, model, imported }: ReviewRequest,
  review: string,
): Promise<InputFile[]> {
  return listInputs(context, {
    sources: operands.filter((operand) => extname(operand) !== '.paralign'),
    settings,
    model: model.model,
    others: [...(await reviewInputs(review)), ...tableInputs(imported)],
  });
}

/** The review to open; an exit code if there is none. */
async function openReview(
  context: CommandContext,
  request: ReviewRequest,
): Promise<OpenedReview | ExitCode> {
  if (request.imported !== null) {
    const { importFile } = await import('./import-file.js');
    return importFile(context, request, request.imported);
  }
  return (await findReview(context, request)) ?? ExitCode.ok;
}

/** The review of these operands, existing or new; null if the person cancels. */
async function findReview(
  context: CommandContext,
  request: ReviewRequest,
): Promise<OpenedReview | null> {
  const { operands, output, settings, model, update } = request;
  const [first] = operands;
  if (first === undefined && output === null) {
    throw new AppError('usage', 'nothing to review', {
      hint: 'name two sources, a review file (FILE.paralign), or a folder of reviews',
    });
  }
  const reviews = operands.filter((operand) => extname(operand) === '.paralign');
  const sources = operands.filter((operand) => extname(operand) !== '.paralign');
  if (reviews.length > 1 || (reviews.length > 0 && sources.length > 0 && !update)) {
    throw new AppError(
      'usage',
      `${reviews[0]}: a review file must be the only operand, unless --update is given`,
      {
        hint: 'name one review file or the sources, not both',
      },
    );
  }
  if (update && sources.length === 0) {
    throw new AppError('usage', 'nothing to update from', {
      hint: 'name the current sources: paralign review FILE.paralign --update A B',
    });
  }
  if (reviews[0] !== undefined) {
    const path = resolve(context.cwd, reviews[0]);
    return update ? updateReview(context, request, path, sources) : openNamed(path, request);
  }
  const path = resolve(context.cwd, output ?? defaultName(operands));
  if (extname(path) !== '.paralign') {
    throw new AppError(
      'usage',
      `${output ?? path}: the name of a review file must end in .paralign`,
      {
        hint: 'to get another format, use "paralign align", or "paralign convert" after the review',
      },
    );
  }
  const read = await commandInputs(context, {
    sources: operands,
    settings,
    model: model.model,
  });
  await refuseReviewOver(path, read);
  if (update) return updateReview(context, request, path, sources);
  if (await exists(path)) return goOn(context, request, path, sources);
  // Check before the alignment, which may take long.
  await checkOutputFile(path, { clobber: false, inputs: read });
  const place = await reserveReview(path, read);
  try {
    if (!(await exists(path))) {
      return await place.create(await newReview(context, request));
    }
  } finally {
    place.release();
  }
  // Another process created the review in the meantime.
  return goOn(context, request, path, sources);
}

/** A review of sources: of the links of one file that has them, or of what the aligner finds. */
async function newReview(
  context: CommandContext,
  { operands, settings: named, model, threads, quality }: ReviewRequest,
): Promise<Review> {
  const judged = (table: Table): Promise<Table> => tableAsAsked(table, { quality });
  const { loadSplitting } = await import('../../../pipeline/files/load-splitting.js');
  const { loadGlossary } = await import('../../../pipeline/files/load-glossary.js');
  const settings = await loadGlossary(await loadSplitting(named, context.cwd), context.cwd);
  const origin = reviewOrigin(model.model, settings);
  const { withGlossaryChecks } = await import('../../../pipeline/glossary/glossary-checks.js');
  const glossary = settings.checks === false ? undefined : settings.glossary;
  if ((operands.length === 1 || operands.length === 3) && operands[0] !== '-') {
    const { linkedOperands, openNumberLinks } =
      await import('../../../pipeline/files/number-links.js');
    const { cwd, signal } = context;
    const byNumber = await linkedOperands(operands, { ...settings, cwd, signal });
    if (byNumber) {
      const table = await openNumberLinks(byNumber, { ...settings, cwd, signal });
      const segmented = origin.segmented || byNumber.format === 'moses';
      return reviewFromTable(await judged(withGlossaryChecks(table, glossary)), {
        ...origin,
        segmented,
      });
    }
  }
  if (operands.length === 1 && operands[0] !== '-') {
    const { openLinkedFiles } = await import('../../../pipeline/files/linked-files.js');
    const { cwd, signal } = context;
    const linked = await openLinkedFiles(operands, { ...settings, cwd, signal });
    if (linked !== undefined)
      return reviewFromTable(await judged(withGlossaryChecks(linked, glossary)), {
        ...origin,
        segmented: true,
      });
  }
  const { alignFiles } = await import('../../../pipeline/files/align-files.js');
  const { alignWatch } = await import('../align-watch.js');
  const table = await alignFiles(operands, { ...settings, model, threads, ...alignWatch(context) });
  return reviewFromTable(await judged(table), origin);
}

/** The review of `a/report.en.txt` and `report.es.txt` is `report.en-report.es.paralign`, in the current folder. */
export function defaultName(operands: readonly string[]): string {
  const names = operands.map((operand) =>
    operand === '-' ? 'stdin' : basename(operand, extname(operand)),
  );
  // The length of file names is limited; 200 bytes are enough to recognise it.
  const whole = names.join('-');
  const cut = Buffer.from(whole)
    .subarray(0, 200)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return `${cut}.paralign`;
}

function isUnicodeLocale(env: CommandContext['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  // Containers and cron have no locale, but their terminals use UTF-8.
  return locale === '' || /utf-?8/i.test(locale) || process.platform === 'win32';
}
