/** Writes the report as results arrive, so that memory use does not grow with the number of jobs. */
import { appendFileSync, readSync } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { outputError, writeOutputFile } from '../../platform/output-files.js';
import type { Job, JobResult } from '../job.js';
import { batchReport, reportLine, ReportTotals, type ReportOptions } from './report.js';

/** Bytes copied at once, and about so many characters written. */
const chunkSize = 1 << 16;

/**
 * Collects the lines of a report in an unnamed file, because the head, which counts them, comes
 * first; `finish` joins the two.
 */
export class ReportFile {
  readonly #totals = new ReportTotals();
  readonly #path: string;
  readonly #lines: FileHandle;
  readonly #options: ReportOptions;
  #first = true;
  /** Lines that are not in the file yet. */
  #gathered = '';

  private constructor(path: string, lines: FileHandle, options: ReportOptions) {
    this.#path = path;
    this.#lines = lines;
    this.#options = options;
  }

  /** Begins the report that `finish` will write at `path`. */
  static async begin(path: string, options: ReportOptions): Promise<ReportFile> {
    // Named like an unfinished output, in case the program is killed before the next line.
    const name = join(dirname(path), `.report.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const lines = await open(name, 'wx+');
      await unlink(name);
      return new ReportFile(path, lines, options);
    } catch (error) {
      throw outputError(path, error);
    }
  }

  /** Adds the next job; undefined was not run. */
  add(job: Job, result: JobResult | undefined): void {
    this.#totals.add(result);
    this.#gathered += reportLine(job, result, { ...this.#options, first: this.#first });
    this.#first = false;
    if (this.#gathered.length >= chunkSize) this.#write();
  }

  /** At once: another thread would take longer to be asked than to write. */
  #write(): void {
    try {
      appendFileSync(this.#lines.fd, this.#gathered);
    } catch (error) {
      throw outputError(this.#path, error);
    }
    this.#gathered = '';
  }

  /** What was added so far. */
  get totals(): ReportTotals {
    return this.#totals;
  }

  /** Writes the report, whole or not at all. */
  async finish(): Promise<void> {
    this.#write();
    await writeOutputFile(this.#path, batchReport(this.#totals, chunksOf(this.#lines.fd)));
  }

  /** Frees the space. */
  async close(): Promise<void> {
    await this.#lines.close();
  }
}

function* chunksOf(file: number): Generator<Uint8Array> {
  for (let at = 0; ;) {
    const chunk = new Uint8Array(chunkSize);
    const count = readSync(file, chunk, 0, chunkSize, at);
    if (count === 0) return;
    yield chunk.subarray(0, count);
    at += count;
  }
}
