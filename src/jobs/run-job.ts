/** One job from its sources to its output; runs in a worker. */
import { createHash, type Hash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics.js';
import type { Embedder, OutputPart, Table } from '../domain.js';
import { AppError, ExitCode } from '../errors.js';
import type { AlignOptions, AlignSettings } from '../pipeline/align-options.js';
import { alignSources } from '../pipeline/align-sources.js';
import { alignable } from '../pipeline/alignable.js';
import { readFileSettings, settingFiles } from '../pipeline/files/file-settings.js';
import { readerProcesses } from '../pipeline/isolation/reader-processes.js';
import { tableAsAsked } from '../pipeline/quality/asked-quality.js';
import type { FileInput, TextInput } from '../pipeline/source-input.js';
import { fromSystem } from '../platform/system-error.js';
import { version } from '../platform/version.js';
import { formatReview } from '../review/file/format-review.js';
import { reviewContent } from '../review/from-table.js';
import type { Finished, JobError, JobFacts, JobOrder, JobResult, OutputFile } from './job.js';
import type { JobStore, StoreRules } from './store.js';
import { isSplit, splitName, splitNames, writeSplitTable } from '../write/split-table.js';
import { writeTable } from '../write/write-table.js';
import { countTable } from '../write/records/counts.js';
import { reviewOrigin } from '../review/review-origin.js';

/** Runs a job on a store. Rejects only if `signal` ends it: a failure of the job is its result. */
export async function runJob(
  order: JobOrder,
  embedder: Embedder,
  options: { readonly signal?: AbortSignal; readonly store: JobStore },
): Promise<JobResult> {
  const { signal, store } = options;
  const { job } = order;
  try {
    const inputs = await store.readSources(job.sources);
    const settings = await jobSettings(order, store);
    const key = jobKey(order, settings, inputs, embedder.id);
    if (order.before?.key === key && (await isInPlace(order, order.before, store)))
      return { status: 'unchanged', finished: order.before };
    const { clobber, before } = order;
    const rules: StoreRules = {
      // An existing review may contain decisions by now, so only a new one is written.
      clobber: clobber && !isReview(order),
      ...(before !== null &&
        !isReview(order) && { replaces: before.outputs.map(({ sha256 }) => sha256) }),
      inputs: inputsOf(order),
    };
    const blocked = await blockedBy(async () => {
      for (const name of outputNames(order)) await store.checkOutput(name, rules);
    }, order);
    const diagnostics: Diagnostic[] = [];
    const run: AlignOptions = {
      ...settings,
      embedder,
      ...(signal && { signal }),
      onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    };
    const aligned = await alignSources(inputs, run, readerProcesses(signal));
    const reasoned = job.match === undefined ? aligned : { ...aligned, match: job.match };
    alignable(reasoned);
    const table = await tableAsAsked(reasoned, order.writeOptions, embedder);
    const hashes = new Map<string, Hash>();
    const parts = hashed(
      outputParts(order, settings, table, (diagnostic) => diagnostics.push(diagnostic)),
      hashes,
    );
    if (blocked === undefined) await store.writeOutput(outputBase(order), parts, rules);
    else for await (const _ of parts);
    // An output without content is one empty file.
    if (hashes.size === 0) hashes.set('', createHash('sha256'));
    const outputs = [...hashes].map(([file, hash]) => ({ file, sha256: hash.digest('hex') }));
    // What is there may be this very result, from a batch killed before it recorded it.
    if (blocked !== undefined && !(await areInPlace(order, outputs, store))) throw blocked;
    const finished: Finished = {
      id: job.id,
      key,
      outputs,
      model: embedder.id,
      facts: jobFacts(table, diagnostics),
    };
    return { status: 'done', finished };
  } catch (error) {
    signal?.throwIfAborted();
    return failure(job.id, await orReviewIsThere(order, error, store));
  }
}

function isReview({ format }: JobOrder): boolean {
  return format === 'paralign';
}

/**
 * Whether the output of an earlier batch still exists. A review may have been edited since, as is
 * intended; anything else must be unchanged.
 */
async function isInPlace(order: JobOrder, before: Finished, store: JobStore): Promise<boolean> {
  if (isReview(order)) return (await store.hashOutput(order.output)) !== undefined;
  return areInPlace(order, before.outputs, store);
}

async function areInPlace(
  order: JobOrder,
  outputs: readonly OutputFile[],
  store: JobStore,
): Promise<boolean> {
  const base = outputBase(order);
  for (const { file, sha256 } of outputs)
    if ((await store.hashOutput(base + file)) !== sha256) return false;
  return true;
}

/** What the names of all files of the output begin with. */
function outputBase({ output, writeOptions }: JobOrder): string {
  return isSplit(writeOptions) ? splitName(output).base : output;
}

/** The outputs: one, or several if it is divided. */
function outputNames({ output, writeOptions }: JobOrder): readonly string[] {
  return splitNames(output, writeOptions);
}

/** The error; for an existing review, one that says what to do with it. */
async function orReviewIsThere(order: JobOrder, error: unknown, store: JobStore): Promise<unknown> {
  const { output } = order;
  const inTheWay =
    error instanceof AppError && (error.code === 'exists' || error.code === 'protected-file');
  if (!isReview(order) || !inTheWay || (await store.hashOutput(output)) === undefined) return error;
  return new AppError('review-exists', `${output}: a review already exists and was not replaced`, {
    hint: 'update it to its sources, move it away, or use another folder',
    cause: error,
  });
}

/** The error that forbids the output; thrown at once if no earlier batch can have made the existing file. */
async function blockedBy(
  check: () => Promise<void>,
  { resume, before }: JobOrder,
): Promise<unknown> {
  try {
    await check();
    return undefined;
  } catch (error) {
    const mayBeOurs =
      error instanceof AppError && (error.code === 'exists' || error.code === 'protected-file');
    if (resume && before === null && mayBeOurs) return error;
    throw error;
  }
}

/** Whether a resumed batch would skip the job; unreadable files are reported when it runs. */
export async function isUnchanged(
  order: JobOrder,
  model: string,
  store: JobStore,
): Promise<boolean> {
  const { before } = order;
  // Checked before the sources are read: most new jobs have no entry.
  if (before === null || !(await isInPlace(order, before, store))) return false;
  try {
    const inputs = await store.readSources(order.job.sources);
    return jobKey(order, await jobSettings(order, store), inputs, model) === before.key;
  } catch {
    return false;
  }
}

/** References of everything that a job reads. */
function inputsOf({ job, settings }: JobOrder): string[] {
  const { anchors: shared, ...others } = settings;
  const anchors = job.anchors ?? shared?.path;
  const files = settingFiles(others).map(({ path }) => path);
  return [...job.sources, ...(anchors === undefined ? [] : [anchors]), ...files];
}

/** The content of the output: a new review, or the table in a format. */
function outputParts(
  { format, model, writeOptions, output }: JobOrder,
  settings: AlignSettings,
  table: Table,
  onDiagnostic: (diagnostic: Diagnostic) => void,
): AsyncIterable<OutputPart> {
  if (format !== 'paralign')
    return isSplit(writeOptions)
      ? writeSplitTable(table, format, writeOptions, splitName(output).ending, onDiagnostic)
      : writeTable(table, format, writeOptions, onDiagnostic);
  return oneFile(formatReview(reviewContent(table, reviewOrigin(model.model, settings))));
}

async function* oneFile(chunks: Iterable<string>): AsyncGenerator<OutputPart> {
  for (const chunk of chunks) yield { file: '', chunk };
}

/** The order's settings, overridden by the job's own languages and anchors. */
async function jobSettings(
  { job, settings: { languages, ...settings } }: JobOrder,
  store: JobStore,
): Promise<AlignSettings> {
  const anchors = job.anchors === null ? null : { name: job.anchors, path: job.anchors };
  const own = job.languages.flatMap((language, source) =>
    language === null ? [] : [{ source, language }],
  );
  const { bySource = [], inOrder = [], where = job.where } = languages ?? {};
  return readFileSettings(
    {
      ...settings,
      languages: { bySource: [...bySource, ...own], inOrder, where },
      ...(anchors && { anchors }),
    },
    (file) => store.readFile(file),
  );
}

/** The result of a job that ended with `error`. */
export function failure(id: string, error: unknown): JobResult {
  return { status: 'failed', id, error: errorOf(error) };
}

/** The message of an error, or that of a bug. */
export function errorOf(error: unknown): JobError {
  const known = error instanceof AppError ? error : fromSystem(error);
  if (known !== undefined) {
    const { code, message, exitCode, hint } = known;
    return { code, message, exitCode, hint: hint ?? null };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, exitCode: ExitCode.internal, hint: null };
}

/** Hash of everything that the output depends on. */
function jobKey(
  { format, writeOptions }: JobOrder,
  settings: AlignSettings,
  inputs: readonly (FileInput | TextInput)[],
  model: string,
): string {
  const sources = inputs.map((input) => [
    input.name,
    createHash('sha256')
      .update('text' in input ? input.text : input.bytes)
      .digest('hex'),
  ]);
  const parts = { version, model, settings, format, writeOptions, sources };
  return createHash('sha256').update(JSON.stringify(parts, sortedKeys)).digest('hex');
}

/** For JSON.stringify: equal objects are written identically. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}

async function* hashed(
  parts: AsyncIterable<OutputPart>,
  hashes: Map<string, Hash>,
): AsyncGenerator<OutputPart> {
  for await (const { file, chunk } of parts) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const hash = hashes.get(file) ?? createHash('sha256');
    hashes.set(file, hash.update(bytes));
    yield { file, chunk: bytes };
  }
}

function jobFacts(table: Table, diagnostics: readonly Diagnostic[]): JobFacts {
  const { pairs, unmatched, noise, doubtful, crossing, differences } = countTable(table);
  return {
    sources: table.sources.map(({ name }, index) => ({
      name,
      languages: table.streams
        .filter(({ source }) => source === index)
        .map(({ language }) => language),
    })),
    modes: [...new Set(table.alignments.map(({ mode }) => mode))],
    counts: { pairs, unmatched, noise, doubtful, crossing, differences },
    diagnostics,
  };
}
