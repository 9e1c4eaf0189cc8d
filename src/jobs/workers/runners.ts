/** Runs jobs in this process or in others, so that a job that kills its process affects no other. */
import { setTimeout as delay } from 'node:timers/promises';
import { AppError, type ErrorCode, errorExitCodes, ExitCode } from '../../errors.js';
import {
  bundledModel,
  choosesBundled,
  loadChosenModel,
  type ModelChoice,
} from '../../pipeline/chosen-model.js';
import type { JobError, JobOrder, JobResult } from '../job.js';
import type { TextInput } from '../../pipeline/source-input.js';
import { errorOf, runJob } from '../run-job.js';
import { jobStore } from '../stores/job-store.js';
import type { JobAnswer, WorkerOrder } from '../worker-messages.js';
import { answerJob } from './answer-job.js';
import { WorkerEnded, WorkerProcess } from './worker-process.js';

/** Runs jobs, as many at once as it has lanes. */
export interface Runner {
  readonly lanes: number;
  /** Rejects if the job was interrupted. */
  run(order: JobOrder): Promise<JobResult>;
  /** Runs a job with texts as its sources and hands its output back. Rejects if it was interrupted. */
  answer(order: JobOrder, texts: readonly TextInput[]): Promise<JobAnswer>;
  close(): Promise<void>;
}

/** Runs jobs in this process, one after the other. Rejects if the model can't be loaded. */
export async function localRunner(model: ModelChoice, signal?: AbortSignal): Promise<Runner> {
  const embedder = await loadChosenModel(model);
  return {
    lanes: 1,
    run: (order) => runJob(order, embedder, { store: jobStore, ...(signal && { signal }) }),
    answer: (order, texts) => answerJob(order, texts, embedder, signal),
    close: () => embedder.close(),
  };
}

/** Time for running jobs to end after an interrupt, in milliseconds. */
const graceTime = 250;

/** A signal to a process group may reach a worker before this process notices it. */
const signalTime = 100;

/**
 * Starts a worker for every lane, each with the model loaded and kept. A worker that dies costs its
 * job and is replaced. Once `signal` is aborted, running jobs have a quarter of a second to end;
 * then their workers are killed. A worker that `drains` ignores SIGTERM: its job ends before its parent does.
 *
 * @throws AppError as `loadEmbedder`; `worker-crashed` if the model crashes the first worker
 */
export async function pooledRunner(
  lanes: number,
  model: ModelChoice = bundledModel,
  signal?: AbortSignal,
  { drains = false } = {},
): Promise<Runner> {
  const all = Array.from({ length: lanes }, () => new Lane(model, signal, drains));
  const close = async (): Promise<void> => {
    await Promise.all(all.map((lane) => lane.close()));
  };
  try {
    const [first, ...others] = all.map((lane) => lane.open());
    // They report their own failure when they get a job.
    for (const other of others) other.catch(() => {});
    await first;
  } catch (error) {
    await close();
    throw startError(error);
  }
  const free = [...all];
  const inLane = async <T>(work: (lane: Lane) => Promise<T>): Promise<T> => {
    const lane = free.pop();
    if (lane === undefined) throw new RangeError(`more than ${lanes} jobs at a time`);
    try {
      return await work(lane);
    } finally {
      free.push(lane);
    }
  };
  return {
    lanes,
    run: async (order) => (await inLane((lane) => lane.run({ kind: 'run', order }))).result,
    answer: (order, texts) => inLane((lane) => lane.run({ kind: 'answer', order, texts })),
    close,
  };
}

/** A model that could not be loaded in another process. */
class ModelRefused extends Error {
  constructor(readonly error: JobError) {
    super(error.message);
  }
}

/** A place for one job at a time, and the worker that has it. */
class Lane {
  #model: ModelChoice;
  readonly #signal: AbortSignal | undefined;
  readonly #drains: boolean;
  #opening: Promise<WorkerProcess> | undefined;
  #worker: WorkerProcess | undefined;

  constructor(model: ModelChoice, signal: AbortSignal | undefined, drains: boolean) {
    this.#model = model;
    this.#signal = signal;
    this.#drains = drains;
  }

