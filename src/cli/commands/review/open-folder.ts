/** `paralign review DIR`: counts and opens the reviews of a folder one at a time. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../errors.js';
import { listFolder } from '../../../platform/folders.js';
import {
  openReviewFile,
  readReviewFile,
  reviewInputs,
  whoHasIt,
} from '../../../platform/review/review-file.js';
import type { ReviewStore } from '../../../platform/review/review-store.js';
import { countReview, countToReview } from '../../../review/doubt.js';
import type { OpenedOther } from '../../../tui/services.js';
import {
  nextInSeries,
  skipReview,
  type Series,
  type SeriesReview,
} from '../../../tui/view/series.js';
import { progressText } from '../../output/progress-text.js';
import { shellWord } from '../../output/shell-word.js';
import type { CommandContext } from '../command.js';
import { listInputs } from '../command-inputs.js';
import type { ReviewRequest } from './request.js';
import type { SessionModels } from './services.js';
import { sessionPart, type Session } from './session.js';
import { sumUpSeries } from './sum-up-series.js';

/** The path if it is a folder, otherwise null. */
export async function folderAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? path : null;
}

interface Folder {
  readonly path: string;
  /** As typed. */
  readonly shown: string;
}

/**
 * Opens the first review of a folder that has rows to review; if none has, the first that can be
 * opened. Reviews that cannot be opened for writing are reported and skipped.
 *
 * @throws AppError `no-input` for a folder without reviews, `read-only` if all are skipped
 */
export async function openFolder(
  context: CommandContext,
  request: ReviewRequest,
  models: SessionModels,
  folder: Folder,
): Promise<Session> {
  let series = await readSeries(context, folder);
  let open: ReviewStore | null = null;
  const openOther = async (index: number): Promise<OpenedOther> => {
    const path = join(folder.path, series.reviews[index]?.name ?? '');
    const opened = await openReviewFile(path);
    const { store } = opened;
    if (store.readOnly !== null) throw new AppError('read-only', store.readOnly);
    open = store;
    const { settings } = request;
    const others = await reviewInputs(path);
    const inputs = await listInputs(context, { settings, model: request.model.model, others });
    const part = sessionPart(context, request, { opened, models, inputs });
    return { ...part, services: { ...part.services, openOther } };
  };
  const skipped = series.reviews.flatMap(({ name, skipped }) =>
    skipped === null ? [] : [`${name}: ${skipped}`],
  );
  for (;;) {
    const next =
      nextInSeries(series, 1, 'doubt', request.threshold) ??
      nextInSeries(series, 1, 'review', request.threshold);
    if (next === undefined) throw nothingToOpen(folder, skipped);
    try {
      const opened = await openOther(next);
      for (const line of skipped) context.warn({ code: 'note', message: `skipped ${line}` });
      series = { ...series, at: next };
      return {
        ...opened,
        notices: [...beginning(series, request), ...opened.notices],
        readOnly: null,
        series,
        close: () => open?.close(),
        sumUp: (view) => sumUpSeries(view),
      };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const name = series.reviews[next]?.name ?? '';
      const problem = problemOf(error, join(folder.path, name));
      skipped.push(`${name}: ${problem}`);
      series = skipReview(series, next, problem);
    }
  }
}

/** Counts every review of a folder, and marks those that are known to be unusable. */
async function readSeries(context: CommandContext, { path, shown }: Folder): Promise<Series> {
  const names = (await listFolder(path, shown)).filter(isReviewName).sort(byName);
  if (names.length === 0) {
    const dir = shellWord(shown);
    throw new AppError('no-input', `${shown}: there are no reviews in this folder`, {
      hint: `"paralign batch JOBS --out ${dir} --format paralign" creates a review for each job`,
    });
  }
  const began = performance.now();
  const reviews: SeriesReview[] = [];
  for (const name of names) {
    const done = reviews.length;
    const text = progressText(done, names.length, performance.now() - began, 'reviews');
    if (done > 0) context.progress(`counting rows to review: ${text}`);
    reviews.push(await countFile(join(path, name), name));
  }
  return { folder: shown, reviews, at: -1 };
}

async function countFile(path: string, name: string): Promise<SeriesReview> {
  try {
    const { review } = await readReviewFile(path);
    return { name, counts: countReview(review), skipped: await whoHasIt(path) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, counts: countReview({ rows: [] }), skipped: problemOf(error, path) };
  }
}

/** What is wrong with a file, without its name. */
function problemOf({ message }: AppError, path: string): string {
  return message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
}

/** Whether it is a review, but not an old one kept by an update. */
function isReviewName(name: string): boolean {
  return /\.paralign$/i.test(name) && !/\.old-\d+\.paralign$/i.test(name);
}

const collator = new Intl.Collator('en', { numeric: true });

/** `job2` before `job10`, the same in every locale. */
function byName(x: string, y: string): number {
  return collator.compare(x, y) || (x < y ? -1 : x > y ? 1 : 0);
}

function nothingToOpen({ shown }: Folder, skipped: readonly string[]): AppError {
  const [first = '', ...others] = skipped;
  const more = others.length === 0 ? '' : `; and ${others.length} more`;
  return new AppError('read-only', `${shown}: no review can be opened: ${first}${more}`, {
    hint: 'to look at one of them, open it with "paralign review FILE.paralign"',
  });
}

/** The notices when the screen opens. */
function beginning(series: Series, { threshold, noEffect }: ReviewRequest): string[] {
  const usable = series.reviews.filter(({ skipped }) => skipped === null);
  const out = series.reviews.length - usable.length;
  const rows = usable.reduce((sum, { counts }) => sum + countToReview(counts, threshold), 0);
  const reviews = `${usable.length} ${usable.length === 1 ? 'review' : 'reviews'}`;
  return [
    rows === 0 ? `${reviews}: no row needs review` : `${reviews}, ${rows} to review in all`,
    ...(out > 0 ? [`${out} skipped (listed at the end)`] : []),
    ...(noEffect.length > 0 ? [`no effect on existing reviews: ${noEffect.join(', ')}`] : []),
  ];
}
