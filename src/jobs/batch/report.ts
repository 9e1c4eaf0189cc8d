/** The batch's report: the outcome of every job, in the jobs' order, identical on every run. */
import {
  type Diagnostic,
  describeDiagnostic,
  type FilterReason,
  filterReasons,
} from '../../diagnostics.js';
import { version } from '../../platform/version.js';
import { outputFileName, type OutputName } from '../../write/formats.js';
import type { Job, JobError, JobResult, OutputFile } from '../job.js';

/** Version of the report's shape. */
const reportVersion = 1;

/** Number of jobs by outcome. */
export interface BatchSummary {
  readonly jobs: number;
  readonly done: number;
  /** Skipped, because an earlier batch had done them. */
  readonly unchanged: number;
  readonly failed: number;
  /** Not run: after a failure that ended the batch, or an interrupt. */
  readonly pending: number;
  /** Number of rows that filters left out of all outputs, by filter; absent if there are none. */
  readonly leftOut?: Readonly<Partial<Record<FilterReason, number>>>;
}

/** How the report words diagnostics; a front end may add its own hints. */
export interface ReportWords {
  readonly diagnostic: (diagnostic: Diagnostic) => string;
  readonly hint: (error: JobError) => string | null;
}

/** What the report must know of all jobs. */
export interface ReportOptions {
  readonly format: OutputName;
  /** The outputs are divided by confidence: two for each job. */
  readonly split?: boolean;
  readonly words: ReportWords;
}

/** In the words of the stages. */
export const plainWords: ReportWords = {
  diagnostic: describeDiagnostic,
  hint: ({ hint }) => hint,
};

/** What the head of the report says about all jobs, collected result by result. */
export class ReportTotals {
  readonly #models = new Set<string>();
  readonly #count = { done: 0, unchanged: 0, failed: 0, pending: 0 };
  readonly #leftOut = new Map<FilterReason, number>();

  /** Counts a job; undefined was not run. */
  add(result: JobResult | undefined): void {
    this.#count[result?.status ?? 'pending']++;
    if (!result || result.status === 'failed') return;
    const { model, facts } = result.finished;
    this.#models.add(model);
    for (const diagnostic of facts.diagnostics) {
      if (diagnostic.code !== 'filtered-out') continue;
      const { reason, count } = diagnostic;
      this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + count);
    }
  }

  get summary(): BatchSummary {
    const { done, unchanged, failed, pending } = this.#count;
    const leftOut = filterReasons.flatMap((reason) => {
      const count = this.#leftOut.get(reason);
      return count === undefined ? [] : [[reason, count] as const];
    });
    return {
      jobs: done + unchanged + failed + pending,
      ...{ done, unchanged, failed, pending },
      ...(leftOut.length > 0 && { leftOut: Object.fromEntries(leftOut) }),
    };
  }

  /** Models that produced results, sorted. */
  get models(): readonly string[] {
    return [...this.#models].sort();
  }
}

/**
 * The report as a JSON document with one job per line, from the lines of `reportLine`. It contains no
 * times, so equal runs write equal reports.
 */
export function* batchReport(
  totals: ReportTotals,
  lines: Iterable<string | Uint8Array>,
): Generator<string | Uint8Array> {
  const head = {
    format: 'paralign-batch',
    version: reportVersion,
    program: version,
    models: totals.models,
    summary: totals.summary,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"jobs":[`;
  yield* lines;
  yield '\n]}\n';
}

/** One job in the report, with the separator before it. */
export function reportLine(
  job: Job,
  result: JobResult | undefined,
  options: ReportOptions & { readonly first: boolean },
): string {
  return `${options.first ? '' : ','}\n${JSON.stringify(jobEntry(job, result, options))}`;
}

/** Names and hashes: of the only file, or of each. */
function outputEntry(
  id: string,
  { format, split = false }: Omit<ReportOptions, 'words'>,
  outputs: readonly OutputFile[],
): object {
  const name = split ? id : outputFileName(id, format);
  const files = outputs.map(({ file, sha256 }) => ({ output: name + file, sha256 }));
  return files.length === 1 ? { ...files[0] } : { outputs: files };
}

function jobEntry(
  { id }: Job,
  result: JobResult | undefined,
  { words, ...names }: ReportOptions,
): object {
  if (!result) return { id, status: 'pending' };
  if (result.status === 'failed') {
    const { error } = result;
    return { id, status: 'failed', error: { ...error, hint: words.hint(error) } };
  }
  const { facts, outputs } = result.finished;
  return {
    id,
    status: result.status,
    ...outputEntry(id, names, outputs),
    sources: facts.sources,
    modes: facts.modes,
    ...facts.counts,
    diagnostics: facts.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      message: words.diagnostic(diagnostic),
    })),
  };
}
