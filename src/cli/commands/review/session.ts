/** A session of the review screen, over one review or a series of them. */
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

/** An open review, alone or in a series. */
export interface Session extends OpenedOther {
  readonly readOnly: string | null;
  readonly series: Series | null;
  /** Releases the lock of the open review. */
  close(): void;
  /** The summary printed at the end. */
  sumUp(view: View): string;
}

/** What the screen needs to know about an open review. */
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
  const { maxBead } = request.settings;
  return {
    review,
    title: basename(store.path),
    saved: review.sequence - recovered,
    ...operation,
    notices,
    services: reviewServices(context, models, store, model, { operation, inputs, maxBead }),
  };
}
