import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addJobs } from '../../../src/jobs/queue/add-jobs.js';
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
    const run = after(20);
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

  test('asks the queue far less often than it has short jobs, and loses none', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `d${index}`);
    await add(ids);
    await redis.config('RESETSTAT');
    const { done } = serve({ run: after(5) });
    await until(async () => (await redis.zcard(`${prefix}completed`)) === 100);
    expect(done.sort()).toEqual(ids.sort());
    const calls = /cmdstat_evalsha:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1];
    expect(Number(calls)).toBeLessThan(60);
  });

  test('gives no result of a job that another has by now, but those beside it', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `d${index}`);
    await add(ids);
    serve({
      run: async (order) => {
        if (order.job.id === 'd7') await redis.set(`${prefix}${idOf('d7')}:lock`, 'another');
        return after(5)(order);
      },
    });
    await until(async () => (await redis.zcard(`${prefix}completed`)) === 9);
    expect(await redis.lrange(`${prefix}active`, 0, -1)).toEqual([idOf('d7')]);
    expect(await redis.hget(`${prefix}${idOf('d7')}`, 'returnvalue')).toBeNull();
  });

  test('lets a job that has failed by what may pass wait again after its pause, also while it has others', async () => {
    await add(Array.from({ length: 300 }, (_, index) => `d${index}`));
    const error = { code: 'io', message: 'the disk is away', exitCode: 74, hint: null } as const;
    const { done } = serve({
      run: async (order) => {
        const { id } = order.job;
        return id === 'd3' ? { status: 'failed', id, error } : after(20)(order);
      },
    });
    const paused = (): Promise<number> => redis.zcard(`${prefix}delayed`);
    await until(async () => (await paused()) === 1);
    await until(async () => (await paused()) === 0);
    expect(done.length).toBeLessThan(299);
    expect(await redis.lrange(`${prefix}wait`, 0, 0)).toEqual([idOf('d3')]);
  });

  test('keeps the last 8,000 results', async () => {
    const old = Array.from({ length: 8000 }, (_, index) => `old${index}`);
    await redis.zadd(`${prefix}completed`, ...old.flatMap((id, index) => [index, id]));
    await redis.hset(`${prefix}old0`, 'name', 'old');
    await add(['new']);
    const { done } = serve();
    await until(() => done.length === 1);
    await until(async () => (await redis.zscore(`${prefix}completed`, idOf('new'))) !== null);
    expect(await redis.zcard(`${prefix}completed`)).toBe(8000);
    expect(await redis.exists(`${prefix}old0`)).toBe(0);
  });

  /** Runs a job for this time, in ms. */
  const after =
    (time: number) =>
    async ({ job }: JobOrder): Promise<JobResult> => {
      await delay(time);
      return finished(job.id);
    };

  /** Puts jobs into the queue. */
  async function add(ids: readonly string[]): Promise<void> {
    const queue = openQueue(redis);
    const jobs = ids.map((name) => {
      const data = { version, order: orderOf(jobOf(name)) };
      return { id: queuedId(data), name, data };
    });
    await addJobs(redis, queue, jobs);
    // What is there stays as it is.
    await addJobs(redis, queue, jobs.slice(0, 1));
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
