/** The process that runs jobs for `batch --jobs N`: it loads the model once and keeps it. */
import workerpool from 'workerpool';
import type { Embedder } from '../domain.js';
import type { JobResult } from './job.js';
import { failure, runJob } from './run-job.js';
import { loadChosenModel } from '../pipeline/chosen-model.js';
import { endOnSignals } from '../platform/signals.js';
import { parseOrder } from './schemas.js';

// Ctrl+C reaches the whole process group; the program itself decides when its workers end.
process.on('SIGINT', () => {});
endOnSignals(['SIGHUP', 'SIGTERM']);

let embedder: Promise<Embedder> | undefined;

workerpool.worker({
  async run(sent: unknown): Promise<JobResult> {
    const order = parseOrder(sent);
    embedder ??= loadChosenModel(order.model);
    try {
      return await runJob(order, await embedder);
    } catch (error) {
      return failure(order.job.id, error);
    }
  },
});
