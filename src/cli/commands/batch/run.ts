/** `paralign batch`: reads the jobs, runs them, keeps the journal, writes the report. */
import { mkdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AppError, ExitCode } from '../../../errors.js';
import { listFolder } from '../../../platform/folders.js';
import { readInputFile, readStandardInput } from '../../../platform/input-files.js';
import {
  appendJournal,
  readJournal,
  removeLeftovers,
  writeJournal,
} from '../../../platform/job-journal.js';
import { writeOutputFile } from '../../../platform/output-files.js';
import { readAlignSettings } from '../../arguments/align-settings.js';
import type { CommandContext } from '../command.js';
import { sourceNames } from '../../../pipeline/load-files.js';
import { modelChoice } from '../../arguments/load-model.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { type FormatName, isFormatName, outputFileName } from '../../../write/formats.js';
import { readWriteOptions } from '../../arguments/write-options.js';
import { finishedEntry } from '../../../jobs/finished-entry.js';
import { matchFolders } from './folder-jobs.js';
import type { Finished, Job, JobOrder, JobResult } from '../../../jobs/job.js';
import { readManifest } from './manifest.js';
import { progressText } from './progress-text.js';
import { batchReport, jobLine, summarise } from '../../../jobs/report.js';
import { failure } from '../../../jobs/run-job.js';
import { localRunner, pooledRunner, type Runner } from '../../../jobs/runners.js';
import type { AlignSettings } from '../../../pipeline/align-options.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The report's name inside the output folder. */
const reportName = 'report.json';

/** Runs `paralign batch`; resolves to 1 when a job failed. */
export async function runBatch(context: CommandContext, args: ParsedArguments): Promise<ExitCode> {
  const out = args.text('out');
  if (out === undefined)
    throw new AppError('usage', 'missing --out DIR, where the results go', {
      hint: 'see "paralign batch --help"',
    });
  const { jobs, left } = await readJobs(context, args.operands);
  const named = args.text('format') ?? 'csv';
  const format = isFormatName(named) ? named : 'csv';
  const writeOptions = readWriteOptions(args);
  for (const job of jobs)
    if (outputFileName(job.id, format) === reportName)
      throw new AppError('bad-manifest', `${job.where}: id "${job.id}" is the report's own name`, {
        hint: 'give the job another id',
      });
  if (left.length > 0)
    context.warn({ code: 'note', message: `no counterpart for ${left.join(', ')}` });
  // A mistake in an option would be the same in every job: it is said once, before all work.
  const [first] = jobs;
  if (first) await jobSettings(context, args, first);
  if (args.flag('dry-run')) return listJobs(context, jobs, format);
  const folder = await outputFolder(context, out);
  const before = args.flag('resume') ? await finishedBefore(folder) : new Map<string, Finished>();
  await removeLeftovers(folder);
  await writeJournal(folder, [...before.values()]);

  const model = modelChoice(args);
  const order = async (job: Job): Promise<JobOrder> => ({
    job,
    settings: await jobSettings(context, args, job),
    model,
    format,
    writeOptions,
    output: join(folder, outputFileName(job.id, format)),
    clobber: args.flag('clobber') || before.has(job.id),
    before: before.get(job.id) ?? null,
  });
  const lanes = laneCount(args.number('jobs'), jobs.length);
  const runner = lanes > 1 ? pooledRunner(lanes) : await localRunner(model, context.signal);
  let results: (JobResult | undefined)[];
  try {
    results = await runAll(context, jobs, runner, order, {
      failFast: args.flag('fail-fast'),
      onDone: (finished) => appendJournal(folder, finished),
    });
  } finally {
    await runner.close();
  }
  const report = batchReport(jobs, results, format);
  await writeOutputFile(join(folder, reportName), [report]);
  if (context.json) await context.stdout.write(report);
  const { done, unchanged, failed, pending } = summarise(results);
  if (!context.quiet && !context.json)
    await context.stderr.write(
      [
        `${done} done`,
        ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(pending > 0 ? [`${pending} not run (--resume goes on)`] : []),
      ].join(', ') + `; see ${oneLine(join(out, reportName))}\n`,
    );
  return failed > 0 ? ExitCode.partial : ExitCode.ok;
}

/** What `--dry-run` prints: one line a job, or one JSON document. */
async function listJobs(
  context: CommandContext,
  jobs: readonly Job[],
  format: FormatName,
): Promise<ExitCode> {
  const planned = jobs.map(({ id, sources }) => ({
    id,
    output: outputFileName(id, format),
    sources,
  }));
  if (context.json) await context.stdout.write(`${JSON.stringify({ jobs: planned })}\n`);
  else
    for (const { output, sources } of planned)
      await context.stdout.write(`${oneLine(`${output}: ${sources.join(', ')}`)}\n`);
  return ExitCode.ok;
}

