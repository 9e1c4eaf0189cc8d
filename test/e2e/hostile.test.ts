/**
 * Hostile text through every command and every format: it is read or refused with a reason, every
 * sentence comes out once and as it stands in the file, and nothing of it acts on who looks at the result.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderTable } from '../../src/cli/readable/render-table.js';
import { AppError } from '../../src/errors.js';
import { alignSources } from '../../src/pipeline/align-sources.js';
import { readSource } from '../../src/read/read-source.js';
import { tableText } from '../../src/write/write-table.js';
import { hostileFiles, hostileNames } from '../fixtures/hostile/files.js';
import { phrases } from '../fixtures/hostile/fragments.js';
import { letterModel } from '../letter-model.js';
import { paralign, scratch } from './program.js';

const folder = scratch();
const inFolder = (name: string): string => join(folder, name);
const readable = new Map<string, string>();
const refused = new Map<string, number>();
const digest = (): string =>
  createHash('sha256')
    .update(hostileFiles.map(({ name }) => readFileSync(inFolder(name), 'hex')).join())
    .digest('hex');
let before = '';

/** What no terminal and no log may get from a text: all controls but tab and line feed, and what turns lines round. */
// eslint-disable-next-line no-control-regex
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

beforeAll(async () => {
  for (const { name, bytes } of hostileFiles) {
    writeFileSync(inFolder(name), bytes);
    try {
      const { sources } = await readSource(name, bytes);
      readable.set(name, sources[0]?.text ?? '');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.set(name, error.exitCode);
    }
  }
  writeFileSync(inFolder('plain.txt'), phrases.slice(0, 8).join('\n\n'));
  before = digest();
});

afterAll(() => {
  const after = digest();
  rmSync(folder, { recursive: true, force: true });
  expect(after).toBe(before);
});

interface SegmentedSource {
  readonly name: string;
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

async function segmentAll(): Promise<readonly SegmentedSource[]> {
  const run = await paralign(['segment', ...readable.keys(), '--json'], { cwd: folder });
  expect([run.code, run.signal]).toEqual([0, null]);
  return (JSON.parse(run.out) as { sources: SegmentedSource[] }).sources;
}

/** Sentence numbers in a cell: `4-5;9`. */
const numbersIn = (ranges: string): number[] =>
  ranges
    .split(';')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });

