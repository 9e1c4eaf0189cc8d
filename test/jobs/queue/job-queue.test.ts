import { describe, expect, test } from 'vitest';
import {
  failedReason,
  parseFailure,
  parseQueuedJob,
  parseQueuedResult,
  queuedId,
} from '../../../src/jobs/queue/job-queue.js';
import { failed, finished, jobOf, orderOf } from '../job-fixture.js';

const order = orderOf(jobOf('a'));

describe('a job in the queue', () => {
  test('is named by its content, whatever was known of it before', () => {
    const id = queuedId({ version: '1', order });
    expect(id).toMatch(/^j[0-9a-f]{40}$/);
    const before = finished('a').finished;
    expect(queuedId({ version: '1', order: { ...order, resume: true, before } })).toBe(id);
    const others = [
      { version: '2', order },
      { version: '1', order: { ...order, output: '/elsewhere/a.csv' } },
      { version: '1', order: orderOf(jobOf('b')) },
    ];
    expect(new Set([id, ...others.map(queuedId)]).size).toBe(4);
  });

  test('is read as it was written, and nothing else is one', () => {
    const job = { version: '1', order };
    expect(parseQueuedJob(JSON.parse(JSON.stringify(job)))).toEqual(job);
    for (const wrong of [null, {}, { version: '1', order: { ...order, output: 5 } }])
      expect(() => parseQueuedJob(wrong)).toThrow();
  });

  test('has a result, or an error that goes through the queue whole', () => {
    expect(parseQueuedResult(JSON.stringify(finished('a')))).toEqual(finished('a'));
    const result = failed('a');
    if (result.status !== 'failed') throw new Error();
    expect(parseFailure(failedReason(result.error))).toEqual(result.error);
    expect(parseFailure('said by the queue')).toMatchObject({
      code: 'internal',
      message: 'said by the queue',
    });
  });
});
