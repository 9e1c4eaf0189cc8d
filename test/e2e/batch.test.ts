import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, paralign, program, type Run, scratch } from './program.js';
import { childrenOf, isRunning, until } from './waiting.js';

const folder = scratch();
const file = (name: string) => join(folder, name);
const english = ['The dog sleeps.', 'It rains in the city.', 'The cat eats fish.', 'We go home.'];
const spanish = [
  'El perro duerme.',
  'Llueve en la ciudad.',
  'El gato come pescado.',
  'Vamos a casa.',
];

/** Folders en/ and es/ with `count` short documents, each with its number in it. */
function makeDocuments(count: number): void {
  for (const [name, lines] of [
    ['en', english],
    ['es', spanish],
  ] as const) {
    mkdirSync(file(name), { recursive: true });
    for (let index = 0; index < count; index++)
      writeFileSync(
        file(`${name}/doc${index}.txt`),
        `${lines.map((line) => line.replace('.', ` ${index}.`)).join('\n')}\n`,
      );
  }
}

interface Report {
  readonly summary: Record<string, number>;
  readonly jobs: readonly {
    id: string;
    status: string;
    pairs?: number;
    error?: { code: string };
  }[];
}
const reportOf = (out: string) =>
  JSON.parse(readFileSync(file(`${out}/report.json`), 'utf8')) as Report;
const outputs = (out: string) =>
  new Map(
    readdirSync(file(out))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(file(`${out}/${name}`), 'utf8')] as const),
  );
const batch = (...args: string[]) =>
  paralign(['batch', ...args, '--lang', 'en,es'], { cwd: folder });

beforeAll(() => makeDocuments(12));

