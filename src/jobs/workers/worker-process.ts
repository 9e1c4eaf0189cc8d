/**
 * A worker as seen by the batch: a process that receives orders and that any job may kill.
 *
 * Not a pool from a library: workerpool reports a death only as text, gives jobs to workers that
 * died while idle, and ends a hanging worker with SIGTERM, which a busy process never handles.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inheritedFlags } from '../../platform/node-flags.js';
import { parseWorkerAnswer } from '../schemas.js';
import { drainsArgument, type WorkerAnswer, type WorkerOrder } from '../worker-messages.js';

/**
 * From its size at rest, V8 concludes that it must collect all garbage every few small jobs, and throws away code
 * that has not run since the last few times: half of the processor time went into compiling it again. With more room
 * than here, a worker grows by garbage alone for thousands of jobs. V8 also puts more into one function than it is worth
 * (`platform/start/tune-compiler.ts`), and compiles patterns twice. Threads that help to collect garbage wait for one
 * another, and each core has a worker of its own. Without them, V8 is slow to give new objects the room that it gives
 * them in the end anyway. Flags of this process come later and count more.
 */
const flagsForJobs = [
  '--initial-old-space-size=48',
  '--single-threaded-gc',
  '--min-semi-space-size=16',
  '--no-flush-bytecode',
  '--max-inlined-bytecode-size-cumulative=200',
  '--no-regexp-tier-up',
];

/** How a worker ended unexpectedly. */
export interface WorkerEnd {
  /** In words: `it ran out of memory`. */
  readonly reason: string;
  /** What could be done about it. */
  readonly hint: string | null;
  /** Whether it was ended by a signal that is usually sent to whole process groups. */
  readonly bySignal: boolean;
}

/** The worker is gone and will answer nothing more. */
export class WorkerEnded extends Error {
  constructor(readonly end: WorkerEnd) {
    super(`the worker process ended: ${end.reason}`);
    this.name = 'WorkerEnded';
  }
}

/** How much of a worker's stderr is kept: the end shows why it died. */
const keptStderr = 16384;

/** Running workers: none may outlive this process, not even one that hangs. */
const running = new Set<ChildProcess>();
let watching = false;

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
}

/** One worker. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #stderr = '';
  #end: WorkerEnd | undefined;
  #listener: { hear(answer: WorkerAnswer): void; fail(error: Error): void } | undefined;

  /** @param drains whether it ignores SIGTERM */
  constructor(drains = false) {
    watchExit();
    const program = fileURLToPath(new URL('./worker.js', import.meta.url));
    const child = fork(program, drains ? [drainsArgument] : [], {
      execArgv: [...flagsForJobs, ...inheritedFlags()],
      // The output of a dying process is reported in our own words.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    running.add(child);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-keptStderr);
    });
    child.on('message', (sent) => this.#hear(sent));
    this.#closed = new Promise((resolve) => {
      // `close` follows `exit` once all of stderr is read; `error` comes alone if the process never started.
      child.on('close', (code, signal) => {
        this.#ended(endOf(code, signal, this.#stderr));
        resolve();
      });
      child.on('error', (error) => {
        if (child.pid !== undefined) return;
        this.#ended({ reason: `it could not be started (${error.message})`, ...silent });
        resolve();
      });
    });
  }

  /** Whether it can take orders. */
  get isAlive(): boolean {
    return this.#end === undefined && this.#child.connected;
  }

  /**
   * Sends an order and returns the answer; `begun` is reported on the way. One order at a time. Rejects
   * with `WorkerEnded` if the process is gone, TypeError for an invalid answer.
   */
  ask(order: WorkerOrder, onBegun?: () => void): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) return reject(new WorkerEnded(this.#end));
      this.#listener = {
        hear: (answer) => {
          if (answer.kind === 'begun') return onBegun?.();
          this.#listener = undefined;
          resolve(answer);
        },
        fail: reject,
      };
      // A failure to send means that the process has ended, which is reported soon; without files to open, there is
      // neither a process nor a way to send.
      if (this.#child.pid !== undefined) this.#child.send(order, () => {});
    });
  }

  /** Ends the process whatever it is doing, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  #hear(sent: unknown): void {
    try {
      this.#listener?.hear(parseWorkerAnswer(sent));
    } catch (error) {
      this.#listener?.fail(error instanceof Error ? error : new Error(String(error)));
      this.#listener = undefined;
    }
  }

  #ended(end: WorkerEnd): void {
    running.delete(this.#child);
    this.#end ??= end;
    this.#listener?.fail(new WorkerEnded(this.#end));
    this.#listener = undefined;
  }
}

const silent = { hint: null, bySignal: false };

/** How a process ended; V8 and the C++ library report a lack of memory on stderr. */
export function endOf(
  code: number | null,
  signal: NodeJS.Signals | null,
  stderr: string,
): WorkerEnd {
  if (
    /heap out of memory|bad_alloc|Fatal (?:process|JavaScript).*(?:OOM|out of memory)/i.test(stderr)
  )
    return {
      reason: 'it ran out of memory',
      hint: 'split the sources, run fewer jobs at a time, or set NODE_OPTIONS=--max-old-space-size=8192',
      bySignal: false,
    };
  if (signal === 'SIGKILL')
    return {
      reason: 'it was killed (SIGKILL)',
      hint: 'if nobody killed it, the system ran out of memory: run fewer jobs at a time',
      bySignal: false,
    };
  const bySignal = signal === 'SIGTERM' || signal === 'SIGHUP' || signal === 'SIGINT';
  if (signal !== null) return { reason: `it was ended by ${signal}`, hint: null, bySignal };
  const said = /^(?:Uncaught )?\w*Error\b.*$/m.exec(stderr)?.[0];
  return { reason: `it exited with ${code}${said === undefined ? '' : `, ${said}`}`, ...silent };
}
