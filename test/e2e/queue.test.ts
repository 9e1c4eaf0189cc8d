import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../seeded-random.js';
import { cleanEnvironment, paralign, program, scratch } from './program.js';
import {
  differing,
  end,
  filesOf,
  freePort,
  hasRedis,
  makeDocuments,
  RedisServer,
  runFaultTrial,
} from './queue-faults.js';

const isSkipped = !hasRedis && process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

describe('the address of a queue', () => {
  test('is named without its password where nothing answers', async () => {
    const port = await freePort();
    const env = { PARALIGN_QUEUE: `redis://user:geheim@127.0.0.1:${port}` };
    const run = await paralign(['queue', 'status'], { env });
    expect(run.code).toBe(74);
    expect(run.err).toContain(`redis://127.0.0.1:${port} cannot be used`);
    expect(run.err + run.out).not.toContain('geheim');
  });

  test('has no password on the command line', async () => {
    const run = await paralign(['queue', 'status', '--queue', 'redis://:geheim@127.0.0.1:1']);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(/PARALIGN_QUEUE/)]);
    expect(run.err).not.toContain('geheim');
  });
});

describe.skipIf(isSkipped)('a queue whose server is being started', () => {
  test('is waited for by those that come first', async () => {
    const server = new RedisServer(scratch(), await freePort());
    const early = paralign(['queue', 'status', '--json', '--queue', server.url]);
    await delay(1000);
    await server.start();
    try {
      expect(await early).toMatchObject({ code: 0, err: '' });
    } finally {
      await server.kill();
    }
  });
});