describe('batch over a manifest', () => {
  let run: Run;
  beforeAll(async () => {
    symlinkSync('es/doc1.txt', file('linked.txt'));
    writeFileSync(
      file('jobs.csv'),
      'id,source_a,source_b,lang_b\n' +
        'plain,en/doc0.txt,es/doc0.txt,\n' +
        'missing,en/doc0.txt,nope.txt,es\n' +
        'link,en/doc1.txt,linked.txt,es\n',
    );
    run = await batch('jobs.csv', '--out', 'out');
  });

  test('a failing job does not stop the others, but sets the exit code', () => {
    expect(run.code).toBe(1);
    expect(reportOf('out')).toMatchObject({
      summary: { jobs: 3, done: 2, failed: 1, unchanged: 0, pending: 0 },
      jobs: [
        { id: 'plain', status: 'done' },
        { id: 'missing', status: 'failed', error: { code: 'file-not-found' } },
        { id: 'link', status: 'done' },
      ],
    });
  });

  test('one line per job: results on stdout, failures on stderr', () => {
    expect(run.out).toMatch(/^plain: en es, .*\nlink: en es, .*\n$/);
    expect(run.err).toMatch(
      /^paralign: missing: failed: .*nope\.txt: no such file\n2 done, 1 failed/,
    );
  });

  test('writes DIR/ID.csv, as align would', async () => {
    const alone = await paralign(['align', 'en/doc0.txt', 'es/doc0.txt', '--lang', 'en,es'], {
      cwd: folder,
    });
    // Sources are called by file name when the names differ; here both are doc0.txt.
    expect(outputs('out').get('plain.csv')).toBe(alone.out);
    expect([...outputs('out').keys()].sort()).toEqual(['link.csv', 'plain.csv']);
  });

  test('reads the manifest from stdin, relative to the current folder', async () => {
    const piped = await paralign(['batch', '-', '--out', 'piped', '--json', '--lang', 'en,es'], {
      cwd: folder,
      input: '{"id":"x","source_a":"en/doc0.txt","source_b":"es/doc0.txt"}\n',
    });
    expect(piped.code).toBe(0);
    expect(JSON.parse(piped.out)).toMatchObject({ jobs: [{ id: 'x', status: 'done' }] });
    expect(piped.err).toBe('');
    expect(outputs('piped').get('x.csv')).toBe(outputs('out').get('plain.csv'));
  });

  test('--dry-run lists the jobs and does nothing', async () => {
    const dry = await batch('jobs.csv', '--out', 'dry', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.out.split('\n')[0]).toBe(
      `plain.csv: ${file('en/doc0.txt')}, ${file('es/doc0.txt')}`,
    );
    expect(existsSync(file('dry'))).toBe(false);
  });

  test('--dry-run --resume marks what would be skipped', async () => {
    writeFileSync(
      file('jobs2.csv'),
      `${readFileSync(file('jobs.csv'), 'utf8')}more,en/doc2.txt,es/doc2.txt,\n`,
    );
    const dry = await batch('jobs2.csv', '--out', 'out', '--dry-run', '--resume');
    expect(dry.code).toBe(0);
    expect(dry.out.split('\n').map((line) => line.endsWith(' (unchanged)'))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    const json = await batch('jobs2.csv', '--out', 'out', '--dry-run', '--resume', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      jobs: [{ id: 'plain', unchanged: true }, { id: 'missing', unchanged: false }, {}, {}],
    });
  });

  test('--fail-fast stops at the first failure', async () => {
    const stopped = await batch('jobs.csv', '--out', 'fast', '--fail-fast', '--jobs', '1');
    expect(stopped.code).toBe(1);
    expect(reportOf('fast').jobs.map(({ status }) => status)).toEqual([
      'done',
      'failed',
      'pending',
    ]);
    expect(stopped.err).toContain('1 not run');
  });

  test.each([
    ['a broken line', 'id,source_a,source_b\nx,en/doc0.txt\n', 65, /broken\.csv:2: /],
    ['an id that leaves the folder', 'id,source_a\n../x,en/doc0.txt\n', 65, /broken\.csv:2: /],
    ['the report overwritten', 'id,source_a\nreport,en/doc0.txt\n', 65, /broken\.csv:2: .*report/],
  ])('%s: nothing is done', async (_name, manifest, exitCode, message) => {
    writeFileSync(file('broken.csv'), manifest);
    const broken = await batch('broken.csv', '--out', 'untouched', '--format', 'json');
    expect(broken.code).toBe(exitCode);
    expect(broken.err).toMatch(message);
    expect(existsSync(file('untouched'))).toBe(false);
  });

  test('an output folder that is a file is refused', async () => {
    writeFileSync(file('taken'), '');
    const refused = await batch('jobs.csv', '--out', 'taken');
    expect(refused.code).toBe(73);
    expect(refused.err).toMatch(/^paralign: taken: the folder cannot be created/);
  });

  test('a wrong option is reported once, before any work', async () => {
    const wrong = await paralign(['batch', 'jobs.csv', '--out', 'no', '--lang', 'Q=es'], {
      cwd: folder,
    });
    expect(wrong.code).toBe(2);
    expect(existsSync(file('no'))).toBe(false);
  });
});

describe('batch over folders, with workers', () => {
  let run: Run;
  beforeAll(async () => {
    run = await batch('en', 'es', '--out', 'two', '--jobs', '2');
  });

  test('gives the same bytes and the same report as one process', async () => {
    expect(run.code).toBe(0);
    expect(outputs('two').size).toBe(12);
    const single = await batch('en', 'es', '--out', 'one', '--jobs', '1');
    expect(single.out).toBe(run.out);
    expect(outputs('one')).toEqual(outputs('two'));
    expect(readFileSync(file('one/report.json'), 'utf8')).toBe(
      readFileSync(file('two/report.json'), 'utf8'),
    );
  });

  test('--resume does only what is missing or changed', async () => {
    const before = statSync(file('two/doc3.csv')).mtimeMs;
    writeFileSync(file('en/doc5.txt'), 'Something else entirely 5.\nThe cat eats fish 5.\n');
    rmSync(file('two/doc7.csv'));
    writeFileSync(file('two/doc8.csv'), 'damaged');
    const resumed = await batch('en', 'es', '--out', 'two', '--jobs', '2', '--resume');
    expect(resumed.code).toBe(0);
    const redone = reportOf('two').jobs.filter(({ status }) => status === 'done');
    expect(redone.map(({ id }) => id).sort()).toEqual(['doc5', 'doc7', 'doc8']);
    expect(statSync(file('two/doc3.csv')).mtimeMs).toBe(before);
    expect(outputs('two').get('doc7.csv')).toBe(outputs('one').get('doc7.csv'));
    expect(outputs('two').get('doc8.csv')).toBe(outputs('one').get('doc8.csv'));
    const other = await batch(
      'en',
      'es',
      '--out',
      'two',
      '--jobs',
      '2',
      '--resume',
      '--pairs-only',
    );
    expect(other.code).toBe(0);
    expect(reportOf('two').summary).toMatchObject({ done: 12, unchanged: 0 });
  });
});

