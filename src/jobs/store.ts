/** Where jobs read their sources and write their results, and the record of finished jobs. */
import type { OutputPart } from '../domain.js';
import type { FileReference } from '../pipeline/files/file-settings.js';
import type { FileInput, TextInput } from '../pipeline/source-input.js';
import type { Finished } from './job.js';

/** What an output of a job may replace. */
export interface StoreRules {
  /** Whether an existing output may be replaced. */
  readonly clobber: boolean;
  /** SHA-256 of files that may be replaced anyway: an earlier result of the job. */
  readonly replaces?: readonly string[];
  /** References of what the job reads, which must not be replaced. */
  readonly inputs: readonly string[];
}

/** What a job reads from and writes to. References are the store's own: paths, URLs. */
export interface JobStore {
  /** The sources of one job, each with a unique name. */
  readSources(references: readonly string[]): Promise<(FileInput | TextInput)[]>;
  /** A file that goes with a job. */
  readFile(file: FileReference): Promise<Uint8Array>;
  /** SHA-256 of a file of an output in hexadecimal; undefined if it does not exist. */
  hashOutput(reference: string): Promise<string | undefined>;
  /** Rejects, before any work is done, if the output can't be written. */
  checkOutput(reference: string, rules: StoreRules): Promise<void>;
  /** Writes an output, of one file or several, whole or not at all. */
  writeOutput(
    reference: string,
    parts: AsyncIterable<OutputPart>,
    rules: StoreRules,
  ): Promise<void>;
}

/** The record of what a batch has finished, so that another can resume it. */
export interface JobJournal {
  /** The entries in order, without invalid ones. */
  read(): Promise<readonly Finished[]>;
  /** Replaces all entries with these. */
  begin(entries: readonly Finished[]): Promise<void>;
  append(entry: Finished): Promise<void>;
}
