/** What the review needs from the rest of the house: checks, exports, aligning anew. */
import { resolve } from 'node:path';
import { writeOutputFile } from '../platform/output-files.js';
import type { ReviewStore } from '../platform/review-file.js';
import { tableFromReview } from '../review/from-table.js';
import { refuse, type RowChecker } from '../review/model.js';
import type { ReviewServices } from '../tui/driver.js';
import { textLines } from '../tui/driver.js';
import type { CommandContext, ParsedArguments } from './command.js';

/** Checks a row anew after its sentences changed. */
export const rowChecker: RowChecker = (_review, _cells) => [];

/** The services of a session, to be closed at its end. */
export function reviewServices(
  context: CommandContext,
  _args: ParsedArguments,
  store: ReviewStore,
): ReviewServices & { close(): Promise<void> } {
  return {
    store,
    async exportTo(path, review) {
      const { writers, formatOfFile } = await import('../write/formats.js');
      void writers;
      void formatOfFile;
      await writeOutputFile(resolve(context.cwd, path), [JSON.stringify(tableFromReview(review))]);
      return `wrote ${path}`;
    },
    explain: async () => textLines(['nothing is known yet']),
    realign: async () => refuse('not yet'),
    relabel: async () => refuse('not yet'),
    close: async () => {},
  };
}