test('what filters leave out of the outputs is said of each job and of all', async () => {
  const run = await batch('en', 'es', '--out', 'filtered', '--min-quality', '1', '--jobs', '1');
  const rows = (name: string): number => outputs(name).get('doc0.csv')?.split('\n').length ?? 0;
  const left = new Map(
    [...run.out.matchAll(/^(doc\d+): .*, (\d+) left out by filters$/gm)].map(
      ([, id, count]) => [id, Number(count)] as const,
    ),
  );
  expect(await batch('en', 'es', '--out', 'unfiltered')).toMatchObject({ code: 0 });
  expect(left.get('doc0')).toBe(rows('unfiltered') - rows('filtered'));
  const { summary } = JSON.parse(readFileSync(file('filtered/report.json'), 'utf8')) as {
    summary: { leftOut: { quality: number } };
  };
  const sum = [...left.values()].reduce((all, count) => all + count);
  expect(summary.leftOut).toEqual({ quality: sum });
  expect(run.err).toMatch(
    `12 done; ${sum} rows are left out because of the quality; see filtered/report.json`,
  );
  expect(readFileSync(file('unfiltered/report.json'), 'utf8')).not.toContain('leftOut');
});

describe('batch that is interrupted', () => {
  const start = (out: string, env: Record<string, string> = {}) =>
    spawn(
      process.execPath,
      [program, 'batch', 'en', 'es', '--out', out, '--jobs', '2', '--lang', 'en,es'],
      { cwd: folder, env: cleanEnvironment(env), stdio: ['ignore', 'ignore', 'pipe'] },
    );
  const firstOutput = (out: string): Promise<void> =>
    until(`the first output in ${out}`, () => existsSync(file(out)) && outputs(out).size > 0);

  test('kill -9 leaves only whole outputs, and --resume does the rest', async () => {
    const child = start('killed');
    await firstOutput('killed');
    const workers = childrenOf(child.pid);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    // They notice that it is gone.
    await until('the workers end', () => !workers.some(isRunning));
    const { code } = await batch('en', 'es', '--out', 'reference', '--jobs', '1');
    expect(code).toBe(0);
    for (const [name, text] of outputs('killed')) expect(text).toBe(outputs('reference').get(name));
    const resumed = await batch('en', 'es', '--out', 'killed', '--jobs', '2', '--resume');
    expect(resumed.code).toBe(0);
    expect(outputs('killed')).toEqual(outputs('reference'));
    expect(readdirSync(file('killed')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('SIGTERM ends it with 143 after the running jobs', async () => {
    // All jobs but the first wait, so that the signal finds some that run and some that don't.
    const module = file('waiting.mjs');
    const go = file('go');
    writeFileSync(
      module,
      `import { existsSync } from 'node:fs';
       const { emit } = process;
       const clock = new Int32Array(new SharedArrayBuffer(4));
       process.emit = function (event, message, ...rest) {
         const id = event === 'message' ? message?.order?.job.id : undefined;
         if (id !== undefined && id !== 'doc0')
           while (!existsSync(${JSON.stringify(go)})) Atomics.wait(clock, 0, 0, 5);
         return emit.call(process, event, message, ...rest);
       };`,
    );
    const child = start('ended', { NODE_OPTIONS: `--import=${pathToFileURL(module).href}` });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    await firstOutput('ended');
    child.kill('SIGTERM');
    writeFileSync(go, '');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(143);
    expect(err).toMatch(/^\d+ done/);
    const { summary, jobs } = reportOf('ended');
    expect(outputs('ended').size).toBe(summary['done']);
    expect(jobs).toHaveLength(12);
    expect(readdirSync(file('ended')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
