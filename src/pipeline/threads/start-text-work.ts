/** The work on texts that takes turns with the model and the aligner, where there is a second core. */
import { availableParallelism } from 'node:os';
import type { TextWork } from './text-work.js';

/** Work in a thread of its own, or in this one where there is but one core. */
export async function startTextWork(): Promise<TextWork> {
  if (availableParallelism() > 1) {
    const { TextThreads } = await import('./text-thread.js');
    return new TextThreads();
  }
  const { segment } = await import('../segmentation.js');
  const { ownChecks } = await import('../row-checker.js');
  return {
    segment: async (input, options) => segment(input, options),
    ...ownChecks,
    close: async () => {},
  };
}
