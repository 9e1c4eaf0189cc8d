/** Runs `paralign review`: finds or makes the review file, and gives it a screen or lines. */
import { basename, extname, resolve } from 'node:path';
import { AppError, ExitCode } from '../../../errors.js';
import { checkOutputFile } from '../../../platform/output-files.js';
import { createReviewFile, exists, openReviewFile } from '../../../platform/review/review-file.js';
import { reviewFromTable } from '../../../review/from-table.js';
import { defaultThreshold } from '../../../review/queue.js';
import { bidiModes } from '../../../terminal/bidi.js';
import { composeKeys } from '../../../tui/compose/pages/compose-help.js';
import { ReviewDriver } from '../../../tui/driver.js';
import { makeKeymap } from '../../../tui/view/keymap.js';
import { runScreen } from '../../../tui/screen/run-screen.js';
import { makeTheme } from '../../../tui/theme/theme.js';
import type { CommandContext } from '../command.js';
import { reviewKeys } from './keys.js';
import { checkRow } from '../../../review/parts.js';
import { reviewServices } from './services.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { openView } from '../../../tui/view/open-view.js';

/** `paralign review`. */
export async function runReview(context: CommandContext, args: ParsedArguments): Promise<ExitCode> {
  const keymap = makeKeymap(await reviewKeys(context));
  if (args.flag('keys')) {
    await context.stdout.write(composeKeys(keymap));
    return ExitCode.ok;
  }
  const screen = hasScreen(context, args);
  const theme = makeTheme({
    color: context.stdout.color,
    ascii: args.flag('ascii') || !isUnicodeLocale(context.env),
    bidi: bidiModes.find((mode) => mode === args.text('bidi')) ?? 'logical',
  });
  const opened = await openReview(context, args);
  const { review, store, notices } = opened;
  const services = reviewServices(context, args, store, review.origin.model);
  try {
    const { stdin, stdout } = context.streams;
    const view = openView({
      review,
      title: basename(store.path),
      readOnly: store.readOnly,
      keymap,
      threshold: args.number('threshold') ?? defaultThreshold,
      columns: stdout.columns || 80,
      rows: screen ? stdout.rows || 24 : 24,
      saved: review.sequence - opened.recovered,
      ...(args.flag('checks') ? { check: checkRow } : {}),
    });
    const driver = new ReviewDriver(view, services);
    // Takes the line away that told of the alignment's progress: it would stay before the shell's prompt.
    await context.stdout.write('');
    const kind = store.readOnly === null ? 'info' : 'warning';
    if (notices.length > 0) driver.say(notices.join('; '), kind);
    if (screen) await runScreen(driver, theme, { stdin, stdout }, () => store.close());
    else {
      const { runPlain } = await import('../../../tui/plain/run-plain.js');
      await runPlain(driver, context);
    }
    return ExitCode.ok;
  } finally {
    store.close();
    await services.close();
  }
}

/** Whether a person sits before a terminal that can show a screen. */
function hasScreen(context: CommandContext, args: ParsedArguments): boolean {
  const { stdin, stdout } = context.streams;
  return (
    !args.flag('plain') &&
    context.mayAsk &&
    stdin.isTTY === true &&
    stdout.isTTY === true &&
    context.env['TERM'] !== 'dumb'
  );
}

async function openReview(context: CommandContext, args: ParsedArguments) {
  const { operands } = args;
  const [first] = operands;
  const output = args.text('output');
  if (first === undefined && output === undefined) {
    throw new AppError('usage', 'nothing to review', {
      hint: 'name two sources, or a review file (FILE.paralign)',
    });
  }
  const reviews = operands.filter((operand) => extname(operand) === '.paralign');
  if (reviews.length > 0 && operands.length > 1) {
    throw new AppError('usage', `${reviews[0]}: a review file stands alone`, {
      hint: 'name one review file, or sources',
    });
  }
  if (reviews[0] !== undefined) return openReviewFile(resolve(context.cwd, reviews[0]));
  const path = resolve(context.cwd, output ?? defaultName(operands));
  if (extname(path) !== '.paralign') {
    throw new AppError('usage', `${output ?? path}: a review file ends in .paralign`, {
      hint: 'export it afterwards with "paralign convert"',
    });
  }
  if (await exists(path)) return goOn(path, operands.length);
  // Before the alignment, which may take long.
  await checkOutputFile(path, { clobber: false });
  const { alignOperands } = await import('../align/run.js');
  const table = await alignOperands(context, args);
  const origin = { model: args.text('model') ?? null, segmented: args.flag('segmented') };
  return createReviewFile(path, reviewFromTable(table, origin));
}

/** Opens a review that is there already, and says that nothing was aligned anew. */
async function goOn(path: string, operands: number) {
  const opened = await openReviewFile(path);
  const known = opened.review.sources.map(({ name }) => name).join(', ');
  const notice = `going on with ${basename(path)} (${known}); remove it to align anew`;
  return operands === 0 ? opened : { ...opened, notices: [notice, ...opened.notices] };
}

/** The review of `a/report.en.txt` and `report.es.txt` is `report.en-report.es.paralign`, in the current folder. */
export function defaultName(operands: readonly string[]): string {
  const names = operands.map((operand) =>
    operand === '-' ? 'stdin' : basename(operand, extname(operand)),
  );
  // File names have limits; the first 200 bytes tell enough.
  const whole = names.join('-');
  const cut = Buffer.from(whole)
    .subarray(0, 200)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return `${cut}.paralign`;
}

function isUnicodeLocale(env: CommandContext['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  // No locale at all is how containers and cron run; their terminals are UTF-8 nonetheless.
  return locale === '' || /utf-?8/i.test(locale) || process.platform === 'win32';
}
