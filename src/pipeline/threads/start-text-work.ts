/** The work on texts that takes turns with the model and the aligner, where there is a second core. */
import { availableParallelism } from 'node:os';
import type { RowChecker } from '../alignment.js';
import type { Source } from '../../domain.js';
import type { SourceInput, SourceOptions } from '../segmentation.js';

/** Whoever reads, segments and checks the texts of one run. */
export interface TextWork extends RowChecker {
  /** As `segment` of segmentation.ts. All sources are to be asked for at once. */
  segment(input: SourceInput, options: SourceOptions): Promise<Source>;
  /** Ends it, whatever it is doing. */
  close(): Promise<void>;
}

/** Work in threads of its own, or in this one where there is but one core. */
export async function startTextWork(): Promise<TextWork> {
  if (availableParallelism() > 1) {
    const { TextThreads } = await import('./text-thread.js');
    return new TextThreads();
  }
  const { segment } = await import('../segmentation.js');
  const { ownChecks } = await import('../alignment.js');
  return {
    segment: async (input, options) => segment(input, options),
    ...ownChecks,
    close: async () => {},
  };
}