describe.skipIf(isSkipped)('a queue on Redis (redis-server)', () => {
  const folder = scratch();
  let server: RedisServer;
  let documents: [string, string];
  const started: ChildProcess[] = [];
  const start = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    started.push(child);
    return child;
  };
  const worker = async (...args: string[]): Promise<ChildProcess> => {
    const child = start('worker', '--queue', server.url, '--jobs', '1', ...args);
    if (child.stderr) await once(child.stderr, 'data');
    child.stderr?.resume();
    return child;
  };
  const batch = (out: string, ...args: string[]) =>
    paralign(['batch', ...documents, '--out', out, '--lang', 'en,es', ...args], { cwd: folder });

  beforeAll(async () => {
    documents = makeDocuments(folder, 60);
    server = new RedisServer(join(folder, 'redis'), await freePort());
    await server.start();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((child) => end(child, 'SIGKILL')));
  });
  afterAll(() => server.kill());

  test('gives the files, the report and the exit code of a batch without one', async () => {
    writeFileSync(
      join(folder, 'jobs.csv'),
      'id,source_a,source_b\na,en/d0.txt,es/d0.txt\nmissing,en/d0.txt,nope.txt\nb,en/d1.txt,es/d1.txt\n',
    );
    await worker();
    const run = (out: string, ...args: string[]) =>
      paralign(['batch', 'jobs.csv', '--out', out, '--lang', 'en,es', ...args], { cwd: folder });
    const alone = await run('alone');
    const queued = await run('queued', '--queue', server.url);
    expect([queued.code, queued.out]).toEqual([alone.code, alone.out]);
    expect(queued.err).toBe(alone.err.replaceAll('alone', 'queued'));
    const files = (out: string) => filesOf(join(folder, out));
    expect(differing(files('alone'), files('queued'))).toEqual([]);

    const status = await paralign(['queue', 'status', '--queue', server.url, '--json']);
    expect(JSON.parse(status.out)).toMatchObject({
      jobs: { waiting: 0, running: 0, later: 0, failed: 1 },
      batches: [{ folder: join(folder, 'queued'), jobs: 3, done: 2, failed: 1 }],
      failures: [{ id: 'missing', code: 'file-not-found', attempts: 1 }],
    });
    // A failure that was set aside does not stand in the way of another attempt.
    expect((await run('queued', '--queue', server.url)).code).toBe(1);
  });

  test('is in no other database than the one that was named', async () => {
    const named = await paralign(['queue', 'status', '--queue', `${server.url}/3`]);
    expect([named.code, named.err]).toEqual([0, '']);
    const missing = await paralign(['queue', 'status', '--queue', `${server.url}/99`]);
    expect(missing.code).toBe(74);
    expect(missing.err).toContain('DB index is out of range');
  });

  test('finishes its jobs on SIGTERM, and takes no others', async () => {
    const first = await worker();
    const running = batch('drained', '--queue', server.url);
    await untilDone('drained');
    first.kill('SIGTERM');
    const [code] = (await once(first, 'exit')) as [number];
    expect(code).toBe(143);
    const { jobs } = await status();
    expect(jobs.running).toBe(0);
    await worker();
    expect((await running).code).toBe(0);
  });

  test('lets a worker without a job end on SIGTERM while it is away', async () => {
    const away = new RedisServer(join(folder, 'redis-away'), await freePort());
    await away.start();
    const child = start('worker', '--queue', away.url, '--jobs', '1');
    if (child.stderr) await once(child.stderr, 'data');
    const redis = new Redis(away.port);
    // One connection is the test's, one waits for jobs.
    while (
      String(await redis.client('LIST'))
        .trim()
        .split('\n').length < 3
    )
      await delay(10);
    redis.disconnect();
    await away.kill();
    // It says that it waits for the server.
    if (child.stderr) await once(child.stderr, 'data');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(143);
  });

  test('takes over the job of a killed worker within ten seconds, however often', async () => {
    const redis = new Redis(server.port);
    const [en, es] = makeDocuments(join(folder, 'long'), 1, 500);
    let child = await worker();
    const running = paralign(
      ['batch', en, es, '--out', 'taken-over', '--lang', 'en,es', '--queue', server.url],
      { cwd: folder },
    );
    // BullMQ counts how often a worker has taken a job.
    const taken = async (): Promise<number> => {
      const [id] = await redis.lrange('bull:paralign:active', 0, 0);
      return id === undefined ? 0 : Number(await redis.hget(`bull:paralign:${id}`, 'ats'));
    };
    for (let kill = 1; kill <= 3; kill++) {
      while ((await taken()) < kill) await delay(10);
      await end(child, 'SIGKILL');
      child = await worker();
      const ready = performance.now();
      while ((await taken()) <= kill) await delay(10);
      expect(performance.now() - ready).toBeLessThan(10_000);
    }
    redis.disconnect();
    expect((await running).code).toBe(0);
    expect(reportOf('taken-over').summary).toMatchObject({ done: 1, failed: 0 });
  });

  test('is waited for while it is away', async () => {
    await worker();
    const running = batch('away', '--queue', server.url);
    await untilDone('away');
    await server.kill();
    await delay(1500);
    await server.start();
    const run = await running;
    expect(run.code).toBe(0);
    expect(reportOf('away').summary).toMatchObject({ jobs: 60, done: 60, failed: 0, pending: 0 });
  });

  test('is asked again where it has not answered', async () => {
    await worker();
    const running = batch('silent', '--queue', server.url);
    await untilDone('silent');
    process.kill(server.pid, 'SIGSTOP');
    await delay(12_000);
    process.kill(server.pid, 'SIGCONT');
    expect((await running).code).toBe(0);
    expect(reportOf('silent').summary).toMatchObject({ jobs: 60, done: 60, failed: 0, pending: 0 });
  }, 90_000);

  test('gives back what no worker has begun when its batch is interrupted', async () => {
    const child = start(
      ...['batch', ...documents, '--out', 'interrupted', '--queue', server.url, '-q'],
    );
    await untilStatus(({ jobs }) => jobs.waiting === 60);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(130);
    expect((await status()).jobs.waiting).toBe(0);
    expect(reportOf('interrupted').summary).toMatchObject({ pending: 60 });
  });

  interface Status {
    readonly jobs: Record<'waiting' | 'running' | 'failed', number>;
    readonly batches: readonly { readonly folder: string; readonly done: number }[];
  }
  async function status(): Promise<Status> {
    const run = await paralign(['queue', 'status', '--queue', server.url, '--json']);
    return JSON.parse(run.out) as Status;
  }
  async function untilStatus(is: (status: Status) => boolean): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      if (is(await status())) return;
      await delay(20);
    }
    throw new Error(`the queue stayed as it was: ${JSON.stringify(await status())}`);
  }
  /** Waits until a batch has reported its first results to the queue. */
  const untilDone = (out: string): Promise<void> =>
    untilStatus(({ batches }) =>
      batches.some((own) => own.folder === join(folder, out) && own.done > 0),
    );
  function reportOf(out: string): { readonly summary: Record<string, number> } {
    return JSON.parse(readFileSync(join(folder, out, 'report.json'), 'utf8')) as ReturnType<
      typeof reportOf
    >;
  }
});

describe.skipIf(isSkipped)('a queue whose workers and server are killed', () => {
  test('gives every result once, identical to an undisturbed run', async () => {
    const outcome = await runFaultTrial({
      program,
      folder: scratch(),
      jobs: 200,
      kills: 6,
      workers: 2,
      random: seededRandom(5),
      env: cleanEnvironment(),
      pause: 600,
    });
    expect([outcome.code, outcome.err]).toEqual([0, '']);
    expect(outcome.workersKilled + outcome.serversKilled).toBeGreaterThan(2);
    expect(differing(outcome.undisturbed, outcome.disturbed)).toEqual([]);
  });
});
