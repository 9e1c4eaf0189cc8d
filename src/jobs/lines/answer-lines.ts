/** Jobs in, answers out, a line each: how other systems that spread work use paralign. */
import type { Diagnostic } from '../../diagnostics.js';
import type { JobError, JobOrder } from '../job.js';
import { errorOf } from '../run-job.js';
import type { JobAnswer } from '../worker-messages.js';
import type { Runner } from '../workers/runners.js';
import { lineId, parseLine, readLineJob, type LineOptions } from './line-job.js';
import { splitLines, type Line } from './split-lines.js';

/** How lines are answered. */
export interface AnswerOptions {
  readonly runner: Pick<Runner, 'lanes' | 'answer'>;
  /** What a job is run with, but for the job itself. Throws AppError for options it can't have. */
  readonly settings: (options: LineOptions) => Pick<JobOrder, 'settings' | 'writeOptions'>;
  readonly model: JobOrder['model'];
  /** Where relative paths start. */
  readonly folder: string;
  /** Writes one answer; awaited, so that a slow reader slows the work down. */
  readonly write: (line: string) => Promise<void>;
  readonly words: {
    readonly diagnostic: (diagnostic: Diagnostic) => string;
    readonly hint: (error: JobError) => string | null;
  };
  /** Once aborted, no other line is read; those read are answered. */
  readonly signal?: AbortSignal;
}

/** Lines read ahead per lane, so that no lane waits while answers are written in order. */
const ahead = 4;

/** Answers every line with one, in their order, as soon as it is known; as many at once as the runner has lanes. */
export async function answerLines(
  input: AsyncIterable<Uint8Array>,
  options: AnswerOptions,
): Promise<void> {
  const { runner, write, signal } = options;
  const lanes = new Lanes(runner.lanes);
  let last = Promise.resolve();
  const written: Promise<void>[] = [];
  try {
    for await (const line of untilAborted(splitLines(input), signal)) {
      const answer = lanes.run(() => answerLine(line, options));
      last = last.then(async () => write(await answer));
      // Rejected where it is awaited.
      last.catch(() => {});
      written.push(last);
      if (written.length >= runner.lanes * ahead) await written.shift();
    }
  } finally {
    await last;
  }
}

/** Runs at most so many at once. */
class Lanes {
  readonly #queue: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}

async function* untilAborted(
  lines: AsyncGenerator<Line>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Line> {
  const stopped = new Promise<undefined>((resolve) => {
    if (signal?.aborted === true) resolve(undefined);
    signal?.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  for (;;) {
    const next = await Promise.race([lines.next(), stopped]);
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}

async function answerLine(line: Line, options: AnswerOptions): Promise<string> {
  let id = 'null';
  try {
    if ('error' in line) throw line.error;
    const value = parseLine(line.text);
    id = lineId(line.text, value);
    const { job, texts, options: own } = readLineJob(value, options.folder);
    const order: JobOrder = {
      job,
      ...options.settings(own),
      model: options.model,
      format: 'json',
      output: '',
      clobber: true,
      resume: false,
      before: null,
    };
    return answerText(id, await options.runner.answer(order, texts), options);
  } catch (error) {
    return errorText(id, errorOf(error), options);
  }
}

function answerText(id: string, { result, output }: JobAnswer, options: AnswerOptions): string {
  if (result.status === 'failed') return errorText(id, result.error, options);
  const warnings = result.finished.facts.diagnostics.map((diagnostic) => ({
    code: diagnostic.code,
    message: options.words.diagnostic(diagnostic),
  }));
  const said = warnings.length > 0 ? `"warnings":${JSON.stringify(warnings)},` : '';
  // Line feeds stand only between the rows of the document: those in texts are escaped.
  return `{"id":${id},${said}${output.slice(1).replaceAll('\n', '')}\n`;
}

function errorText(id: string, error: JobError, { words }: AnswerOptions): string {
  const { code, message } = error;
  const hint = words.hint(error);
  const said = JSON.stringify({ code, message, ...(hint !== null && { hint }) });
  return `{"id":${id},"error":${said}}\n`;
}
