/** Aligning on several cores: the main thread works, and hands out what it has not begun. */
import { availableParallelism } from 'node:os';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import { threadFlags } from '../../platform/node-flags.js';
import { carryOutTask, carryOutTasks, type AlignResult, type WaitingTask } from '../align-tasks.js';
import type { AlignAnswer, AlignOrder, AlignThreadData } from './align-messages.js';
import { copyTask } from './copy-task.js';

/** For fewer sentences, both sides together, a thread takes longer to start than it saves ... */
const leastSentences = 4000;
/**
 * ... and on two cores for fewer than this: the second one is used already, by V8's own threads, which compile and
 * collect garbage, and by the thread that reads the texts. Measured: docs/speed.md.
 */
const leastOnTwoCores = 10_000;
/** Tasks that a thread is given at a time: the one that it does, and the next. */
const tasksAhead = 2;
/** A thread that has not answered after this long, in milliseconds, ... */
const leastPatience = 1000;
/** ... and after this many times what a task took here, is given up: it may have run out of memory. */
const patience = 4;

/**
 * Threads that align side by side with the caller. They start with the first work that is worth it; the results are
 * the same for any number of them.
 */
export class AlignThreads {
  /** Threads to start, besides the caller's. */
  readonly #extra: number;
  /** Sentences from which on they are of use. */
  readonly #least: number;
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));
  readonly #helpers: Helper[] = [];
  readonly #other: () => ConnectThread | null;
  #lists = 0;
  /** Whether a thread was given up. */
  #isLate = false;

  /**
   * @param threads how many work, the caller's included; if left out, what pays on this machine's cores
   * @param other a thread that is there already and has time to align: it is the first to be used
   */
  constructor(threads: number | undefined, other: () => ConnectThread | null) {
    this.#other = other;
    const cores = availableParallelism();
    this.#extra = Math.max(0, (threads ?? cores) - 1);
    this.#least = threads === undefined && cores <= 2 ? leastOnTwoCores : leastSentences;
  }

  /** Starts a thread ahead if texts of so many sentences, both sides together, will need it. */
  prepare(sentences: number): void {
    if (this.#extra > 0 && sentences >= this.#least) this.#start(1);
  }

  /** Does all tasks, which takes as long as the caller and the threads need: it does not return before. */
  carryOut(tasks: readonly WaitingTask[], meanwhile?: () => void): AlignResult[] {
    const isWorthIt = sentencesOf(tasks) >= this.#least || this.#helpers.length > 0;
    if (this.#extra === 0 || tasks.length < 2 || !isWorthIt) return carryOutTasks(tasks);
    this.#start(Math.min(this.#extra, tasks.length - 1));
    const list = new TaskList(tasks, this.#lists++);
    let longest = 0;
    if (meanwhile !== undefined) {
      const each = Math.ceil(tasks.length / this.#helpers.length);
      for (const helper of this.#helpers) helper.exchange(list, each);
      meanwhile();
    }
    // The caller begins at the front, the threads at the back.
    for (const [index, task] of tasks.entries()) {
      for (const helper of this.#helpers) helper.exchange(list);
      if (!list.take(index)) continue;
      const start = performance.now();
      list.settle(index, carryOutTask(task.make()));
      longest = Math.max(longest, performance.now() - start);
    }
    this.#await(list, Math.max(leastPatience, patience * longest));
    return list.finish();
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#helpers.splice(0).map((helper) => helper.close(this.#isLate)));
  }

  #start(count: number): void {
    while (this.#helpers.length < count) {
      const other = this.#helpers.length === 0 ? this.#other() : null;
      this.#helpers.push(new Helper(this.#answered, other ?? startAlignWorker));
    }
  }

  /** Waits for what threads have taken, as long as answers come. */
  #await(list: TaskList, milliseconds: number): void {
    for (;;) {
      const seen = Atomics.load(this.#answered, 0);
      for (const helper of this.#helpers) helper.receive(list);
      if (list.isDone) return;
      if (Atomics.wait(this.#answered, 0, seen, milliseconds) === 'timed-out') {
        this.#isLate = true;
        return;
      }
    }
  }
}

function sentencesOf(tasks: readonly WaitingTask[]): number {
  return tasks.reduce((sum, { sentences }) => sum + sentences, 0);
}

/** The tasks of one call. */
class TaskList {
  readonly number: number;
  readonly results: (AlignResult | null)[];
  readonly taken: Int32Array<SharedArrayBuffer>;
  readonly #tasks: readonly WaitingTask[];
  #toHandOut: number;
  /** Tasks that neither the caller has done nor a thread answered. */
  readonly #open: Set<number>;

  constructor(tasks: readonly WaitingTask[], number: number) {
    this.number = number;
    this.#tasks = tasks;
    this.#toHandOut = tasks.length;
    this.#open = new Set(tasks.keys());
    this.results = tasks.map(() => null);
    this.taken = new Int32Array(new SharedArrayBuffer(4 * tasks.length));
  }

  get isDone(): boolean {
    return this.#open.size === 0;
  }

  isOpen(index: number): boolean {
    return this.#open.has(index);
  }

  /** Whether nobody has taken the task before. */
  take(index: number): boolean {
    return Atomics.compareExchange(this.taken, index, 0, 1) === 0;
  }

  /** The last task that nobody has taken or been sent, with its index. */
  next(): { readonly task: WaitingTask; readonly index: number } | null {
    const index = this.#toHandOut - 1;
    const task = this.#tasks[index];
    if (task === undefined || Atomics.load(this.taken, index) !== 0) return null;
    this.#toHandOut = index;
    return { task, index };
  }

  /** @param result null if a thread failed at the task */
  settle(index: number, result: AlignResult | null): void {
    this.results[index] = result;
    this.#open.delete(index);
  }

  /** All results; what no thread has done is done here. */
  finish(): AlignResult[] {
    return this.#tasks.map((task, index) => this.results[index] ?? carryOutTask(task.make()));
  }
}

/**
 * Has a thread align what comes through a port that is handed over to it; returns how to end it, given
 * whether it may be one that does not answer.
 */
export type ConnectThread = (data: AlignThreadData) => (isLate: boolean) => Promise<void>;

const startAlignWorker: ConnectThread = (data) => {
  const worker = new Worker(new URL('./align-worker.js', import.meta.url), {
    execArgv: threadFlags(),
    workerData: data,
    transferList: [data.port],
  });
  // A thread that ends early only leaves its work to the others.
  worker.on('error', () => {});
  worker.unref();
  return async () => {
    await worker.terminate();
  };
};

/** One thread. */
class Helper {
  readonly #port: MessagePort;
  readonly #end: (isLate: boolean) => Promise<void>;
  /** Tasks of the current list that it was sent. */
  readonly #sent = new Set<number>();
  #list = -1;

  constructor(answered: Int32Array<SharedArrayBuffer>, connect: ConnectThread) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#end = connect({ port: port2, answered });
    this.#port.unref();
  }

  /** Receives what is ready, then sends more work, until it has so many tasks. */
  exchange(list: TaskList, most = tasksAhead): void {
    if (this.#list !== list.number) this.#sent.clear();
    this.#list = list.number;
    this.receive(list);
    for (const index of this.#sent) if (!list.isOpen(index)) this.#sent.delete(index);
    while (this.#sent.size < most) {
      const next = list.next();
      if (next === null) return;
      const { task, index } = next;
      this.#sent.add(index);
      const { task: own, buffers } = copyTask(task.make());
      const order: AlignOrder = { task: own, list: list.number, index, taken: list.taken };
      this.#port.postMessage(order, buffers);
    }
  }

  receive(list: TaskList): void {
    for (;;) {
      const message = receiveMessageOnPort(this.#port);
      if (message === undefined) return;
      const answer: AlignAnswer = message.message;
      // Answers to an earlier list come too late.
      if (answer.list === list.number) list.settle(answer.index, answer.result);
    }
  }

  async close(isLate: boolean): Promise<void> {
    this.#port.close();
    await this.#end(isLate);
  }
}
