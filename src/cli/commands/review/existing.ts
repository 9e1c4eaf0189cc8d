/** Opens an existing review, and handles sources that have changed since it was created. */
import { basename } from 'node:path';
import { AppError } from '../../../errors.js';
import { openReviewFile, type LoadedReview } from '../../../platform/review/review-file.js';
import { exists, type ReviewStore } from '../../../platform/review/review-store.js';
import { replaceReview } from '../../../platform/review/replace-review.js';
import { isJudged } from '../../../review/judged.js';
import { tableAsAsked } from '../../../pipeline/quality/asked-quality.js';
import { reviewFromTable } from '../../../review/from-table.js';
import type { Review } from '../../../review/model.js';
import { makeRowChecker } from '../../../review/row-checker.js';
import { carryOver } from '../../../review/update/carry-over.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { alignWatch } from '../align-watch.js';
import type { CommandContext } from '../command.js';
import { askChoice, canAsk } from './ask-choice.js';
import type { ReviewRequest } from './request.js';
import { reviewOrigin } from '../../../review/review-origin.js';

/** An open review and its file. */
export type OpenedReview = LoadedReview & { readonly store: ReviewStore };

/** Opens a review given by its file. */
export async function openNamed(path: string, request: ReviewRequest): Promise<OpenedReview> {
  const opened = await openReviewFile(path);
  return { ...opened, notices: [...opened.notices, ...withoutEffect(opened.review, request)] };
}

/**
 * Opens the existing review of some sources. If the texts have changed, asks what to open; null if
 * the answer is to cancel.
 *
 * @throws AppError `source-changed` if nobody can be asked
 */
export async function goOn(
  context: CommandContext,
  request: ReviewRequest,
  path: string,
  sources: readonly string[],
): Promise<OpenedReview | null> {
  const opened = await openReviewFile(path);
  if (sources.length === 0) return opened;
  try {
    const { review } = opened;
    const change = await changeOf(context, request, review, path, sources);
    if (change !== null) {
      const answer = await ask(context, `${basename(path)}: ${change}`);
      if (answer === 'update') return await update(context, request, opened, sources);
      if (answer === 'cancel') {
        opened.store.close();
        return null;
      }
    }
    const known = review.sources.map(({ name }) => name).join(', ');
    const notice = `continuing ${basename(path)} (${known})${change === null ? '' : ', with its original text'}`;
    const notices = [notice, ...withoutEffect(review, request), ...opened.notices];
    return { ...opened, notices };
  } catch (error) {
    opened.store.close();
    throw error;
  }
}

/** `--update`: carries the decisions of a review over to the current text of its sources. */
export async function updateReview(
  context: CommandContext,
  request: ReviewRequest,
  path: string,
  sources: readonly string[],
): Promise<OpenedReview> {
  if (!(await exists(path))) {
    throw new AppError('file-not-found', `${path}: there is no review to update`, {
      hint: 'name the review file (FILE.paralign), or leave out --update to create a review',
    });
  }
  const opened = await openReviewFile(path);
  try {
    // Standard input can be read only once.
    const readable = request.noEffect.length === 0 && !sources.includes('-');
    if (readable && (await changeOf(context, request, opened.review, path, sources)) === null) {
      return {
        ...opened,
        notices: ['nothing to update: the sources have not changed', ...opened.notices],
      };
    }
    return await update(context, request, opened, sources);
  } catch (error) {
    opened.store.close();
    throw error;
  }
}

