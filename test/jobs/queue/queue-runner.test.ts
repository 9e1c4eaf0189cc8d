import { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { queuedId } from '../../../src/jobs/queue/job-queue.js';
import { parseQueueAddress } from '../../../src/jobs/queue/queue-address.js';
import { queueRunner } from '../../../src/jobs/queue/queue-runner.js';
import { version } from '../../../src/platform/version.js';
import { freePort, hasRedis, RedisServer } from '../../e2e/queue-faults.js';
import { finished, jobOf, orderOf } from '../job-fixture.js';

const isSkipped = !hasRedis && process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

test.skipIf(isSkipped)(
  'a job that succeeded after a failed attempt is done, also where that was not heard (redis-server)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paralign-runner-'));
    const server = new RedisServer(folder, await freePort());
    await server.start();
    const redis = new Redis(server.port);
    const runner = await queueRunner(parseQueueAddress(server.url, '--queue'), {
      folder,
      jobs: 1,
      failFast: false,
    });
    try {
      const order = orderOf(jobOf('a'));
      const key = `bull:paralign:${queuedId({ version, order })}`;
      const running = runner.run(order);
      while ((await redis.exists(key)) === 0) await delay(10);
      // Its worker tells nobody, and the connection of the batch breaks: it looks.
      const value = JSON.stringify(finished('a'));
      await redis.hset(key, { failedReason: 'busy', returnvalue: value, finishedOn: 1 });
      await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      expect(await running).toEqual(finished('a'));
    } finally {
      await runner.close();
      redis.disconnect();
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  30_000,
);
