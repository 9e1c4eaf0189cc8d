/** The work on texts that takes turns with the model and the aligner, where there is a second core. */
import { availableParallelism } from 'node:os';
import type { TextWork } from './text-work.js';

/** Work in a thread of its own, or in this one where there is but one core. */
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
