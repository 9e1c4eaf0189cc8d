/** The parts of a batch: all plain data, passed between processes as JSON. */
import type { Diagnostic } from '../diagnostics.js';
import type { MatchReason, Mode } from '../domain.js';
import type { ExitCode } from '../errors.js';
import type { ModelChoice } from '../pipeline/chosen-model.js';
import type { FileSettings } from '../pipeline/files/file-settings.js';
import type { OutputName } from '../write/formats.js';
import type { TableCounts } from '../write/records/counts.js';
import type { WriteOptions } from '../write/write-table.js';

/** One alignment to make, as given by the manifest or the folders. */
export interface Job {
  /** Names the output: `<id>.csv`. */
  readonly id: string;
  /** For messages: `jobs.csv:3`. */
  readonly where: string;
  /** References by which the store reads them: absolute paths. */
  readonly sources: readonly string[];
  /** Language per source, undefined if it is to be detected. */
  readonly languages: readonly (string | null)[];
  /** Reference by which the store reads an anchors file for this job: an absolute path. */
  readonly anchors: string | null;
  /** Why the sources belong together, if `paralign match` found them. */
  readonly match?: MatchReason;
}

/** A job with everything a worker needs. */
export interface JobOrder {
  readonly job: Job;
  /** The job's own languages and anchors override these. */
  readonly settings: FileSettings;
  readonly model: ModelChoice;
  readonly format: OutputName;
  readonly writeOptions: WriteOptions;
  /** Reference by which the store writes the output: an absolute path. */
  readonly output: string;
  readonly clobber: boolean;
  /** Whether an existing output may come from an earlier batch. */
  readonly resume: boolean;
  /** The journal's entry for this job, for `--resume`. */
  readonly before: Finished | null;
}

/** What the report says about a finished job. */
export interface JobFacts {
  readonly sources: readonly { readonly name: string; readonly languages: readonly string[] }[];
  readonly modes: readonly Mode[];
  readonly counts: Omit<TableCounts, 'types'>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of an output. */
export interface OutputFile {
  /** What follows the name of the output: `.en` of `book.moses.en`; empty for an output of one file. */
  readonly file: string;
  readonly sha256: string;
}

/** A finished job, as recorded in the journal. */
export interface Finished {
  readonly id: string;
  /** Hash of the inputs, the options, the model and the program's version. */
  readonly key: string;
  /** The files of the output; most formats have one. */
  readonly outputs: readonly OutputFile[];
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

/** The outcome of a job. */
export type JobResult =
  | { readonly status: 'done' | 'unchanged'; readonly finished: Finished }
  | { readonly status: 'failed'; readonly id: string; readonly error: JobError };
