/** Runs a batch, from its jobs to its report, in a folder of results. */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../errors.js';
import { bundledModel, loadChosenModel, type ModelChoice } from '../../pipeline/chosen-model.js';
import { checkReferences } from '../../pipeline/check-references.js';
import {
  readFileSettings,
  settingFiles,
  type FileSettings,
} from '../../pipeline/files/file-settings.js';
import { folderLockName, lockFolder } from './folder-lock.js';
import { journalName, removeLeftovers } from '../../platform/job-journal.js';
import { tryOutputFile } from '../../platform/output-files.js';
import { systemErrorCode } from '../../platform/system-error.js';
import { type InputFile, ProtectedFiles, refuseProtected } from '../../platform/protected-files.js';
import { findFormat, outputFileName, type OutputName } from '../../write/formats.js';
import { folderJournal } from '../stores/file-store.js';
import { jobStore } from '../stores/job-store.js';
import type { Finished, Job, JobOrder, JobResult } from '../job.js';
import { nameKey } from '../ids.js';
import { isS3 } from '../s3-reference.js';
import { isSplit, splitNames } from '../../write/split-table.js';
import { plainWords, type BatchSummary, type ReportWords } from './report.js';
import { ReportFile } from './report-file.js';
import { isUnchanged } from '../run-job.js';
import { runJobs } from './run-jobs.js';
import { pooledRunner, type Runner } from '../workers/runners.js';
import type { WriteOptions } from '../../write/write-table.js';

/** The report's name inside the folder of results. */
export const reportName = 'report.json';

/** How the jobs of a batch are run; by default as `alignFiles` does, written as CSV. */
export interface BatchOptions {
  /** Folder of the results, created if it is missing. */
  readonly folder: string;
  /** Where the results go instead of the folder: `s3://bucket/prefix`. Journal and report stay in the folder. */
  readonly results?: string;
  /** Base of relative folders; the current folder by default. */
  readonly cwd?: string;
  /** Files that no output may replace, besides those the jobs read: the manifest, settings. */
  readonly inputs?: readonly InputFile[];
  readonly settings?: FileSettings;
  readonly model?: ModelChoice;
  readonly format?: OutputName;
  readonly writeOptions?: WriteOptions;
  /** Replace existing results (the default); otherwise their jobs fail. */
  readonly clobber?: boolean;
  /** Skip jobs whose result exists and whose sources, settings and model are unchanged. */
  readonly resume?: boolean;
  /** Start no job after one has failed. */
  readonly failFast?: boolean;
  /** How many jobs run at once, each in its own process; by default chosen from the cores and jobs. */
  readonly lanes?: number;
  /** What runs the jobs; by default `lanes` processes. Closed at the end. */
  readonly runner?: (batch: {
    readonly folder: string;
    readonly jobs: number;
  }) => Promise<Pick<Runner, 'lanes' | 'run' | 'close'>>;
  /** Start no job once this is aborted. */
  readonly signal?: AbortSignal;
  /** How the report words diagnostics. */
  readonly words?: ReportWords;
  /** Called for every job in their order; undefined was not run. */
  readonly onResult?: (job: Job, result: JobResult | undefined) => void | Promise<void>;
  /** Called with how many jobs have ended. */
  readonly onProgress?: (ended: number) => void;
}

/** The result of a batch. */
export interface BatchOutcome {
  readonly summary: BatchSummary;
  /** Absolute path of the report. */
  readonly report: string;
}

/**
 * Rejects for what would go wrong in every job, before all work: settings that name no source, a bad
 * anchors file or bad rules of splitting for all jobs, an id that the report needs; and for an output that would replace what
 * any job reads.
 *
 * @throws AppError `usage`, `bad-anchor`, `bad-rules`, `bad-manifest`, `protected-file`, and what reading the
 *   anchors file throws
 */
export async function checkBatch(
  jobs: readonly Job[],
  options: Pick<BatchOptions, 'settings' | 'format' | 'writeOptions' | 'cwd' | 'inputs'> & {
    readonly folder?: string;
  },
): Promise<void> {
  const { settings = {}, format = 'csv' } = options;
  for (const { id, where } of jobs)
    if (nameKey(outputFileName(id, format)) === reportName)
      throw new AppError('bad-manifest', `${where}: id "${id}" is the name of the report`, {
        hint: 'give the job another id',
      });
  const { folder, cwd = process.cwd() } = options;
  if (folder !== undefined)
    await checkOutputs(jobs, { ...options, format, folder: resolve(cwd, folder) });
  await checkSettings(jobs, settings);
}