/** A manifest, a manifest on stdin, or folders. */
async function readJobs(
  context: CommandContext,
  operands: readonly string[],
): Promise<{ jobs: Job[]; left: string[] }> {
  const paths = operands.map((operand) => resolve(context.cwd, operand));
  const [name = '', second] = operands;
  if (second !== undefined) {
    const folders = paths.map(async (path, index) => ({
      name: operands[index] ?? path,
      path,
      files: await listFolder(path),
    }));
    return matchFolders(await Promise.all(folders));
  }
  if (name === '-') {
    const bytes = await readStandardInput(context.streams.stdin, context.signal);
    return { jobs: readManifest('stdin', bytes, context.cwd), left: [] };
  }
  const path = paths[0] ?? '';
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory())
    throw new AppError('usage', `${name}: one folder alone says nothing of what belongs together`, {
      hint: 'name a second folder with files of the same base names, or a manifest',
    });
  const bytes = await readInputFile(path, name);
  return { jobs: readManifest(name, bytes, dirname(path)), left: [] };
}

async function jobSettings(
  context: CommandContext,
  args: ParsedArguments,
  job: Job,
): Promise<AlignSettings> {
  const named = sourceNames(job.sources).map((name) => ({ name }));
  const settings = await readAlignSettings(context, args, named, job.anchors);
  const { languages = [] } = settings;
  return {
    ...settings,
    languages: job.languages.map((language, index) => language ?? languages[index]),
  };
}

async function outputFolder(context: CommandContext, out: string): Promise<string> {
  const folder = resolve(context.cwd, out);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new AppError(
      'cannot-create',
      `${out}: cannot be made a folder (${error instanceof Error ? error.message : String(error)})`,
      { cause: error },
    );
  }
  return folder;
}

async function finishedBefore(folder: string): Promise<Map<string, Finished>> {
  const entries = (await readJournal(folder)).flatMap((entry) => finishedEntry(entry) ?? []);
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** A worker has to load the model first: it needs a few jobs to be worth it. */
function laneCount(asked: number | undefined, jobs: number): number {
  return Math.max(
    1,
    Math.min(asked ?? Math.min(availableParallelism(), Math.ceil(jobs / 4)), jobs),
  );
}

/**
 * Runs the jobs over the runner's lanes. Lines appear in the order of the jobs. Results are
 * undefined for jobs not run.
 */
async function runAll(
  context: CommandContext,
  jobs: readonly Job[],
  runner: Runner,
  order: (job: Job) => Promise<JobOrder>,
  options: { readonly failFast: boolean; onDone(finished: Finished): Promise<void> },
): Promise<(JobResult | undefined)[]> {
  const results: (JobResult | undefined)[] = jobs.map(() => undefined);
  const started = performance.now();
  let next = 0;
  let told = 0;
  let ended = 0;
  let stopped = false;
  // One at a time: lanes end when they like, lines come in the jobs' order.
  let telling = Promise.resolve();
  const tell = async (): Promise<void> => {
    for (; told < jobs.length; told++) {
      const job = jobs[told];
      const result = results[told];
      if (!job || !result) return;
      const line = jobLine(job, result);
      if (line === undefined || context.json) continue;
      if (result.status === 'failed') await context.stderr.write(`paralign: ${oneLine(line)}\n`);
      else if (!context.quiet) await context.stdout.write(`${oneLine(line)}\n`);
    }
  };
  const lane = async (): Promise<void> => {
    while (next < jobs.length && !stopped && !context.signal.aborted) {
      const index = next++;
      const job = jobs[index];
      if (!job) return;
      const result = await runOne(job, runner, order);
      if (result === undefined) return;
      results[index] = result;
      ended++;
      if (result.status === 'done') await options.onDone(result.finished);
      if (result.status === 'failed' && options.failFast) stopped = true;
      telling = telling.then(tell);
      await telling;
      context.progress(progressText(ended, jobs.length, performance.now() - started));
    }
  };
  await Promise.all(Array.from({ length: runner.lanes }, lane));
  // After --fail-fast or an interrupt there may be results behind a gap.
  for (; told < jobs.length; told++) await tell();
  return results;
}

/** Undefined when the run was interrupted in the middle of the job. */
async function runOne(
  job: Job,
  runner: Runner,
  order: (job: Job) => Promise<JobOrder>,
): Promise<JobResult | undefined> {
  let ready: JobOrder;
  try {
    ready = await order(job);
  } catch (error) {
    return failure(job.id, error);
  }
  try {
    return await runner.run(ready);
  } catch {
    return undefined;
  }
}
