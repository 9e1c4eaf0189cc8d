/** What a thread does that aligns beside the main thread. */
import { beginSeries } from '../../webassembly.js';
import { carryOutTask, type AlignResult } from '../align-tasks.js';
import type { AlignAnswer, AlignOrder, AlignThreadData } from './align-messages.js';

/** Aligns what comes through a port, until it is closed. */
export function alignOnPort({ port, answered }: AlignThreadData): void {
  port.on('close', beginSeries());
  port.on('message', ({ task, list, index, taken }: AlignOrder) => {
    if (Atomics.compareExchange(taken, index, 0, 1) !== 0) return;
    let result: AlignResult | null = null;
    try {
      result = carryOutTask(task);
    } catch {
      // The main thread does the task again and meets the same error.
    }
    port.postMessage({ list, index, result } satisfies AlignAnswer);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
}