  /** A worker with its model loaded; a new one where the last is gone. */
  open(): Promise<WorkerProcess> {
    if (this.#worker?.isAlive !== true) this.#opening = undefined;
    return (this.#opening ??= this.#start());
  }

  async #start(): Promise<WorkerProcess> {
    const worker = new WorkerProcess(this.#drains);
    this.#worker = worker;
    return this.#load(worker);
  }

  async #load(worker: WorkerProcess): Promise<WorkerProcess> {
    const answer = await this.#untilAborted(
      worker,
      0,
      worker.ask({ kind: 'load', model: this.#model }),
    );
    if (answer.kind === 'loaded') return worker;
    await worker.kill();
    if (answer.kind === 'not-loaded') throw new ModelRefused(answer.error);
    throw new TypeError(`asked to load a model, got ${answer.kind}`);
  }

  /**
   * Jobs of a queue come from batches with models of their own. A worker with the bundled model loads the other one;
   * what the runtime holds of any other model is only sure to be freed by the end of its process.
   */
  async #use(choice: ModelChoice): Promise<void> {
    if (isSameModel(this.#model, choice)) return;
    const worker = choosesBundled(this.#model) ? await this.#idle() : undefined;
    if (worker === undefined) await this.close();
    this.#model = choice;
    if (worker !== undefined) this.#opening = this.#load(worker);
  }

  /** The worker, if it has its model and is alive. */
  async #idle(): Promise<WorkerProcess | undefined> {
    const worker = await this.#opening?.catch(() => undefined);
    return worker?.isAlive === true ? worker : undefined;
  }

  async run(asked: Exclude<WorkerOrder, { readonly kind: 'load' }>): Promise<JobAnswer> {
    const { id } = asked.order.job;
    const failed = (error: JobError): JobAnswer => ({
      result: { status: 'failed', id, error },
      output: '',
    });
    await this.#use(asked.order.model);
    for (let attempt = 0; ; attempt++) {
      let begun = false;
      try {
        const worker = await this.open();
        const answering = worker.ask(asked, () => (begun = true));
        const answer = await this.#untilAborted(worker, graceTime, answering);
        if (answer.kind === 'answered') return answer.answer;
        if (answer.kind === 'ended') return { result: answer.result, output: '' };
        throw new TypeError(`asked to run a job, got ${answer.kind}`);
      } catch (error) {
        if (error instanceof ModelRefused) return failed(error.error);
        if (!(error instanceof WorkerEnded)) {
          // Otherwise its answers would be mistaken for those of the next job.
          await this.#worker?.kill();
          this.#signal?.throwIfAborted();
          return failed(errorOf(error));
        }
        if (error.end.bySignal) await delay(signalTime);
        this.#signal?.throwIfAborted();
        // It died while idle and never received the job.
        if (!begun && attempt === 0) continue;
        return failed(crashed(error));
      }
    }
  }

  /** Waits for `work`; kills the worker if it isn't done that long after an interrupt. */
  async #untilAborted<T>(worker: WorkerProcess, grace: number, work: Promise<T>): Promise<T> {
    const signal = this.#signal;
    if (signal === undefined) return work;
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      timer = setTimeout(() => void worker.kill(), grace);
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  async close(): Promise<void> {
    await this.#worker?.kill();
    await this.#opening?.catch(() => {});
  }
}

/** Whether one will do for the other. The vectors of the bundled model are never kept. */
function isSameModel(one: ModelChoice, other: ModelChoice): boolean {
  if (choosesBundled(one)) return choosesBundled(other);
  return one.model === other.model && one.cache === other.cache;
}

function crashed({ message, end }: WorkerEnded): JobError {
  return { code: 'worker-crashed', message, exitCode: ExitCode.internal, hint: end.hint };
}

function startError(error: unknown): unknown {
  const known =
    error instanceof ModelRefused
      ? error.error
      : error instanceof WorkerEnded
        ? crashed(error)
        : undefined;
  if (known === undefined) return error;
  const { code, message, hint } = known;
  if (!isErrorCode(code)) return new Error(message, { cause: error });
  return new AppError(code, message, { ...(hint !== null && { hint }), cause: error });
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorExitCodes, code);
}
