/** Starts the work on texts, which runs alongside the model and the aligner if there is a second core. */
import { availableParallelism } from 'node:os';
import { shortTexts } from '../../platform/start/thread-ahead.js';
import { carryOutTasks } from '../align-tasks.js';
import { ownChecks } from '../row-checker.js';
import type { FileInput } from '../source-input.js';
import type { TextWork } from './text-work.js';

/**
 * Works in other threads; in this one if there is only one core, or if the texts are short.
 *
 * @param threads how many may work at a time; if left out, what pays on this machine's cores
 */
export async function startTextWork(
  inputs: readonly FileInput[],
  threads?: number,
): Promise<TextWork> {
  if ((threads ?? availableParallelism()) > 1 && !areShort(inputs)) {
    const { TextThreads } = await import('./text-thread.js');
    return new TextThreads(threads);
  }
  const { readInputs } = await import('../read-inputs.js');
  const { readerProcesses } = await import('../isolation/reader-processes.js');
  const { segmentRead } = await import('../segmentation.js');
  return {
    async read(inputs, settings) {
      const read = await readInputs(inputs, settings, readerProcesses());
      const { named, lengths, links } = read;
      return { named, lengths, links, sources: [...segmentRead(read, settings)] };
    },
    ...ownChecks,
    carryOut: carryOutTasks,
    close: async () => {},
  };
}

function areShort(inputs: readonly FileInput[]): boolean {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes.length, 0);
  return bytes < shortTexts && !inputs.some((input) => isPacked(input.bytes));
}

/** Whether a file may hold much more text than it has bytes: ZIP, gzip, PDF. */
function isPacked([first, second]: Uint8Array): boolean {
  return (
    (first === 0x50 && second === 0x4b) ||
    (first === 0x1f && second === 0x8b) ||
    (first === 0x25 && second === 0x50)
  );
}
