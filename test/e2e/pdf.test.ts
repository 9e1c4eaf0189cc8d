/** PDF files through the built program: read in a process of their own, with limits. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { childrenOf, isRunning, processorTimeOf, until } from './waiting.js';

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
    const { code, out, err, seconds, peak } = await measured(['segment', path]);
    expect([code, out]).toEqual([65, '']);
    expect(err).toMatch(/^paralign: hostile\.pdf: /m);
    expect(err).toMatch(reason);
    expect(seconds).toBeLessThan(60);
    expect(peak).toBeLessThan(1_000_000);
  },
);

interface MeasuredRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Seconds of the processor that it took with all its processes. */
  readonly seconds: number;
  /** The most memory that one of its processes took, in kB. */
  readonly peak: number;
}

function measured(args: readonly string[]): Promise<MeasuredRun> {
  return new Promise((resolve) => {
    const code =
      'import resource,subprocess,sys\n' +
      'r = subprocess.run(sys.argv[1:])\n' +
      'u = resource.getrusage(resource.RUSAGE_CHILDREN)\n' +
      'print("\\nmeasured", u.ru_utime + u.ru_stime, u.ru_maxrss, file=sys.stderr)\n' +
      'sys.exit(r.returncode)';
    const child = spawn('python3', ['-c', code, process.execPath, program, ...args], {
      cwd: folder,
      env: cleanEnvironment(),
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('close', (status) => {
      const [, seconds, peak] = /\nmeasured (\S+) (\d+)\n$/.exec(err) ?? [];
      resolve({ code: status, out, err, seconds: Number(seconds), peak: Number(peak) });
    });
  });
}

test.skipIf(!existsSync('/proc'))(
  'when the program is killed, the process that reads for it ends as well',
  async () => {
    const path = file('endless.pdf', formBomb());
    const child = spawn(process.execPath, [program, 'segment', path], { env: cleanEnvironment() });
    let reader: number | undefined;
    await until('a process reads the file', () => {
      reader = childrenOf(child.pid).find((pid) =>
        read(`/proc/${pid}/cmdline`).includes('reader-process'),
      );
      return reader !== undefined;
    });
    const taken = (): number | undefined => processorTimeOf(reader ?? NaN);
    const before = taken() ?? NaN;
    let last = before;
    child.kill('SIGKILL');
    await until('it ends', () => {
      last = taken() ?? last;
      return reader === undefined || !isRunning(reader);
    });
    // Long before it would end because it takes too long.
    expect(last - before).toBeLessThan(2000);
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
  const secondsOf = async (count: number): Promise<number> => {
    const path = file('pages.pdf', pagesOf(Array.from({ length: count }, () => page)));
    const { code, seconds } = await measured(['detect', path, '--json']);
    expect(code).toBe(0);
    return seconds;
  };
  const small = await secondsOf(40);
  expect(await secondsOf(400)).toBeLessThan(small * 15);
});
