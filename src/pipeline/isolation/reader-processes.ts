/** Reads files that may be made to harm in processes of their own. */
import { fork, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../errors.js';
import { inheritedFlags } from '../../platform/node-flags.js';
import type { IsolatedRead } from '../../read/read-source.js';
import { mostHeap, mostMemory } from './limits.js';
import { reportDescriptor, type ReadAnswer, type ReadOrder, type Report } from './messages.js';

/** Kept of what a process says on stderr: its last words tell why it died. */
const keptStderr = 8192;

/**
 * A reader that reads every file in a new process. None outlives this one.
 *
 * @param signal ends the reading
 */
export function readerProcesses(signal?: AbortSignal): IsolatedRead {
  return async (format, name, bytes, options) => {
    signal?.throwIfAborted();
    const answer = await ask({ format, name, length: bytes.length, options }, bytes, signal);
    switch (answer.kind) {
      case 'found':
        return answer.found;
      case 'refused': {
        const { code, message, hint } = answer;
        throw new AppError(code, message, hint === undefined ? {} : { hint });
      }
      case 'failed':
        throw unreadable(name, undefined, `it cannot be read (${answer.reason})`);
    }
  };
}

function ask(order: ReadOrder, bytes: Uint8Array, signal?: AbortSignal): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./reader-process.js', import.meta.url)), {
      execArgv: [...inheritedFlags(), `--max-old-space-size=${mostHeap}`],
      serialization: 'advanced',
      stdio: ['pipe', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
    let answer: ReadAnswer | undefined;
    let stderr = '';
    const state = followReports(child);
    const abort = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', abort, { once: true });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-keptStderr);
    });
    child.once('message', (sent: ReadAnswer) => {
      answer = sent;
    });
    child.on('error', (error) => {
      if (child.pid === undefined) reject(notStarted(order.name, error));
    });
    child.on('close', (code, ended) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted === true) reject(signal.reason);
      else if (answer) resolve(answer);
      else reject(endOf(order.name, { code, ended, stderr, ...state }));
    });
    child.send(order, () => {});
    // A process that is gone takes no more: what became of it shows when it closes.
    child.stdin?.on('error', () => {}).end(bytes);
  });
}

interface Progress {
  page?: number;
  limit?: 'memory' | 'time';
}

/** Follows where a process is and which limit it reaches. */
function followReports(child: ChildProcess): Progress {
  const state: Progress = {};
  const pipe = child.stdio[reportDescriptor];
  if (!(pipe instanceof Socket)) return state;
  let rest = '';
  pipe.setEncoding('utf8').on('error', () => {});
  pipe.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const report: Report = JSON.parse(line);
      if (report.kind === 'page') state.page = report.page;
      else state.limit = report.limit;
    }
  });
  return state;
}

/** The error for a process that ended without an answer. */
function endOf(
  name: string,
  {
    code,
    ended,
    stderr,
    page,
    limit,
  }: Progress & {
    readonly code: number | null;
    readonly ended: NodeJS.Signals | null;
    readonly stderr: string;
  },
): AppError {
  const isOutOfMemory = /out of memory|bad_alloc|Array buffer allocation failed/i.test(stderr);
  if (limit === 'memory' || isOutOfMemory) {
    const most = Math.round(mostMemory / 2 ** 20);
    return unreadable(name, page, `reading it takes more than ${most} MB of memory`);
  }
  if (limit === 'time') return unreadable(name, page, 'reading it takes too long');
  // V8 ends so where it gets no memory, before it can say so.
  if (page === undefined && (ended === 'SIGTRAP' || ended === 'SIGABRT'))
    return new AppError(
      'out-of-memory',
      `${name}: not enough memory for the process that reads it`,
      {
        hint: 'close other programs, or raise the limit (ulimit -v to at least 2 GB, the container)',
      },
    );
  if (ended !== null)
    return unreadable(name, page, `the process that reads it was ended by ${ended}`);
  return unreadable(name, page, `the process that reads it ended early (${code})`);
}

const unreadable = (name: string, page: number | undefined, reason: string): AppError =>
  new AppError('unreadable-document', `${name}: ${page ? `page ${page}: ` : ''}${reason}`, {
    hint: 'if you trust the file, print it to a new one, or split it',
  });

const notStarted = (name: string, error: Error): AppError =>
  new AppError(
    'out-of-memory',
    `${name}: could not start a process to read it (${error.message})`,
    {
      hint: 'end other programs, or raise the limits of memory and processes',
      cause: error,
    },
  );
