/** The batch's report: what became of every job, in the manifest's order, the same on every run. */
import { type FormatName, outputFileName } from '../write/formats.js';
import { version } from '../platform/version.js';
import type { Job, JobResult } from './job.js';

/** Version of the report's shape. */
const reportVersion = 1;

/** How many jobs ended how. */
export interface BatchSummary {
  readonly jobs: number;
  readonly done: number;
  /** Left as they were by `--resume`. */
  readonly unchanged: number;
  readonly failed: number;
  /** Not run: after `--fail-fast` or an interrupt. */
  readonly pending: number;
}

/** Counts the results; `results` is as long as there are jobs. */
export function summarise(results: readonly (JobResult | undefined)[]): BatchSummary {
  const count = (status: JobResult['status']): number =>
    results.filter((result) => result?.status === status).length;
  return {
    jobs: results.length,
    done: count('done'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    pending: results.filter((result) => result === undefined).length,
  };
}

/** The report as a JSON document of one job a line. No clock in it: equal runs write equal reports. */
export function batchReport(
  jobs: readonly Job[],
  results: readonly (JobResult | undefined)[],
  format: FormatName,
): string {
  const models = results.flatMap((result) =>
    result && result.status !== 'failed' ? [result.finished.model] : [],
  );
  const head = {
    format: 'paralign-batch',
    version: reportVersion,
    program: version,
    models: [...new Set(models)].sort(),
    summary: summarise(results),
  };
  const lines = jobs.map((job, index) => JSON.stringify(jobEntry(job, results[index], format)));
  return `${JSON.stringify(head).slice(0, -1)},"jobs":[\n${lines.join(',\n')}\n]}\n`;
}

function jobEntry(job: Job, result: JobResult | undefined, format: FormatName): object {
  if (!result) return { id: job.id, status: 'pending' };
  if (result.status === 'failed') return { id: job.id, status: 'failed', error: result.error };
  const { facts, output } = result.finished;
  return {
    id: job.id,
    status: result.status,
    output: outputFileName(job.id, format),
    sha256: output,
    sources: facts.sources,
    modes: facts.modes,
    ...facts.counts,
    diagnostics: facts.diagnostics,
  };
}

/** One line about a job for people; undefined for jobs that were not run. */
export function jobLine(job: Job, result: JobResult | undefined): string | undefined {
  if (!result) return undefined;
  if (result.status === 'failed') {
    const { message, hint } = result.error;
    return `${job.id}: failed: ${message}${hint ? `; ${hint}` : ''}`;
  }
  const { facts } = result.finished;
  const { pairs, unmatched, noise, doubtful, differences } = facts.counts;
  const languages = facts.sources.map(({ languages: own }) => own.join('+') || '-').join(' ');
  const counts = [
    `${pairs} ${facts.sources.length > 2 ? 'row' : 'pair'}${pairs === 1 ? '' : 's'}`,
    `${unmatched.join('+')} unmatched`,
    ...(noise > 0 ? [`${noise} noise`] : []),
    ...(doubtful > 0 ? [`${doubtful} doubtful`] : []),
    ...(differences > 0 ? [`${differences} with differences`] : []),
  ];
  const modes = facts.modes.join('+');
  return `${job.id}: ${languages}, ${modes}: ${counts.join(', ')}${result.status === 'unchanged' ? ' (unchanged)' : ''}`;
}
