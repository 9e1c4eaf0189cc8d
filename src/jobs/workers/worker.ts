/** A process that runs jobs, one after the other: it loads a model and keeps it until it is asked for another. */
import type { Embedder } from '../../domain.js';
import { loadChosenModel } from '../../pipeline/chosen-model.js';
import { endWithParent } from '../../platform/parent-watch.js';
import { keepCode } from '../../platform/start/keep-code.js';
import { endOnSignals } from '../../platform/signals.js';
import { errorOf, failure, runJob } from '../run-job.js';
import { answerJob } from './answer-job.js';
import { jobStore } from '../stores/job-store.js';
import { parseWorkerOrder } from '../schemas.js';
import { drainsArgument, type WorkerAnswer } from '../worker-messages.js';

// Ctrl+C and a closed terminal reach the whole process group; the program itself decides when its
// workers end.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
if (process.argv.includes(drainsArgument)) process.on('SIGTERM', () => {});
else endOnSignals(['SIGTERM']);
// Nobody waits for the results any more; while a job computes, only another thread can notice that.
endWithParent();
process.on('disconnect', () => process.exit(1));

let embedder: Embedder | undefined;
/** Jobs after which hardly anything is compiled anew: then the code is kept for the workers of the next batch. */
const jobsToLearn = 3;
let jobsDone = 0;

process.on('message', (sent) => {
  void answer(sent).then((reply) => {
    const isJob = reply.kind === 'ended' || reply.kind === 'answered';
    // Before the answer: after its last one, a worker is ended.
    if (isJob && ++jobsDone === jobsToLearn) keepCode();
    send(reply);
  });
});

async function answer(sent: unknown): Promise<WorkerAnswer> {
  const order = parseWorkerOrder(sent);
  if (order.kind === 'load') {
    try {
      await embedder?.close();
      embedder = undefined;
      embedder = await loadChosenModel(order.model);
      return { kind: 'loaded' };
    } catch (error) {
      return { kind: 'not-loaded', error: errorOf(error) };
    }
  }
  send({ kind: 'begun' });
  try {
    if (embedder === undefined) throw new TypeError('asked to run a job before a model was loaded');
    if (order.kind === 'answer')
      return { kind: 'answered', answer: await answerJob(order.order, order.texts, embedder) };
    return { kind: 'ended', result: await runJob(order.order, embedder, { store: jobStore }) };
  } catch (error) {
    const result = failure(order.order.job.id, error);
    return order.kind === 'answer'
      ? { kind: 'answered', answer: { result, output: '' } }
      : { kind: 'ended', result };
  }
}

function send(reply: WorkerAnswer): void {
  process.send?.(reply);
}
