import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openQueue, queuedId } from '../../../src/jobs/queue/job-queue.js';
import { parseQueueAddress } from '../../../src/jobs/queue/queue-address.js';
import { serveQueue } from '../../../src/jobs/queue/serve-queue.js';
import { startKeeping } from '../../../src/platform/start/keep-code.js';
import { version } from '../../../src/platform/version.js';
import type { JobOrder, JobResult } from '../../../src/jobs/job.js';
import { freePort, hasRedis, RedisServer } from '../../e2e/queue-faults.js';
import { finished, jobOf, orderOf } from '../job-fixture.js';

const prefix = 'bull:paralign:';
const idOf = (id: string): string => queuedId({ version, order: orderOf(jobOf(id)) });

const isSkipped = !hasRedis && process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

describe.skipIf(isSkipped)('a worker on a queue (redis-server)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-serve-'));
  let server: RedisServer;
  let redis: Redis;
  const closing: (() => unknown)[] = [];
  const address = (port: number) => parseQueueAddress(`redis://127.0.0.1:${port}`, '--queue');

  beforeAll(async () => {
    server = new RedisServer(folder, await freePort());
    await server.start();
    redis = new Redis(server.port, { maxRetriesPerRequest: null });
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await redis.flushall();
  });
  afterAll(async () => {
    redis.disconnect();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('takes jobs also if a connection is lost while it is being made', async () => {
    await add(['a', 'b']);
    const port = await flakyProxy(server.port, 2);
    const { done } = serve({ port });
    await until(() => done.length === 2);
    expect(done.sort()).toEqual(['a', 'b']);
  });

  test('gives back what it has taken and not begun when it is stopped; what it has learnt to run is kept', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `d${index}`);
    await add(ids);
    const run = async ({ job }: JobOrder): Promise<JobResult> => {
      await delay(20);
      return finished(job.id);
    };
    const keep = vi.fn();
    startKeeping('worker', { keep });
    const first = serve({ run });
    // Short jobs: it holds more than it has lanes.
    await until(async () => first.done.length > 5 && (await redis.llen(`${prefix}active`)) > 5);
    await first.close();
    expect(first.done.length).toBeLessThan(60);
    expect(await redis.llen(`${prefix}active`)).toBe(0);
    expect(await redis.llen(`${prefix}wait`)).toBe(60 - first.done.length);
    const second = serve({ run });
    await until(async () => (await redis.zcard(`${prefix}completed`)) === 60);
    expect([...first.done, ...second.done].sort()).toEqual(ids.sort());
    expect(keep).toHaveBeenCalled();
    const starts = await Promise.all(
      ids.map((id) => redis.hmget(`${prefix}${idOf(id)}`, 'atm', 'stc')),
    );
    expect(starts.every(([tries, deaths]) => tries === '1' && deaths === null)).toBe(true);
  });

  test('lets a job find the result that its dead worker has written', async () => {
    await add(['new', 'taken over']);
    await redis.hset(`${prefix}${idOf('taken over')}`, 'stc', 1);
    const resumed = new Map<string, boolean>();
    const { done } = serve({
      run: async ({ job, resume }) => {
        resumed.set(job.id, resume);
        return finished(job.id);
      },
    });
    await until(() => done.length === 2);
    expect([...resumed]).toEqual([
      ['new', false],
      ['taken over', true],
    ]);
  });

  /** Puts jobs into the queue. */
  async function add(ids: readonly string[]): Promise<void> {
    const queue = openQueue(redis);
    await queue.addBulk(
      ids.map((id) => {
        const data = { version, order: orderOf(jobOf(id)) };
        return { name: id, data, opts: { jobId: queuedId(data) } };
      }),
    );
    await queue.close();
  }

  /** Starts a worker of one lane. */
  function serve({
    port = server.port,
    run = async ({ job }: JobOrder): Promise<JobResult> => finished(job.id),
  } = {}) {
    const stop = new AbortController();
    const done: string[] = [];
    const ended = serveQueue(address(port), {
      runner: { lanes: 1, run },
      signal: stop.signal,
      onEnd: (result) => {
        if (result.status !== 'failed') done.push(result.finished.id);
      },
    });
    const close = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    closing.push(close);
    return { done, close };
  }

  /** A port that leads to another, but for one connection, which is cut as soon as it is made. */
  async function flakyProxy(port: number, cut: number): Promise<number> {
    let count = 0;
    const sockets = new Set<Socket>();
    const proxy: Server = createServer((near) => {
      count += 1;
      if (count === cut) return near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    closing.push(() => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    });
    const bound = proxy.address();
    return typeof bound === 'object' && bound !== null ? bound.port : 0;
  }
});

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await is()) return;
    await delay(20);
  }
  throw new Error('it did not come');
}
