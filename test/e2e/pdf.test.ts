/** PDF files through the built program: read in a process of their own, with limits. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  deepTree,
  flateBomb,
  formBomb,
  lines,
  manyObjects,
  pagesOf,
} from '../read/documents/pdf/make-pdf.js';
import { cleanEnvironment, paralign, program, root, scratch } from './program.js';

const folder = scratch();
const fixtures = join(root, 'test/fixtures/pdf');

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const english = file(
  'en.pdf',
  pagesOf([lines(['The cat sleeps on the chair.', 'The dog barks in the garden all night.'])]),
);
const spanish = file(
  'es.pdf',
  pagesOf([lines(['El gato duerme en la silla.', 'El perro ladra en el jardin toda la noche.'])]),
);

test('align reads PDF files in its second thread and says the page of every passage', async () => {
  const { code, out, err } = await paralign(['align', english, spanish, '--format', 'json']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('The dog barks in the garden all night.');
  expect(out).toMatch(/"kind":\s*"page",\s*"page":\s*1/);
});

test('segment, detect and batch read them too, from files and from standard input', async () => {
  const bytes = readFileSync(english);
  const { out } = await paralign(['segment', '-', '--json'], { input: bytes });
  expect(out).toContain('The cat sleeps on the chair.');
  expect((await paralign(['detect', join(fixtures, 'tagged.pdf')])).out).toContain('lighthouse');
  const jobs = file(
    'jobs.csv',
    new TextEncoder().encode('id,source_a,source_b\none,en.pdf,es.pdf\ntwo,es.pdf,en.pdf\n'),
  );
  const results = join(folder, 'out');
  const batch = await paralign(['batch', jobs, '--out', results, '--jobs', '2', '--format', 'csv']);
  expect(batch.code).toBe(0);
  expect(readFileSync(join(results, 'one.csv'), 'utf8')).toContain('The dog barks');
});

const hostile: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['a stream of 300 MB', () => flateBomb(300e6), /page 1 .*inflates to more than 128 MB/],
  ['a billion texts', formBomb, /page 1: reading it takes too (?:long|much)|more than \d+ MB/],
  ['a tree of 20,000 levels', () => deepTree(20_000), /no text/],
  [
    '100,000 objects without a table',
    () => withoutTable(manyObjects(100_000)),
    /no text|broken|MB/,
  ],
];

function withoutTable(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length - 60);
}

test.each(hostile)(
  '%s: refused in time, within a gigabyte, with file and reason',
  async (_what, make, reason) => {
    const path = file('hostile.pdf', make());
    const begun = performance.now();
    const { code, out, err } = await measured(['segment', path]);
    expect([code, out]).toEqual([65, '']);
    expect(err).toMatch(/^paralign: hostile\.pdf: /m);
    expect(err).toMatch(reason);
    expect(performance.now() - begun).toBeLessThan(60_000);
    const [, peak = '0'] = /peak (\d+)/.exec(err) ?? [];
    expect(Number(peak)).toBeLessThan(1_000_000);
  },
  90_000,
);

/** Runs the program; what is the most that one of its processes took, in kB, stands behind its errors. */
function measured(
  args: readonly string[],
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const code =
      'import resource,subprocess,sys\n' +
      'r = subprocess.run(sys.argv[1:])\n' +
      'print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)\n' +
      'sys.exit(r.returncode)';
    const child = spawn('python3', ['-c', code, process.execPath, program, ...args], {
      cwd: folder,
      env: cleanEnvironment(),
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('close', (status) => resolve({ code: status, out, err }));
  });
}

test.skipIf(!existsSync('/proc'))(
  'when the program is killed, the process that reads for it ends as well',
  async () => {
    const path = file('endless.pdf', formBomb());
    const child = spawn(process.execPath, [program, 'segment', path], { env: cleanEnvironment() });
    const isReading = (pid: string): boolean =>
      read(`/proc/${pid}/cmdline`).includes('reader-process') &&
      read(`/proc/${pid}/stat`).includes(` ${child.pid} `);
    let reader: string | undefined;
    for (let tries = 0; tries < 200 && reader === undefined; tries++) {
      await wait(50);
      reader = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .find(isReading);
    }
    expect(reader).toBeDefined();
    child.kill('SIGKILL');
    for (let tries = 0; tries < 100 && read(`/proc/${reader}/cmdline`) !== ''; tries++)
      await wait(50);
    expect(read(`/proc/${reader}/cmdline`)).toBe('');
  },
);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

test('an encrypted file and one without text say what to do', async () => {
  const encrypted = await paralign(['segment', join(fixtures, 'encrypted.pdf')]);
  expect([encrypted.code, encrypted.err]).toEqual([65, expect.stringContaining('without one')]);
  const empty = await paralign(['segment', file('empty.pdf', pagesOf(['']))]);
  expect([empty.code, empty.err]).toEqual([65, expect.stringContaining('OCR')]);
});

test('four hundred pages take as long for each as forty do', async () => {
  const page = lines(
    Array.from({ length: 10 }, (_, line) => `Line ${line} of a page of the book.`),
  );
  const seconds = async (count: number): Promise<number> => {
    const path = file('pages.pdf', pagesOf(Array.from({ length: count }, () => page)));
    const begun = performance.now();
    execFileSync(process.execPath, [program, 'detect', path, '--json'], {
      env: cleanEnvironment(),
      maxBuffer: 2 ** 28,
    });
    return performance.now() - begun;
  };
  const small = await seconds(40);
  expect(await seconds(400)).toBeLessThan(small * 15);
});
