/** `paralign batch`: reads the jobs, runs them and reports each result. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeDiagnostic, filterReasons } from '../../../diagnostics.js';
import { ExitCode } from '../../../errors.js';
import type { Job, JobResult } from '../../../jobs/job.js';
import { readJobs } from '../../../jobs/read-jobs.js';
import type { BatchSummary } from '../../../jobs/batch/report.js';
import {
  checkBatch,
  findUnchanged,
  outputNames,
  reportName,
  runBatch as runJobBatch,
  type BatchOptions,
} from '../../../jobs/batch/run-batch.js';
import type { QueueAddress } from '../../../jobs/queue/queue-address.js';
import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import { oneLine } from '../../../terminal/safe-text.js';
import type { CommandContext } from '../command.js';
import { listInputs, operandInputs } from '../command-inputs.js';
import { describeWithFlags, errorHint } from '../../output/flag-hints.js';
import { jobLine } from './job-line.js';
import { openPool, writePool } from './pool.js';
import { shellWord } from '../../output/shell-word.js';
import { progressText } from '../../output/progress-text.js';
import type { BatchRequest } from './request.js';

/** Runs `paralign batch`, on a queue if one is given; resolves to 1 if a job failed. */
export async function runBatch(
  context: CommandContext,
  request: BatchRequest,
  queue?: QueueAddress,
): Promise<ExitCode> {
  const { cwd, signal } = context;
  const { jobs, left } = await readJobs(request.jobs, { cwd, signal });
  const inputs = await listInputs(context, {
    model: request.model.model,
    others: operandInputs(request.jobs, left, cwd),
  });
  if (left.length > 0)
    context.warn({ code: 'note', message: `no counterpart for ${left.join(', ')}` });
  if (request.dryRun) {
    await checkBatch(jobs, { ...request, cwd, inputs });
    return listJobs(context, request, jobs);
  }
  const pooled: Job[] = [];
  const started = performance.now();
  const { folder, settings, model, format, writeOptions, clobber, lanes, resume, failFast } =
    request;
  const pool =
    request.pool === null
      ? null
      : await openPool({ path: request.pool, clobber }, resolve(cwd, folder), jobs, inputs);
  // A signal must leave no half-written files, and the report must be completed.
  const run = async () =>
    runJobBatch(jobs, {
      folder,
      ...(request.results !== null && { results: request.results }),
      cwd,
      inputs,
      settings,
      model: queue ? await placedModel(model, cwd) : model,
      format,
      writeOptions,
      clobber,
      resume,
      failFast,
      ...(lanes !== null && { lanes }),
      ...(queue && { runner: onQueue(context, queue, failFast) }),
      signal,
      words: { diagnostic: describeWithFlags, hint: errorHint },
      onResult: (job, result) => {
        if (result !== undefined && result.status !== 'failed') pooled.push(job);
        return printResult(context, job, result);
      },
      onProgress: (ended) =>
        context.progress(progressText(ended, jobs.length, performance.now() - started)),
    });
  const { summary, report } = await context.holding(run);
  if (pool !== null) await writePool(context.stdout, pool, resolve(cwd, folder), pooled);
  if (context.json)
    for await (const chunk of createReadStream(report, 'utf8'))
      await context.stdout.write(String(chunk));
  else if (!context.quiet)
    await context.stderr.write(
      `${summaryText(summary)}; see ${oneLine(join(folder, reportName))}\n${reviewThem(request)}`,
    );
  return summary.failed > 0 ? ExitCode.partial : ExitCode.ok;
}

/** A model's folder by its absolute path: workers run elsewhere. */
async function placedModel(choice: ModelChoice, cwd: string): Promise<ModelChoice> {
  if (choice.model === null) return choice;
  const folder = resolve(cwd, choice.model);
  const isFolder = await stat(folder).then(
    (info) => info.isDirectory(),
    () => false,
  );
  return isFolder ? { ...choice, model: folder } : choice;
}

/** Runs the jobs of a batch on a queue. */
function onQueue(
  { signal, warn }: CommandContext,
  queue: QueueAddress,
  failFast: boolean,
): NonNullable<BatchOptions['runner']> {
  return async (batch) => {
    // Loaded late: few batches use one.
    const { queueRunner } = await import('../../../jobs/queue/queue-runner.js');
    const onTrouble = (message: string): void =>
      warn({
        code: 'note',
        message: `the queue at ${queue.shown} does not answer (${message}); waiting for it`,
      });
    return queueRunner(queue, { ...batch, failFast, signal, onTrouble });
  };
}

/** One line per job: results on stdout, failures on stderr. */
async function printResult(
  { json, quiet, stdout, stderr }: CommandContext,
  job: Job,
  result: JobResult | undefined,
): Promise<void> {
  if (result === undefined || json) return;
  const line = oneLine(jobLine(job, result));
  if (result.status === 'failed') await stderr.write(`paralign: ${line}\n`);
  else if (!quiet) await stdout.write(`${line}\n`);
}

/** The next command, if reviews were created. */
function reviewThem({ format, folder }: BatchRequest): string {
  return format === 'paralign'
    ? `  review them with: paralign review ${shellWord(oneLine(folder))}\n`
    : '';
}

/** How many jobs ended how, then what filters left out of their outputs. */
function summaryText({ done, unchanged, failed, pending, leftOut = {} }: BatchSummary): string {
  const jobs = [
    `${done} done`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(pending > 0 ? [`${pending} not run (continue with --resume)`] : []),
  ].join(', ');
  const filters = filterReasons.flatMap((reason) => {
    const { [reason]: count } = leftOut;
    return count === undefined ? [] : [describeDiagnostic({ code: 'filtered-out', reason, count })];
  });
  return [jobs, ...filters].join('; ');
}

/** Prints what `--dry-run` shows: one line per job or one JSON document, marking what `--resume` skips. */
async function listJobs(
  context: CommandContext,
  { resume, lanes: _lanes, results, ...request }: BatchRequest,
  jobs: readonly Job[],
): Promise<ExitCode> {
  const { cwd, signal } = context;
  const unchanged = resume
    ? await findUnchanged(jobs, { ...request, ...(results !== null && { results }), cwd, signal })
    : new Set<Job>();
  const planned = jobs.map((job) => ({
    id: job.id,
    output: outputNames(job.id, request).join(', '),
    sources: job.sources,
    ...(resume && { unchanged: unchanged.has(job) }),
  }));
  if (context.json) await context.stdout.write(`${JSON.stringify({ jobs: planned })}\n`);
  else
    for (const { output, sources, unchanged: isDone } of planned) {
      const line = `${output}: ${sources.join(', ')}${isDone === true ? ' (unchanged)' : ''}`;
      await context.stdout.write(`${oneLine(line)}\n`);
    }
  return ExitCode.ok;
}
