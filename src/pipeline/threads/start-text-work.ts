/** Starts the work on texts, which runs alongside the model and the aligner if there is a second core. */
import { availableParallelism } from 'node:os';
import { carryOutTasks } from '../align-tasks.js';
import type { TextWork } from './text-work.js';

/**
 * Works in other threads, or in this one if there is only one core.
 *
 * @param threads how many may work at a time
 */
export async function startTextWork(threads = availableParallelism()): Promise<TextWork> {
  if (threads > 1) {
    const { TextThreads } = await import('./text-thread.js');
    return new TextThreads(threads);
  }
  const { readInputs } = await import('../read-inputs.js');
  const { readerProcesses } = await import('../isolation/reader-processes.js');
  const { segmentRead } = await import('../segmentation.js');
  const { ownChecks } = await import('../row-checker.js');
  return {
    async read(inputs, settings) {
      const read = await readInputs(inputs, settings, readerProcesses());
      const { named, links } = read;
      return { named, links, sources: [...segmentRead(read, settings)] };
    },
    ...ownChecks,
    carryOut: carryOutTasks,
    close: async () => {},
  };
}