async function update(
  context: CommandContext,
  request: ReviewRequest,
  opened: OpenedReview,
  sources: readonly string[],
): Promise<OpenedReview> {
  const { review: old, store } = opened;
  if (store.readOnly !== null) throw new AppError('read-only', `${store.path}: ${store.readOnly}`);
  const { alignFiles } = await import('../../../pipeline/files/align-files.js');
  const { loadSplitting } = await import('../../../pipeline/files/load-splitting.js');
  const encoding = request.settings.encoding ?? old.origin.encoding;
  // Files that are named now count before what the review was made with.
  const { loadGlossary } = await import('../../../pipeline/files/load-glossary.js');
  const { splitting: oldSplitting, glossary: oldGlossary } = old.origin;
  const named = {
    ...request.settings,
    ...(oldSplitting && { splitting: oldSplitting }),
    ...(oldGlossary && { glossary: oldGlossary }),
  };
  const settings = await loadGlossary(await loadSplitting(named, context.cwd), context.cwd);
  const origin = reviewOrigin(request.model.model ?? old.origin.model, {
    segmented: (request.settings.segmented ?? false) || old.origin.segmented,
    encoding,
    splitting: settings.splitting,
    glossary: settings.glossary,
  });
  const table = await alignFiles(sources, {
    ...settings,
    segmented: origin.segmented,
    ...(encoding !== undefined && { encoding }),
    model: { ...request.model, model: origin.model },
    threads: request.threads,
    ...alignWatch(context),
  });
  const quality = request.quality || isJudged(old);
  const aligned = reviewFromTable(await tableAsAsked(table, { quality }), origin);
  if (aligned.sources.length !== old.sources.length) {
    throw new AppError('source-changed', `${store.path}: ${countsDiffer(old, aligned)}`, {
      hint: 'an update needs the same sources; create another review with -o FILE.paralign',
    });
  }
  const check = request.settings.checks === false ? {} : { check: makeRowChecker(aligned) };
  const { review, kept, lost } = carryOver(old, aligned, check);
  const before = await replaceReview(opened, review);
  for (const { row, description } of lost) {
    context.warn({ code: 'note', message: `not kept: row ${row}: ${description}` });
  }
  const notice =
    `updated to the new text: ${kept} of ${kept + lost.length} decisions kept` +
    `${lost.length > 0 ? ', the others are noted on their rows' : ''}; the old review is ${basename(before)}`;
  if (!context.quiet) await context.stderr.write(`paralign: ${oneLine(notice)}\n`);
  return { review, recovered: 0, notices: [notice], store };
}

/** What has changed about the sources since the review was created; null if nothing has. */
async function changeOf(
  { cwd, signal }: CommandContext,
  { settings }: ReviewRequest,
  review: Review,
  path: string,
  sources: readonly string[],
): Promise<string | null> {
  const { readTexts } = await import('../../../pipeline/files/read-texts.js');
  const encoding = settings.encoding ?? review.origin.encoding;
  let now;
  try {
    now = await readTexts(sources, {
      ...settings,
      ...(encoding !== undefined && { encoding }),
      cwd,
      signal,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, {
      hint: `"paralign review ${path}" opens the review without its sources`,
      cause: error,
    });
  }
  if (now.length !== review.sources.length) return countsDiffer(review, { sources: now });
  const changed = now.filter(({ text }, index) => text !== review.sources[index]?.text);
  if (changed.length === 0) return null;
  const names = changed.map(({ name }) => name).join(', ');
  return `${names} ${changed.length === 1 ? 'has' : 'have'} changed since the review was created`;
}

function countsDiffer(
  review: Pick<Review, 'sources'>,
  now: { readonly sources: readonly unknown[] },
): string {
  const count = (of: readonly unknown[]) =>
    `${of.length} ${of.length === 1 ? 'source' : 'sources'}`;
  return `the review has ${count(review.sources)}, but ${now.sources.length} ${now.sources.length === 1 ? 'was' : 'were'} given`;
}

/** Asks what to do about a change. Throws AppError `source-changed` if nobody can be asked. */
async function ask(context: CommandContext, change: string): Promise<'open' | 'update' | 'cancel'> {
  if (!canAsk(context)) {
    throw new AppError('source-changed', change, {
      hint: 'add --update to carry the decisions over to the new text, or name only the review file to open it with the old text',
    });
  }
  const question = `${oneLine(change)}.\n[o]pen it with the old text, [u]pdate it to the new text, [c]ancel? `;
  return askChoice(context, question, ['open', 'update', 'cancel'], 'cancel');
}

/** A notice about alignment options, which do not change an existing review. */
function withoutEffect(review: Review, { noEffect, settings }: ReviewRequest): readonly string[] {
  const modes = [...new Set(review.alignments.map(({ mode }) => mode))];
  const asMade = modes.length === 1 && modes[0] === settings.mode;
  const flags = noEffect.filter((flag) => !(flag === '--mode' && asMade));
  if (flags.length === 0) return [];
  const languages = review.streams.map(({ language }) => language).join(', ');
  const made = [
    ...(modes.length > 0 ? [modes.join(' and ')] : []),
    languages,
    ...(review.origin.segmented ? ['segmented'] : []),
  ].join('; ');
  return [
    `${flags.join(', ')} ${flags.length === 1 ? 'has' : 'have'} no effect on an existing review (${made}); --update aligns again`,
  ];
}
