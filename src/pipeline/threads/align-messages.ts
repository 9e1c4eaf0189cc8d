/** Messages between the main thread and those that align with it: plain data. */
import type { MessagePort } from 'node:worker_threads';
import type { AlignResult, AlignTask } from '../align-tasks.js';

/** A task on its way to a thread. */
export interface AlignOrder {
  readonly task: AlignTask;
  /** Number of its list, and its place there. */
  readonly list: number;
  readonly index: number;
  /** One number for each task of the list: 1 once somebody has taken it. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What a thread sends back: a result, or null if it failed, so that the main thread finds the error itself. */
export interface AlignAnswer {
  readonly list: number;
  readonly index: number;
  readonly result: AlignResult | null;
}

/** What a thread is started with. */
export interface AlignThreadData {
  /** Orders come and answers go through this. */
  readonly port: MessagePort;
  /** Rises, and wakes the main thread, with every answer of any thread. */
  readonly answered: Int32Array<SharedArrayBuffer>;
}
