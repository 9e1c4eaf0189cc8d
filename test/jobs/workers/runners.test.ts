import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ModelChoice } from '../../../src/pipeline/chosen-model.js';
import { pooledRunner } from '../../../src/jobs/workers/runners.js';
import type { WorkerAnswer, WorkerOrder } from '../../../src/jobs/worker-messages.js';
import { finished, jobOf, orderOf } from '../job-fixture.js';

/** What every worker was asked to do, worker by worker; `killed` at its end. */
const workers = vi.hoisted((): string[][] => []);

vi.mock('../../../src/jobs/workers/worker-process.js', async (original) => {
  class FakeWorker {
    readonly #log: string[] = [];
    isAlive = true;

    constructor() {
      workers.push(this.#log);
    }

    ask(order: WorkerOrder): Promise<WorkerAnswer> {
      if (order.kind === 'load') {
        const name = order.model.model ?? 'bundled';
        this.#log.push(`load ${name}`);
        return Promise.resolve(
          name === 'missing'
            ? {
                kind: 'not-loaded',
                error: { code: 'model-not-found', message: 'not there', exitCode: 69, hint: null },
              }
            : { kind: 'loaded' },
        );
      }
      const { id } = order.order.job;
      this.#log.push(id);
      return Promise.resolve({ kind: 'ended', result: finished(id) });
    }

    kill(): Promise<void> {
      if (this.isAlive) this.#log.push('killed');
      this.isAlive = false;
      return Promise.resolve();
    }
  }
  return { ...(await original<object>()), WorkerProcess: FakeWorker };
});

beforeEach(() => void workers.splice(0));

const orderWith = (id: string, model: string | null, cache = true) => ({
  ...orderOf(jobOf(id)),
  model: { model, cache } satisfies ModelChoice,
});

describe('a worker whose next job names another model', () => {
  test('loads it in place of the bundled one', async () => {
    const runner = await pooledRunner(1);
    await runner.run(orderWith('first', null));
    await runner.run(orderWith('second', 'other'));
    await runner.run(orderWith('third', 'other'));
    expect(workers).toEqual([['load bundled', 'first', 'load other', 'second', 'third']]);
  });

  test('is replaced if it has another than the bundled one, whose memory only its end frees', async () => {
    const runner = await pooledRunner(1);
    await runner.run(orderWith('first', 'other'));
    await runner.run(orderWith('second', null));
    expect(workers).toEqual([
      ['load bundled', 'load other', 'first', 'killed'],
      ['load bundled', 'second'],
    ]);
  });

  test('loads nothing for the bundled model by its name or without kept vectors', async () => {
    const runner = await pooledRunner(1);
    await runner.run(orderWith('first', 'paralign-small'));
    await runner.run(orderWith('second', null, false));
    expect(workers).toEqual([['load bundled', 'first', 'second']]);
  });

  test('fails the job if the model cannot be loaded, and runs the next one with its own', async () => {
    const runner = await pooledRunner(1);
    const failed = await runner.run(orderWith('first', 'missing'));
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'model-not-found' } });
    await runner.run(orderWith('second', null));
    expect(workers).toEqual([
      ['load bundled', 'load missing', 'killed'],
      ['load bundled', 'second'],
    ]);
  });
});
