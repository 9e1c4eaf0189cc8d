/** Where jobs find their sources and leave their results, and what is known of finished ones. */
import type { OutputPart } from '../domain.js';
import type { FileReference } from '../pipeline/files/file-settings.js';
import type { FileInput } from '../pipeline/source-input.js';
import type { Finished } from './job.js';

/** What an output of a job may replace. */
export interface StoreRules {
  /** Whether an output that is there may be replaced. */
  readonly clobber: boolean;
  /** SHA-256 of an output that may be replaced all the same: an earlier result of the job. */
  readonly replaces?: string;
  /** References of what the job reads: nothing may replace it. */
  readonly inputs: readonly string[];
}

/** What a job reads from and writes to. References are the store's own: paths, URLs. */
export interface JobStore {
  /** The sources of one job, each under a name of its own. */
  readSources(references: readonly string[]): Promise<FileInput[]>;
  /** A file that goes with a job. */
  readFile(file: FileReference): Promise<Uint8Array>;
  /** SHA-256 of an output in hexadecimal; undefined when it is not there. */
  hashOutput(reference: string): Promise<string | undefined>;
  /** Rejects when the output can't be written, before any work is done. */
  checkOutput(reference: string, rules: StoreRules): Promise<void>;
  /** Writes an output, of one file or several, whole or not at all. */
  writeOutput(
    reference: string,
    parts: AsyncIterable<OutputPart>,
    rules: StoreRules,
  ): Promise<void>;
}

/** What a batch has finished, so that another one can go on with it. */
export interface JobJournal {
  /** The entries in order; what is no entry is left out. */
  read(): Promise<readonly Finished[]>;
  /** Begins anew with these entries. */
  begin(entries: readonly Finished[]): Promise<void>;
  append(entry: Finished): Promise<void>;
}