describe('hostile text', () => {
  test('some files can be read, and the others are refused with the reason', async () => {
    expect(readable.size).toBeGreaterThan(18);
    expect(refused.size).toBeGreaterThan(2);
    for (const [name, code] of refused) {
      const run = await paralign(['segment', name], { cwd: folder });
      expect([name, run.code, run.out]).toEqual([name, code, '']);
      expect(run.err).toContain(name);
      expect(run.err).not.toMatch(acting);
    }
  });

  test('segment: every sentence is its slice of the text, and together they cover it', async () => {
    for (const { name, sentences } of await segmentAll()) {
      const text = readable.get(name) ?? '';
      let at = 0;
      for (const own of sentences) {
        expect(text.slice(own.start, own.end)).toBe(own.text);
        expect(own.start).toBeGreaterThanOrEqual(at);
        if (!name.endsWith('.md')) expect(text.slice(at, own.start)).toMatch(/^[\s\u0085]*$/);
        at = own.end;
      }
      if (!name.endsWith('.md')) expect(text.slice(at)).toMatch(/^[\s\u0085]*$/);
    }
  });

  test.each([
    ['segment', []],
    ['segment', ['--lines']],
    ['detect', []],
    ['detect', ['--json']],
  ])('%s %j ends well', async (command, options) => {
    const run = await paralign([command, ...readable.keys(), ...options], { cwd: folder });
    expect([run.code, run.signal]).toEqual([0, null]);
    expect(run.err).not.toMatch(acting);
    if (options.includes('--json')) JSON.parse(run.out);
  });

  test('it cannot control a terminal, and every format has every sentence once', async () => {
    const plain = { name: 'plain.txt', text: phrases.slice(0, 8).join('\n\n') };
    for (const [name, text] of readable) {
      const inputs = [{ name, text }, plain];
      const options = { embedder: letterModel, keepNoise: true, checks: false };
      const table = await alignSources(inputs, options);
      for (const line of renderTable(table, { columns: 80, color: false }))
        expect(line).not.toMatch(acting);
      const every = table.sources[0]?.sentences.map(({ number }) => number);
      for (const format of ['csv', 'tsv', 'json', 'jsonl'] as const) {
        const written = await tableText(table, format, { spreadsheetSafe: true });
        const found = sentencesOf(format, written).toSorted((x, y) => x - y);
        expect([name, format, found]).toEqual([name, format, every]);
      }
    }
  });

  test('batch aligns it', async () => {
    const sources = await segmentAll();
    const names = [...readable.keys()];
    const lines = names.map((name, at) => `job${at},${name},plain.txt`);
    writeFileSync(inFolder('jobs.csv'), `id,source_a,source_b\n${lines.join('\n')}\n`);
    const args = ['batch', 'jobs.csv', '--out', 'out', '--keep-noise', '-q', '--spreadsheet-safe'];
    const run = await paralign(args, { cwd: folder });
    expect([run.code, run.signal, run.err]).toEqual([0, null, '']);
    names.forEach((name, at) => {
      const count = sources.find((own) => own.name === name)?.sentences.length ?? 0;
      const written = readFileSync(join(folder, 'out', `job${at}.csv`), 'utf8');
      const every = Array.from({ length: count }, (_, index) => index + 1);
      const found = sentencesOf('csv', written).toSorted((x, y) => x - y);
      expect([name, found]).toEqual([name, every]);
    });
  });

  test('a review of it converts to every format', async () => {
    const args = ['align', 'injection.txt', 'broken.txt', '-o', 'x.paralign', '-q'];
    expect((await paralign(args, { cwd: folder })).code).toBe(0);
    for (const format of ['csv', 'tsv', 'json', 'jsonl', 'vecalign']) {
      const run = await paralign(['convert', 'x.paralign', '--format', format], { cwd: folder });
      expect([format, run.code]).toEqual([format, 0]);
    }
  });

  test('file names never act as options, terminal commands, paths or formulas', async () => {
    const own = inFolder('names');
    mkdirSync(own);
    for (const name of hostileNames) writeFileSync(join(own, name), 'It is raining. We stay.');
    const said = await paralign(['segment', '--json', '--', ...hostileNames], { cwd: own });
    const { sources } = JSON.parse(said.out) as { sources: SegmentedSource[] };
    expect(sources.map(({ name }) => name)).toEqual(hostileNames);
    const few = ['-rf.txt', '=cmd|x.txt', '__proto__.txt', 'escape\u001b[31m.txt'];
    const args = ['align', '--format', 'csv', '--spreadsheet-safe', '-q', '--no-checks', '--'];
    const run = await paralign([...args, ...few], { cwd: own });
    expect([run.code, run.err]).toEqual([0, '']);
    const cells: string[][] = parse(run.out);
    for (const cell of cells.slice(1).flat()) expect(cell).not.toMatch(/^[=+@\t\r\n]/);
    for (const name of ['escape\u001b[31m.txt', 'over\u202eride.txt', 'new\nline.txt']) {
      const missing = await paralign(['segment', `no-${name}`], { cwd: own });
      expect([name, missing.code]).toEqual([name, 66]);
      expect(missing.err).not.toMatch(acting);
      const shown = await paralign(['segment', name], { cwd: own });
      expect([name, shown.code]).toEqual([name, 0]);
    }
    expect(readdirSync(own).toSorted()).toEqual([...hostileNames].toSorted());
  });
});

/** Numbers of the first source's sentences in an output, as often as they stand there. */
function sentencesOf(format: string, written: string): number[] {
  switch (format) {
    case 'csv':
    case 'tsv': {
      const delimiter = format === 'tsv' ? '\t' : ',';
      const quote = format === 'tsv' ? null : '"';
      const rows: Record<string, string>[] = parse(written, { columns: true, delimiter, quote });
      for (const cell of rows.flatMap((row) => Object.values(row)))
        expect(cell).not.toMatch(/^(?:[=@\t\r\n]|[+-](?![\d.]+$))/);
      return rows.flatMap((row) => numbersIn(row['a_sentences'] ?? ''));
    }
    default: {
      interface WrittenRow {
        readonly cells: readonly ({
          readonly source: string;
          readonly sentences: number[];
        } | null)[];
      }
      const rows =
        format === 'json'
          ? (JSON.parse(written) as { rows: WrittenRow[] }).rows
          : written
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line) as WrittenRow);
      return rows
        .flatMap(({ cells }) => cells)
        .flatMap((cell) => (cell === null || cell.source === 'plain.txt' ? [] : cell.sentences));
    }
  }
}
