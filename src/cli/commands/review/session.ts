/** What a review's screen begins with, whether one review is open or one of many. */
import { basename } from 'node:path';
import type { InputFile } from '../../../platform/protected-files.js';
import { makeRowChecker } from '../../../review/row-checker.js';
import type { OpenedOther } from '../../../tui/services.js';
import type { Series } from '../../../tui/view/series.js';
import type { View } from '../../../tui/view/view-state.js';
import type { CommandContext } from '../command.js';
import type { OpenedReview } from './existing.js';
import type { ReviewRequest } from './request.js';
import { reviewServices, type SessionModels } from './services.js';

/** A review that is open, alone or as one of a series. */
export interface Session extends OpenedOther {
  readonly readOnly: string | null;
  readonly series: Series | null;
  /** Gives back the lock of the review that is open now. */
  close(): void;
  /** What a person reads at the end. */
  sumUp(view: View): string;
}

/** What the screen needs of a review that was opened. */
export function sessionPart(
  context: CommandContext,
  request: ReviewRequest,
  {
    opened,
    models,
    inputs,
  }: {
    readonly opened: OpenedReview;
    readonly models: SessionModels;
    readonly inputs: readonly InputFile[];
  },
): OpenedOther {
  const { review, store, notices, recovered } = opened;
  const operation = request.settings.checks ? { check: makeRowChecker(review) } : {};
  const { model } = review.origin;
  return {
    review,
    title: basename(store.path),
    saved: review.sequence - recovered,
    ...operation,
    notices,
    services: reviewServices(context, models, store, model, { operation, inputs }),
  };
}
