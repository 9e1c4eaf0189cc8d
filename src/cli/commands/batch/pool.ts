/** `batch --pool`: one memory of the results of all jobs. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Job } from '../../../jobs/job.js';
import { fileHolding } from '../../../pipeline/archive-members.js';
import type { InputFile } from '../../../platform/protected-files.js';
import { ProtectedFiles } from '../../../platform/protected-files.js';
import { outputFileName } from '../../../write/formats.js';
import { pooledMemory, type PooledMemory } from '../../../write/pooled-memory.js';
import { checkOutput, writeParts } from '../../output/result.js';
import type { Output } from '../../output/output.js';

/** The memory of a batch. */
export interface Pool {
  /** Absolute. */
  readonly path: string;
  readonly clobber: boolean;
  /** Everything that the batch reads, which a memory never replaces. */
  readonly inputs: ProtectedFiles;
}

/**
 * Fails before any work if the memory can't be written.
 *
 * @param folder the results', absolute
 * @throws AppError as `checkOutput`
 */
export async function openPool(
  { path, clobber }: Omit<Pool, 'inputs'>,
  folder: string,
  jobs: readonly Job[],
  others: readonly InputFile[],
): Promise<Pool> {
  const files = [...others];
  for (const { id, sources } of jobs) {
    const result = join(folder, outputFileName(id, 'tmx'));
    files.push({ path: result, what: `the result of job ${id}` });
    for (const source of sources)
      files.push({ path: await fileHolding(source), what: `the input ${source}` });
  }
  const inputs = await ProtectedFiles.of(files);
  const endings = { formats: [{ name: 'tmx', endings: ['tmx'] }] };
  await checkOutput({ path, clobber }, { inputs, format: 'tmx', endings });
  return { path, clobber, inputs };
}

/** Writes the memory from the results of jobs, which are in `folder`. */
export async function writePool(
  stdout: Output,
  { path, clobber, inputs }: Pool,
  folder: string,
  jobs: readonly Job[],
): Promise<void> {
  await writeParts(stdout, { path, clobber }, parts(folder, jobs), inputs);
}

async function* parts(folder: string, jobs: readonly Job[]) {
  for await (const chunk of pooledMemory(memories(folder, jobs))) yield { file: '', chunk };
}

async function* memories(folder: string, jobs: readonly Job[]): AsyncGenerator<PooledMemory> {
  for (const { id } of jobs) {
    const input = createReadStream(join(folder, outputFileName(id, 'tmx')));
    yield { id, lines: createInterface({ input, crlfDelay: Infinity }) };
    input.destroy();
  }
}
