/** One job from its files to its output; runs in a worker, or in the program itself. */
import { createHash } from 'node:crypto';
import { describeDiagnostic, type Diagnostic } from '../diagnostics.js';
import type { Embedder, OutputPart, Table } from '../domain.js';
import { AppError, ExitCode } from '../errors.js';
import { alignSources } from '../pipeline/align-sources.js';
import { checkOutputFile, writeOutputFiles } from '../platform/output-files.js';
import { hashFile } from '../platform/job-journal.js';
import { writeTable } from '../write/write-table.js';
import { outputRecords } from '../write/records/records.js';
import { alignable } from '../pipeline/alignable.js';
import { loadFiles } from '../pipeline/load-files.js';
import { countRecords } from '../write/records/counts.js';
import { version } from '../platform/version.js';
import type { Finished, JobFacts, JobOrder, JobResult } from './job.js';
import type { SourceInput } from '../pipeline/source-input.js';
import { fromSystem } from '../platform/system-error.js';

/** Runs a job. Never rejects for what is wrong with the job: that is its result. */
export async function runJob(
  order: JobOrder,
  embedder: Embedder,
  signal?: AbortSignal,
): Promise<JobResult> {
  try {
    const inputs = await loadFiles(order.job.sources);
    const key = jobKey(order, inputs, embedder.id);
    if (order.before?.key === key && (await hashFile(order.output)) === order.before.output)
      return { status: 'unchanged', finished: order.before };
    await checkOutputFile(order.output, { clobber: order.clobber });
    const diagnostics: Diagnostic[] = [];
    const table = await alignSources(inputs, {
      ...order.settings,
      embedder,
      ...(signal && { signal }),
      onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    });
    alignable(table);
    const hash = createHash('sha256');
    const parts = writeTable(table, order.format, order.writeOptions);
    await writeOutputFiles(order.output, hashed(parts, hash), { clobber: order.clobber });
    const finished: Finished = {
      id: order.job.id,
      key,
      output: hash.digest('hex'),
      model: embedder.id,
      facts: jobFacts(table, diagnostics),
    };
    return { status: 'done', finished };
  } catch (error) {
    signal?.throwIfAborted();
    return failure(order.job.id, error);
  }
}

/** A job's result when `error` ended it. */
export function failure(id: string, error: unknown): JobResult {
  const known = error instanceof AppError ? error : fromSystem(error);
  if (known !== undefined) {
    const { code, message, exitCode, hint } = known;
    return { status: 'failed', id, error: { code, message, exitCode, hint: hint ?? null } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    status: 'failed',
    id,
    error: { code: 'internal', message, exitCode: ExitCode.internal, hint: null },
  };
}

/** Hash of all that the output depends on. */
function jobKey(order: JobOrder, inputs: readonly SourceInput[], model: string): string {
  const { settings, format, writeOptions } = order;
  const sources = inputs.map(({ name, bytes }) => [
    name,
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  const parts = { version, model, settings, format, writeOptions, sources };
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function* hashed(
  parts: AsyncIterable<OutputPart>,
  hash: { update(data: Uint8Array): unknown },
): AsyncGenerator<OutputPart> {
  for await (const { file, chunk } of parts) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    hash.update(bytes);
    yield { file, chunk: bytes };
  }
}

function jobFacts(table: Table, diagnostics: readonly Diagnostic[]): JobFacts {
  const { pairs, unmatched, noise, doubtful, crossing, differences } = countRecords(
    outputRecords(table),
  );
  return {
    sources: table.sources.map(({ name }, index) => ({
      name,
      languages: table.streams
        .filter(({ source }) => source === index)
        .map(({ language }) => language),
    })),
    modes: [...new Set(table.alignments.map(({ mode }) => mode))],
    counts: { pairs, unmatched, noise, doubtful, crossing, differences },
    diagnostics: diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      message: describeDiagnostic(diagnostic),
    })),
  };
}
