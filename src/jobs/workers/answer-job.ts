import type { Embedder } from '../../domain.js';
import type { TextInput } from '../../pipeline/source-input.js';
import type { JobOrder } from '../job.js';
import { runJob } from '../run-job.js';
import { AnswerStore } from '../stores/answer-store.js';
import { jobStore } from '../stores/job-store.js';
import type { JobAnswer } from '../worker-messages.js';

/** Runs a job and hands its output back. Rejects only if `signal` ends it. */
export async function answerJob(
  order: JobOrder,
  texts: readonly TextInput[],
  embedder: Embedder,
  signal?: AbortSignal,
): Promise<JobAnswer> {
  const store = new AnswerStore(texts, jobStore);
  const result = await runJob(order, embedder, { store, ...(signal && { signal }) });
  return { result, output: store.output };
}
