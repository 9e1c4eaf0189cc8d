/** Starts the work on texts, which runs alongside the model and the aligner if there is a second core. */
import { availableParallelism } from 'node:os';
import type { TextWork } from './text-work.js';

/** Works in a separate thread, or in this one if there is only one core. */
export async function startTextWork(): Promise<TextWork> {
  if (availableParallelism() > 1) {
    const { TextThreads } = await import('./text-thread.js');
    return new TextThreads();
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
    close: async () => {},
  };
}