/**
 * A reference that no job can resolve is a mistake in the settings; if some can, the others fail by
 * themselves. Unreadable jobs don't count. Stops at the first job that can resolve it.
 */
async function checkSettings(jobs: readonly Job[], settings: FileSettings): Promise<void> {
  const { anchors, ...others } = settings;
  const ownAnchors = (job: Job): boolean => job.anchors !== null;
  const shared = anchors === undefined || jobs.every(ownAnchors) ? others : settings;
  const read = (given: FileSettings) => readFileSettings(given, (file) => jobStore.readFile(file));
  const [forOwn, forOthers] = [await read(others), await read(shared)];
  let problem: unknown;
  for (const job of jobs) {
    try {
      if (await checkReferences(job.sources, ownAnchors(job) ? forOwn : forOthers)) return;
    } catch (error) {
      problem ??= error;
    }
  }
  if (problem !== undefined) throw problem;
}

/** The journal is appended to, the report and the outputs are renamed: none may be an input. */
async function checkOutputs(
  jobs: readonly Job[],
  {
    folder,
    format,
    settings,
    writeOptions = {},
    inputs = [],
  }: Pick<BatchOptions, 'settings' | 'inputs' | 'writeOptions'> &
    Pick<JobOrder, 'format'> & { readonly folder: string },
): Promise<void> {
  // Objects of an S3 server are checked when they are written.
  const read = jobs.flatMap(({ where, sources, anchors }): InputFile[] => [
    ...sources
      .filter((source) => !isS3(source))
      .map((path) => ({ path, what: `a source of ${where}` })),
    ...(anchors === null || isS3(anchors)
      ? []
      : [{ path: anchors, what: `the anchors file of ${where}` }]),
  ]);
  const shared = settingFiles(settings ?? {});
  const known = await ProtectedFiles.of([...read, ...shared, ...inputs]);
  for (const name of [reportName, journalName, folderLockName])
    await refuseProtected(join(folder, name), known);
  // An existing review is for the job to deal with: it may be what --resume looks for.
  const found = await known.firstInputAt(
    jobs.flatMap(({ id }) =>
      outputNames(id, { format, writeOptions }).map((name) => join(folder, name)),
    ),
  );
  if (found !== undefined)
    throw new AppError(
      'protected-file',
      `${found.path}: is ${found.input}, which would be overwritten`,
      { hint: 'use another folder for the results, or other ids' },
    );
}

/**
 * Runs jobs: writes `<folder>/<id>.<format>` for each, a journal, and `report.json`. A job that fails
 * does not stop the others. Equal jobs, settings and models give equal files, the report included.
 *
 * @throws AppError as `checkBatch`; `cannot-create` for the folder, `in-use` if another batch is
 *   writing to it; as `loadEmbedder`
 */
export async function runBatch(jobs: readonly Job[], options: BatchOptions): Promise<BatchOutcome> {
  const { model = bundledModel, format = 'csv' } = options;
  await checkBatch(jobs, options);
  const folder = await makeFolder(options);
  const lock = lockFolder(folder, options.folder);
  try {
    return await runInFolder(jobs, { ...options, model, format, folder });
  } finally {
    lock.release();
  }
}

/** The jobs that `runBatch` with `resume` would skip. Writes nothing. Throws as `loadEmbedder`. */
export async function findUnchanged(
  jobs: readonly Job[],
  given: BatchOptions,
): Promise<ReadonlySet<Job>> {
  const { model = bundledModel, format = 'csv', cwd = process.cwd() } = given;
  const options = { ...given, model, format, folder: resolve(cwd, given.folder) };
  const before = latest(await folderJournal(options.folder).read());
  const known = jobs.filter(({ id }) => before.has(id));
  if (known.length === 0) return new Set();
  const embedder = await loadChosenModel({ ...model, cache: false });
  try {
    const unchanged = new Set<Job>();
    for (const job of known) {
      options.signal?.throwIfAborted();
      if (await isUnchanged(orderOf(job, options, before), embedder.id, jobStore))
        unchanged.add(job);
    }
    return unchanged;
  } finally {
    await embedder.close();
  }
}

/** The names of a job's outputs in the folder: one, or several if they are divided. */
export function outputNames(
  id: string,
  options: Pick<BatchOptions, 'writeOptions'> & Pick<JobOrder, 'format'>,
): readonly string[] {
  const name = outputFileName(id, options.format);
  return splitNames(name, options.writeOptions ?? {});
}

