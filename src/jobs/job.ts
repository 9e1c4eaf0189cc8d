/** What a batch is made of. All of it is plain data: it travels between processes as JSON. */
import type { Diagnostic } from '../diagnostics.js';
import type { Mode } from '../domain.js';
import type { ExitCode } from '../errors.js';
import type { ModelChoice } from '../pipeline/chosen-model.js';
import type { FileSettings } from '../pipeline/files/file-settings.js';
import type { OutputName } from '../write/formats.js';
import type { TableCounts } from '../write/records/counts.js';
import type { WriteOptions } from '../write/write-table.js';

/** One alignment to make, as the manifest or the folders say. */
export interface Job {
  /** Names the output: `<id>.csv`. */
  readonly id: string;
  /** For messages: `jobs.csv:3`. */
  readonly where: string;
  /** What the store reads them by: absolute paths. */
  readonly sources: readonly string[];
  /** Language per source, undefined where it is to be detected. */
  readonly languages: readonly (string | null)[];
  /** What the store reads an anchors file for this job by: an absolute path. */
  readonly anchors: string | null;
}

/** A job with everything a worker needs. */
export interface JobOrder {
  readonly job: Job;
  /** What the job says of its languages and anchors comes before what these say. */
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  readonly format: OutputName;
  readonly writeOptions: WriteOptions;
  /** What the store writes the output by: an absolute path. */
  readonly output: string;
  readonly clobber: boolean;
  /** Whether an earlier batch may have made what is there. */
  readonly resume: boolean;
  /** What the journal knows of this job, for `--resume`. */
  readonly before: Finished | null;
}

/** What the report says of a job that is done. */
export interface JobFacts {
  readonly sources: readonly { readonly name: string; readonly languages: readonly string[] }[];
  readonly modes: readonly Mode[];
  readonly counts: Omit<TableCounts, 'types'>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A job that is done, as the journal keeps it. */
export interface Finished {
  readonly id: string;
  /** Hash of the inputs, the options, the model and the program's version. */
  readonly key: string;
  /** SHA-256 of the output file. */
  readonly output: string;
  readonly model: string;
  readonly facts: JobFacts;
}

/** Why a job failed. */
export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly hint: string | null;
}

/** What became of a job. */
export type JobResult =
  | { readonly status: 'done' | 'unchanged'; readonly finished: Finished }
  | { readonly status: 'failed'; readonly id: string; readonly error: JobError };
