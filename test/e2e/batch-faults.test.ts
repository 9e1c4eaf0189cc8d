/** Batches whose workers die, hang, or meet another batch. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../seeded-random.js';
import { cleanEnvironment, paralign, program, scratch } from './program.js';
import { childrenOf, isRunning, until } from './waiting.js';

const folder = scratch();
const file = (name: string) => join(folder, name);
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

beforeAll(() => {
  for (const [name, lines] of [
    ['en', ['The dog sleeps.', 'It rains in the city.', 'The cat eats fish.']],
    ['es', ['El perro duerme.', 'Llueve en la ciudad.', 'El gato come pescado.']],
  ] as const) {
    mkdirSync(file(name));
    for (const id of ids)
      writeFileSync(
        file(`${name}/${id}.txt`),
        `${lines.map((line) => line.replace('.', ` ${id}.`)).join('\n')}\n`,
      );
  }
  writeFileSync(
    file('jobs.csv'),
    `id,source_a,source_b\n${ids.map((id) => `${id},en/${id}.txt,es/${id}.txt\n`).join('')}`,
  );
});

const batchArgs = (out: string, ...more: string[]) => [
  'batch',
  'jobs.csv',
  '--out',
  out,
  '--lang',
  'en,es',
  ...more,
];
const batch = (out: string, ...more: string[]) =>
  paralign(batchArgs(out, ...more), { cwd: folder });

interface Report {
  readonly summary: Record<string, number>;
  readonly jobs: readonly {
    readonly id: string;
    readonly status: string;
    readonly error?: { readonly code: string; readonly message: string };
  }[];
}
const reportOf = (out: string) =>
  JSON.parse(readFileSync(file(`${out}/report.json`), 'utf8')) as Report;
const results = (out: string) =>
  ids.map((id) =>
    existsSync(file(`${out}/${id}.csv`)) ? readFileSync(file(`${out}/${id}.csv`), 'utf8') : null,
  );
const hidden = (out: string) =>
  readdirSync(file(out)).filter((name) => name.startsWith('.') && name !== '.paralign-jobs.jsonl');

/** Node options that run `code` in the workers: `message` is what a worker is asked. */
function inWorkers(name: string, code: string): Record<string, string> {
  // Not by listening: a listener that comes before the worker's own takes its messages away.
  writeFileSync(
    file(name),
    `import { writeFileSync } from 'node:fs';\n` +
      `const { emit } = process;\nprocess.emit = function (event, message, ...rest) {\n` +
      `  const id = event === 'message' ? message?.order?.job.id : undefined;\n  ${code}\n` +
      `  return emit.call(process, event, message, ...rest);\n};\n`,
  );
  return { NODE_OPTIONS: `--import=${new URL(`file://${file(name)}`).href}` };
}

/** Node options with which a worker computes for ever in job `c`, and a wait for the moment when it does. */
function hangingIn(out: string): { env: Record<string, string>; hangs(): Promise<void> } {
  const sign = file(`${out}.hangs`);
  return {
    env: inWorkers(
      `${out}.mjs`,
      `if (id === 'c') { writeFileSync(${JSON.stringify(sign)}, ''); for (;;); }`,
    ),
    hangs: () => until(`a worker hangs in ${out}`, () => existsSync(sign)),
  };
}

/** A batch that runs while the test goes on, in a process group of its own. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    detached: true,
    env: cleanEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  let out = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  const ended = new Promise<{ code: number | null; err: string; out: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, err, out })),
  );
  return { child, ended };
}

let whole: (string | null)[] = [];
beforeAll(async () => {
  expect((await batch('whole', '--jobs', '1')).code).toBe(0);
  whole = results('whole');
});

describe('a worker that dies costs its job and is replaced', () => {
  test('by a signal, a bad memory access, an exit or an uncaught error', async () => {
    const env = inWorkers(
      'dying.mjs',
      `if (id === 'a') process.kill(process.pid, 'SIGKILL');
       if (id === 'c') process.kill(process.pid, 'SIGSEGV');
       if (id === 'd') process.exit(3);
       if (id === 'f') throw new Error('oh no');`,
    );
    const run = await paralign(batchArgs('died', '--jobs', '1'), { cwd: folder, env });
    expect(run.code).toBe(1);
    const { jobs, summary } = reportOf('died');
    expect(summary).toMatchObject({ done: 2, failed: 4, pending: 0 });
    for (const [index, reason] of [
      [0, /killed \(SIGKILL\)/],
      [2, /SIGSEGV/],
      [3, /exited with 3/],
      [5, /exited with .*oh no/],
    ] as const) {
      expect(jobs[index]?.error?.code).toBe('worker-crashed');
      expect(jobs[index]?.error?.message).toMatch(reason);
    }
    expect(run.err.trim().split('\n')).toHaveLength(5);
    expect((await batch('died', '--resume')).code).toBe(0);
    expect(results('died')).toEqual(whole);
  });

  test("out of memory: reports the reason instead of V8's output", async () => {
    const lines = Array.from({ length: 150_000 }, (_, line) => `Sentence ${line} is here.`);
    writeFileSync(file('long.txt'), lines.join('\n'));
    writeFileSync(
      file('long.csv'),
      'id,source_a,source_b\na,en/a.txt,es/a.txt\nlong,long.txt,es/b.txt\nc,en/c.txt,es/c.txt\n',
    );
    const run = await paralign(
      ['batch', 'long.csv', '--out', 'oom', '--jobs', '1', '--lang', 'en,es'],
      { cwd: folder, nodeFlags: ['--max-old-space-size=90'] },
    );
    expect(run.code).toBe(1);
    expect(reportOf('oom').jobs.map(({ status }) => status)).toEqual(['done', 'failed', 'done']);
    expect(run.err).toMatch(/^paralign: long: failed: .*out of memory.*--max-old-space-size/);
    expect(run.err.split('\n')).toHaveLength(3);
  });

  test('while it is idle: no job is lost', async () => {
    const env = inWorkers(
      'after.mjs',
      `if (id === 'b') {
         const { send } = process;
         process.send = (answer) =>
           send.call(process, answer, () => answer.kind === 'ended' && process.exit(9));
       }`,
    );
    const run = await paralign(batchArgs('idle', '--jobs', '1'), { cwd: folder, env });
    expect(run.code).toBe(0);
    expect(results('idle')).toEqual(whole);
  });

  test('a missing model is reported once', async () => {
    for (const jobs of ['1', '2']) {
      const run = await batch('modelless', '--jobs', jobs, '--model', 'nope');
      expect(run.code).toBe(69);
      expect(run.err.split('\n')).toHaveLength(2);
    }
  });
});

describe('a worker that hangs', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it', async (signal) => {
    const out = `hung ${signal}`;
    const { env, hangs } = hangingIn(out);
    const { child, ended } = start(batchArgs(out, '--jobs', '1'), env);
    await hangs();
    const workers = childrenOf(child.pid);
    expect(workers).toHaveLength(1);
    child.kill(signal);
    const { code, err } = await ended;
    expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
    expect(err).toMatch(/^2 done, 4 not run/);
    expect(workers.filter(isRunning)).toEqual([]);
    expect(hidden(out)).toEqual([]);
  });

  test('a second signal ends it at once and leaves no worker behind', async () => {
    const { env, hangs } = hangingIn('twice');
    const { child, ended } = start(batchArgs('twice', '--jobs', '1'), env);
    await hangs();
    const workers = childrenOf(child.pid);
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
    await until('the workers end', () => !workers.some(isRunning));
    expect((await batch('twice', '--resume')).code).toBe(0);
    expect(results('twice')).toEqual(whole);
    expect(reportOf('twice').summary).toMatchObject({ done: 4, unchanged: 2 });
  });

  test('a signal to the process group fails no job', async () => {
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
      const out = `group ${signal}`;
      const { env, hangs } = hangingIn(out);
      const { child, ended } = start(batchArgs(out, '--jobs', '1'), env);
      await hangs();
      process.kill(-Number(child.pid), signal);
      await ended;
      expect(reportOf(out).summary).toMatchObject({ failed: 0 });
    }
  });
});

describe('two batches in one folder', () => {
  test('the second one reports who was first', async () => {
    const { env, hangs } = hangingIn('shared');
    const { child, ended } = start(batchArgs('shared', '--jobs', '1'), env);
    await hangs();
    const second = await batch('shared', '--resume');
    expect(second.code).toBe(73);
    expect(second.err).toMatch(
      new RegExp(
        `^paralign: shared: another batch is writing to this folder \\(process ${child.pid} `,
      ),
    );
    const json = await batch('shared', '--json');
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 'in-use' } });
    // A dry run writes nothing.
    expect((await batch('shared', '--dry-run')).code).toBe(0);
    const workers = childrenOf(child.pid);
    child.kill('SIGKILL');
    await ended;
    // They end by themselves, whatever they compute.
    await until('the workers end', () => !workers.some(isRunning));
    expect(workers).toHaveLength(1);
    const third = await batch('shared', '--resume');
    expect(third.code).toBe(0);
    expect(results('shared')).toEqual(whole);
    expect(hidden('shared')).toEqual([]);
  });

  test('only one of many that start at the same time runs', async () => {
    const runs = await Promise.all(Array.from({ length: 4 }, () => batch('crowd', '--jobs', '1')));
    const codes = runs.map(({ code }) => code);
    expect(codes).toContain(0);
    expect(codes.every((code) => code === 0 || code === 73)).toBe(true);
    expect(results('crowd')).toEqual(whole);
    expect(hidden('crowd')).toEqual([]);
  });
});

describe('a disk that fills up, a folder that cannot be written to', () => {
  const limited = (blocks: number, args: readonly string[]) =>
    new Promise<{ code: number | null; err: string }>((resolve) => {
      const child = spawn(
        'bash',
        ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, program, ...args],
        { cwd: folder, env: cleanEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
      );
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
      child.on('close', (code) => resolve({ code, err }));
    });

  // Files end at so many KiB: in the results, in the journal, in the report.
  test.each([0, 1, 2])(
    'at %d KiB: what is there is whole, --resume does the rest',
    async (blocks) => {
      const out = `full ${blocks}`;
      const { code, err } = await limited(blocks, batchArgs(out, '--jobs', '1'));
      expect([1, 74]).toContain(code);
      expect(err).toMatch(/no space left/);
      expect(err).not.toMatch(/bug|EFBIG/);
      expect(hidden(out)).toEqual([]);
      for (const [index, text] of results(out).entries())
        if (text !== null) expect(text).toBe(whole[index]);
      const journal = file(`${out}/.paralign-jobs.jsonl`);
      const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : [''];
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
      expect((await batch(out, '--resume', '--no-clobber')).code).toBe(0);
      expect(results(out)).toEqual(whole);
      const before = readFileSync(file(`${out}/report.json`));
      if ((await limited(blocks, batchArgs(out, '--resume'))).code === 74)
        expect(Buffer.compare(before, readFileSync(file(`${out}/report.json`)))).toBe(0);
    },
  );

  test('is reported before any work', async () => {
    // Nobody can make files in /proc, not even root.
    const run = await batch('/proc/self/fdinfo');
    expect(run.code).toBe(73);
    expect(run.err).toMatch(/^paralign: \/proc\/self\/fdinfo: cannot be written to/);
    // Linux takes paths of 4095 bytes.
    const deep = `${'d'.repeat(99)}/`.repeat(40);
    const tooDeep = deep.slice(0, 4000 - file('').length);
    mkdirSync(file(tooDeep), { recursive: true });
    writeFileSync(file('named.csv'), `id,source_a\na,en/a.txt\n${'n'.repeat(200)},es/a.txt\n`);
    const long = await paralign(['batch', 'named.csv', '--out', tooDeep], { cwd: folder });
    expect(long.code).toBe(73);
    expect(long.err).toMatch(/^paralign: named\.csv:3: the name of the output .* too long/);
    expect(readdirSync(file(tooDeep))).toEqual([]);
  });
});

describe('whatever happens', () => {
  test('signals at any moment: --resume ends where an undisturbed run does', async () => {
    const random = seededRandom(15);
    const signals = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const;
    for (const signal of signals) {
      const { child, ended } = start(batchArgs('any', '--jobs', '2', '--resume', '--no-clobber'));
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 1500));
      child.kill(signal);
      const { code } = await ended;
      expect([null, 0, 129, 130, 143]).toContain(code);
      for (const [index, text] of results('any').entries())
        if (text !== null) expect(text).toBe(whole[index]);
    }
    expect((await batch('any', '--resume', '--no-clobber')).code).toBe(0);
    expect(results('any')).toEqual(whole);
    expect(hidden('any')).toEqual([]);
  });

  test('a clock that runs backwards changes nothing', async () => {
    writeFileSync(
      file('clock.mjs'),
      `let now = 9e11;\nDate.now = () => (now -= 86_400_000);\n` +
        `const Real = Date;\nglobalThis.Date = class extends Real {\n` +
        `  constructor(...given) { if (given.length === 0) super(Real.now()); else super(...given); }\n};\n`,
    );
    const env = { NODE_OPTIONS: `--import=${new URL(`file://${file('clock.mjs')}`).href}` };
    const run = await paralign(batchArgs('clock', '--jobs', '1'), { cwd: folder, env });
    expect(run.code).toBe(0);
    for (const name of ['report.json', '.paralign-jobs.jsonl'])
      expect(readFileSync(file(`clock/${name}`), 'utf8')).toBe(
        readFileSync(file(`whole/${name}`), 'utf8'),
      );
    expect(results('clock')).toEqual(whole);
    const again = await paralign(batchArgs('clock', '--resume'), { cwd: folder, env });
    expect(again.code).toBe(0);
    expect(reportOf('clock').summary).toMatchObject({ unchanged: 6 });
  });

  test('a source that changed between two runs is aligned again', async () => {
    const path = file('en/f.txt');
    const before = readFileSync(path, 'utf8');
    expect((await batch('edited')).code).toBe(0);
    writeFileSync(path, `${before}We go home.\n`);
    expect((await batch('edited', '--resume', '--no-clobber')).code).toBe(0);
    expect(reportOf('edited').summary).toMatchObject({ done: 1, unchanged: 5 });
    writeFileSync(path, before);
    expect((await batch('edited', '--resume', '--no-clobber')).code).toBe(0);
    expect(results('edited')).toEqual(whole);
  });
});