/** Whether a name is that of an output, or of one of its files if the format has several. */
function isOutput(name: string, outputs: ReadonlySet<string>, format: OutputName): boolean {
  if (outputs.has(name)) return true;
  if (format === 'paralign' || findFormat(format).severalFiles !== true) return false;
  const base = name.replace(/(?:\.[^.]+){1,2}$/, '');
  return outputs.has(base) || outputs.has(name.replace(/\.[^.]+$/, ''));
}

function latest(entries: readonly Finished[]): ReadonlyMap<string, Finished> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

async function runInFolder(
  jobs: readonly Job[],
  options: BatchOptions & Pick<JobOrder, 'model' | 'format'>,
): Promise<BatchOutcome> {
  const { folder, model, signal, format, words = plainWords } = options;
  const journal = folderJournal(folder);
  // Reviews are never replaced, so the entries of existing ones stay valid.
  const known = options.resume === true || format === 'paralign' ? await journal.read() : [];
  const before = latest(options.resume === true ? known : []);
  const outputs = new Set([...jobs, ...known].flatMap(({ id }) => outputNames(id, options)));
  const isOurs = (name: string): boolean =>
    name === reportName || name === 'report' || isOutput(name, outputs, format);
  await removeLeftovers(folder, isOurs);
  const path = join(folder, reportName);
  const report = await ReportFile.begin(path, {
    format,
    words,
    split: isSplit(options.writeOptions),
  });
  try {
    await checkNames(jobs, folder, format);
    await journal.begin([...latest(known).values()]);
    const { runner: other } = options;
    const runner = other
      ? await other({ folder, jobs: jobs.length })
      : await pooledRunner(laneCount(options.lanes, jobs.length), model, signal);
    await runJobs(jobs, {
      runner,
      order: (job) => orderOf(job, options, before),
      failFast: options.failFast ?? false,
      ...(signal && { signal }),
      ...(options.onProgress && { onProgress: options.onProgress }),
      onEnd: async (result) => {
        if (result.status === 'done') await journal.append(result.finished);
      },
      onResult: async (job, result) => {
        report.add(job, result);
        await options.onResult?.(job, result);
      },
    }).finally(() => runner.close());
    // Left by a worker that was killed.
    await removeLeftovers(folder, isOurs);
    await report.finish();
    return { summary: report.totals.summary, report: path };
  } finally {
    await report.close();
  }
}

/** Checks the longest name only: a file system that accepts it accepts the others. */
async function checkNames(jobs: readonly Job[], folder: string, format: OutputName): Promise<void> {
  let longest: Job | undefined;
  for (const job of jobs)
    if (longest === undefined || Buffer.byteLength(job.id) > Buffer.byteLength(longest.id))
      longest = job;
  if (longest === undefined) return;
  try {
    await tryOutputFile(join(folder, outputFileName(longest.id, format)));
  } catch (error) {
    if (systemErrorCode(error instanceof AppError ? error.cause : error) !== 'ENAMETOOLONG')
      throw error;
    throw new AppError(
      'cannot-create',
      `${longest.where}: the name of the output for id "${longest.id}" is too long for this folder`,
      { hint: 'use shorter ids, or a folder with a shorter path', cause: error },
    );
  }
}

function orderOf(
  job: Job,
  options: BatchOptions & Pick<JobOrder, 'model' | 'format'>,
  before: ReadonlyMap<string, Finished>,
): JobOrder {
  const { model, format, settings = {}, writeOptions = {}, clobber = true } = options;
  return {
    job,
    settings,
    model,
    format,
    writeOptions,
    output: outputReference(job, options),
    clobber,
    resume: options.resume ?? false,
    before: before.get(job.id) ?? null,
  };
}

function outputReference(
  { id }: Job,
  { folder, results, format }: Pick<BatchOptions, 'folder' | 'results'> & Pick<JobOrder, 'format'>,
): string {
  const name = outputFileName(id, format);
  return results === undefined ? join(folder, name) : `${results.replace(/\/+$/, '')}/${name}`;
}

async function makeFolder({
  folder,
  cwd = process.cwd(),
}: Pick<BatchOptions, 'folder' | 'cwd'>): Promise<string> {
  const path = resolve(cwd, folder);
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('cannot-create', `${folder}: the folder cannot be created (${reason})`, {
      cause: error,
    });
  }
  return path;
}

/** A worker must load the model first, which pays off only for several jobs. */
function laneCount(asked: number | undefined, jobs: number): number {
  const worthwhile = asked ?? Math.min(availableParallelism(), Math.ceil(jobs / 4));
  return Math.max(1, Math.min(worthwhile, jobs));
}
