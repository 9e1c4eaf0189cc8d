import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, paralign, program, root, type Run, scratch, seed } from './program.js';

const folder = scratch();
const file = (name: string) => join(folder, name);
type Fields = Record<string, string>;
const readCsv = (text: string): Fields[] => parse(text, { columns: true });

test('align -o NEW.paralign creates the same review as "review"', async () => {
  const aligned = file('aligned.paralign');
  const named = file('named.txt');
  expect(await paralign(['align', seed(0), seed(1), '-q', '-o', aligned])).toMatchObject({
    code: 0,
  });
  const review = file('reviewed.paralign');
  await paralign(['review', seed(0), seed(1), '--plain', '-o', review], { input: 'q\n' });
  expect(readFileSync(aligned, 'utf8')).toBe(readFileSync(review, 'utf8'));
  const again = ['align', seed(0), seed(1), '-q', '--format', 'paralign', '-o', named];
  expect(await paralign(again)).toMatchObject({ code: 0 });
  expect(readFileSync(named, 'utf8')).toBe(readFileSync(aligned, 'utf8'));
  const refused = await paralign(again);
  expect(refused).toMatchObject({ code: 73, out: '' });
  expect(refused.err).toContain('is a review; its decisions would be overwritten');
});

describe('align on two seeds', () => {
  let shown: Run;
  let csv = '';
  beforeAll(async () => {
    shown = await paralign(['align', seed(0), seed(1), '-o', file('pairs.csv'), '--show']);
    csv = readFileSync(file('pairs.csv'), 'utf8');
  });

  test('shows the pairs and writes the CSV', () => {
    expect(shown.code).toBe(0);
    expect(shown.err).toMatch(/^wrote .*pairs\.csv: 50 pairs, 0 unmatched, 2 noise\n$/);
    expect(shown.out).toMatch(
      /The relentless sound of +The constant gunfire and\n +gunfire and explosions was +explosions/,
    );
    expect(shown.out).toMatch(/\n50 pairs: 49 1-1, 1 1-2\n/);
    expect(shown.out).not.toContain('\u001b');
    for (const line of shown.out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('finds the pairs that people see', () => {
    const pairs = readCsv(csv).filter(({ type }) => type === '1-1');
    expect(pairs.length).toBeGreaterThanOrEqual(45);
    const first = pairs.find(({ a_text }) => a_text?.startsWith('As he sought shelter'));
    expect(first?.['b_text']).toBe('As he took cover, Amr quaked.');
  });

  test('has every sentence exactly once, as the exact slice of its file', () => {
    const rows = readCsv(csv);
    for (const side of ['a', 'b'] as const) {
      const text = readFileSync(seed(side === 'a' ? 0 : 1), 'utf8');
      const numbers: number[] = [];
      for (const row of rows) {
        const ranges = (row[`${side}_sentences`] ?? '').split(';').filter((range) => range);
        for (const range of ranges) {
          const [from = 0, to = from] = range.split('-').map(Number);
          for (let number = from; number <= to; number++) numbers.push(number);
        }
        const [start, end] = [row[`${side}_start`], row[`${side}_end`]];
        if (start && end && !start.includes(';'))
          expect(text.slice(Number(start), Number(end))).toBe(row[`${side}_text`]);
      }
      numbers.sort((x, y) => x - y);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test('gives the same bytes again, and on stdout if it is not a terminal', async () => {
    const again = await paralign(['align', seed(0), seed(1)], { env: { LC_ALL: 'tr_TR.UTF-8' } });
    expect(again.code).toBe(0);
    expect(again.out).toBe(csv);
  });

  test('does not change the sources', () => {
    const { stdout } = spawnSync('git', ['status', '--porcelain', 'seeds'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  test('--quiet with -o prints nothing on stdout', async () => {
    const run = await paralign(['align', seed(0), seed(1), '-q', '-o', file('quiet.csv')]);
    expect(run).toEqual({ code: 0, signal: null, out: '', err: '' });
    expect(readFileSync(file('quiet.csv'), 'utf8')).toBe(csv);
  });

  test('uses anchors: a reviewed pair is unchanged', async () => {
    writeFileSync(file('known.txt'), '3:2\n');
    const run = await paralign(['align', seed(0), seed(1), '--anchors', file('known.txt')]);
    const row = readCsv(run.out).find(({ a_sentences }) => a_sentences === '3');
    expect(row).toMatchObject({ b_sentences: '2', method: 'anchor' });
  });

  test('reads a source from stdin, and writes vecalign with every sentence once', async () => {
    const run = await paralign(['align', '-', seed(1), '--format', 'vecalign'], {
      input: readFileSync(seed(0)),
    });
    const beads = run.out.trimEnd().split('\n');
    for (const bead of beads) expect(bead).toMatch(/^\[[\d, ]*\]:\[[\d, ]*\]:-?\d+\.\d+$/);
    const numbers = beads
      .flatMap((bead) => (bead.split(':')[0] ?? '').match(/\d+/g) ?? [])
      .map(Number)
      .sort((x, y) => x - y);
    expect(numbers).toEqual(numbers.map((_, index) => index));
  });

  test('scores perfectly against its own output', async () => {
    const run = await paralign(['align', seed(0), seed(1), '-o', file('self.vecalign')]);
    expect(run.code).toBe(0);
    const same = [file('self.vecalign'), file('self.vecalign')];
    const { out } = await paralign(['score', ...same, '--json']);
    expect(JSON.parse(out)).toMatchObject({ results: [{ strict: { f1: 1 }, lax: { f1: 1 } }] });
    writeFileSync(file('other.vecalign'), '[0]:[40]\n');
    const bad = await paralign([
      'score',
      file('self.vecalign'),
      file('other.vecalign'),
      '--min-f1',
      '.5',
    ]);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/other\.vecalign +0\.000 +0\.000 +0\.000/);
  });
});

describe('align on all seeds at once', () => {
  test('has columns for five sources, and every sentence once', async () => {
    const all = [0, 1, 2, 3, 4].map(seed);
    const run = await paralign(['align', ...all, '--json']);
    expect(run.code).toBe(0);
    const { sources, streams, alignments, rows } = JSON.parse(run.out) as {
      sources: { name: string; sentences: number }[];
      streams: { source: string; language: string }[];
      alignments: unknown[];
      rows: { cells: ({ source: string; sentences: number[] } | null)[] }[];
    };
    expect(
      streams.filter(({ source }) => source.startsWith('002')).map(({ language }) => language),
    ).toEqual(['en', 'es']);
    expect(alignments).toHaveLength((streams.length * (streams.length - 1)) / 2);
    for (const { name, sentences } of sources) {
      const seen = rows
        .flatMap(({ cells }) =>
          cells.flatMap((cell) => (cell?.source === name ? cell.sentences : [])),
        )
        .sort((x, y) => x - y);
      expect(seen).toEqual(Array.from({ length: sentences }, (_, index) => index + 1));
    }
  });

  test('one source is enough if it has two languages', async () => {
    const run = await paralign(['align', seed(2), '--format', 'jsonl']);
    expect(run.code).toBe(0);
    const pair = run.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { cells: ({ language: string } | null)[] });
    expect(pair.every(({ cells }) => cells.length === 2)).toBe(true);
  });
});

describe('--segmented', () => {
  test('keeps lines unchanged, with empty ones unaligned', async () => {
    writeFileSync(file('s.en'), 'The dog sleeps. It dreams.\n\nThe cat eats fish.\n');
    writeFileSync(file('s.es'), 'El perro duerme. Sueña.\nEl gato come pescado.\n\n');
    const run = await paralign([
      ...['align', file('s.en'), file('s.es'), '--segmented', '--lang', 'en,es'],
      ...['--format', 'vecalign', '--mode', 'parallel'],
    ]);
    expect(run.code).toBe(0);
    const beads = run.out
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/:[^:]*$/, ''));
    expect(beads.sort()).toEqual(['[0]:[0]', '[1]:[]', '[2]:[1]', '[]:[2]']);
  });
});

describe('what is wrong with inputs and outputs', () => {
  beforeAll(() => {
    writeFileSync(file('empty.txt'), '');
    writeFileSync(
      file('binary.txt'),
      Uint8Array.from({ length: 300 }, (_, index) => index % 7),
    );
    writeFileSync(file('latin.txt'), Uint8Array.of(0x61, 0x62, 0xff, 0xfe, 0x00));
    mkdirSync(file('folder'));
    copyFileSync(seed(0), file('copy.txt'));
  });

  test.each([
    ['a missing file', ['nope.txt', 'copy.txt'], 66, /^paralign: nope\.txt: no such file/],
    ['a folder', ['folder', 'copy.txt'], 66, /^paralign: folder: is a folder/],
    ['an empty file', ['empty.txt', 'copy.txt'], 65, /^paralign: empty\.txt: the file is empty/],
    ['a binary file', ['copy.txt', 'binary.txt'], 65, /^paralign: binary\.txt: .*offset \d+/],
    ['a file given twice', ['copy.txt', './copy.txt'], 2, /copy\.txt: given twice/],
    ['stdin given twice', ['-', '-'], 2, /^paralign: -: given twice/],
    ['a single text', ['copy.txt'], 65, /copy\.txt: there is nothing to align/],
    ['a language for no source', ['copy.txt', seed(1), '--lang', 'Q=es'], 2, /no source "Q"/],
    ['a pivot that is not there', ['copy.txt', seed(1), '--pivot', 'C'], 2, /no source "C"/],
    ['no such model', ['copy.txt', seed(1), '--model', 'nope'], 69, /nope/],
    ['an unknown encoding', ['copy.txt', seed(1), '--encoding', 'klingon-8'], 2, /klingon-8/],
    [
      'broken anchors',
      ['copy.txt', seed(1), '--anchors', 'empty-anchors'],
      65,
      /empty-anchors:1: /,
    ],
    [
      'an anchor on a sentence that is not there',
      ['copy.txt', seed(1), '--anchors', 'far-anchors'],
      65,
      /an anchor names sentence 999 of copy\.txt, which has \d+;/,
    ],
    ['an output without a folder', ['copy.txt', seed(1), '-o', 'no/x.csv'], 73, /no/],
    [
      'an output that is a folder',
      ['copy.txt', seed(1), '-o', 'folder'],
      73,
      /folder: is a folder/,
    ],
    ['a full disk', ['copy.txt', seed(1), '-o', '/dev/full'], 74, /no space left/],
  ])('%s', async (_name, args, exitCode, message) => {
    writeFileSync(file('empty-anchors'), 'not anchors\n');
    writeFileSync(file('far-anchors'), '999:1\n');
    const before = readdirSync(folder);
    const { code, out, err } = await paralign(['align', ...args], { cwd: folder });
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: exitCode, out: '' });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('--no-clobber keeps an existing output', async () => {
    writeFileSync(file('kept.csv'), 'mine');
    const run = await paralign(['align', seed(0), seed(1), '--no-clobber', '-o', file('kept.csv')]);
    expect(run.code).toBe(73);
    expect(readFileSync(file('kept.csv'), 'utf8')).toBe('mine');
  });

  test('a disk that fills up leaves no partial file', () => {
    const command = `ulimit -f 8; exec "${process.execPath}" "${program}" align -q "$@" -o cut.csv`;
    const run = spawnSync('bash', ['-c', command, 'bash', seed(0), seed(1)], {
      cwd: folder,
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    expect(run.stderr).toMatch(/cut\.csv: no space left; nothing was written/);
    expect(run.status).toBe(74);
    expect(readdirSync(folder).filter((name) => name.includes('cut'))).toEqual([]);
  });

  test('a full disk behind stdout is an error, not a truncated result', () => {
    const command = `exec "${process.execPath}" "${program}" align "$@" > /dev/full`;
    const run = spawnSync('bash', ['-c', command, 'bash', seed(0), seed(1)], {
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    expect(run.status).toBe(74);
    expect(run.stderr).toBe('paralign: no space left on the device\n');
  });

  test.each(['--help', '--version', 'align --help', 'completion bash'])(
    '%s says that it could not be written',
    (args) => {
      const command = `exec "${process.execPath}" "${program}" ${args} > /dev/full`;
      const run = spawnSync('bash', ['-c', command], {
        env: cleanEnvironment(),
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('paralign: no space left on the device\n');
      expect(run.status).toBe(74);
    },
  );

  test('ends quietly if its reader goes away', () => {
    const command = `"${process.execPath}" "${program}" align "$@" | head -1; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync('bash', ['-c', command, 'bash', seed(0), seed(3)], {
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    expect(run.stdout.trimEnd().split('\n')[1]).toBe('0');
    expect(run.stderr).not.toMatch(/EPIPE|bug/);
  });

  test.skipIf(process.getuid?.() === 0)('an output in a folder without permission', async () => {
    mkdirSync(file('locked'));
    chmodSync(file('locked'), 0o555);
    const run = await paralign(['align', seed(0), seed(1), '-o', file('locked/x.csv')]);
    expect(run.code).toBe(73);
  });
});

describe('signals', () => {
  test.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %i and leaves nothing behind', async (signal, exitCode) => {
    const output = file(`${signal}.csv`);
    const child = spawn(process.execPath, [program, 'align', '-', seed(1), '-o', output], {
      env: cleanEnvironment(),
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    // More than fits between two processes: once all of it is taken, it reads, and waits for the end, which never comes.
    await new Promise((resolve) => child.stdin.write('A line.\n'.repeat(1e6), resolve));
    child.kill(signal);
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(exitCode);
    expect(err).toBe('');
    expect(existsSync(output)).toBe(false);
  });
});
