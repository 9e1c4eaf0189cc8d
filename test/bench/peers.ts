/**
 * paralign beside hunalign and vecalign on the same files in the same minutes: strict F1 and the
 * time that a user waits, every program started once a document; its computing time beside it, which
 * a busy machine disturbs less.
 *
 * hunalign runs without a dictionary. vecalign gets paralign's own vectors, so that the difference
 * is the aligner: its concatenations of up to eight sentences are written by its own program and
 * embedded by `paralign embed`; its wall and computing times hold all three steps, "alone" the last one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { scoreAlignments, type ScoredDocument } from '../../src/score/score-alignments.js';
import { parseVecalign, type NumberedBead } from '../../src/score/vecalign-notation.js';
import { comparableSets, judged, listSets, readSet, type GoldDocument } from './gold-sets.js';
import type { Options } from './main.js';
import { root } from './places.js';

/** Aligns a document with files in a folder of its own; gives beads. */
type Aligner = (
  document: GoldDocument,
  set: string,
  folder: string,
  clock: Clock,
) => NumberedBead[];

/** Seconds of the programs that were started: by the wall, and of computing. */
interface Clock {
  wall: number;
  cpu: number;
  /** By the wall, before the alignment step began. */
  preparing: number;
}

/** Runs a program under the shell's `time`, which knows what its children computed. */
function runTimed(
  clock: Clock,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd = process.cwd(),
): string {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$0" "$@" 2>/dev/null; }';
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script, program, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env,
    cwd,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}`);
  const [wall = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  clock.wall += wall;
  clock.cpu += user + system;
  return stdout;
}

/** Prints one line a set: strict F1 and seconds of each program. */
export async function run(options: Options): Promise<void> {
  const { gold } = options;
  if (gold === undefined) throw new Error('peers needs --gold FOLDER');
  const aligners = new Map<string, Aligner>([['paralign', paralign(options)]]);
  const { hunalign, vecalign } = options;
  if (hunalign !== undefined) aligners.set('hunalign', withHunalign(hunalign));
  if (vecalign !== undefined) aligners.set('vecalign', withVecalign(vecalign, options));
  const names = [...aligners.keys()];
  print(
    `${'set'.padEnd(22)} docs  ${names.map((name) => `${name} strict   lax  wall s   CPU s  alone s`).join('   ')}`,
  );
  for (const set of listSets(gold, options.sets)) {
    const documents = readSet(join(gold, set));
    const cells = names.map((name) => {
      const align = aligners.get(name);
      if (align === undefined) throw new Error(name);
      const { scored, clock } = runAligner(align, set, documents);
      const { strict, lax } = scoreAlignments(scored);
      const alone = clock.wall - clock.preparing;
      const times = [clock.wall, clock.cpu, alone].map((seconds) => seconds.toFixed(1).padStart(7));
      const cell = `${strict.f1.toFixed(3)} ${lax.f1.toFixed(3)} ${times.join(' ')}`;
      return cell.padStart(`${name} strict   lax  wall s   CPU s  alone s`.length);
    });
    print(`${set.padEnd(22)} ${String(documents.length).padStart(4)}  ${cells.join('   ')}`);
  }
}

function runAligner(
  align: Aligner,
  set: string,
  documents: readonly GoldDocument[],
): { scored: ScoredDocument[]; clock: Clock } {
  const clock: Clock = { wall: 0, cpu: 0, preparing: 0 };
  const scored = documents.map((document) => {
    const folder = mkdtempSync(join(tmpdir(), 'paralign-peers-'));
    try {
      return { gold: document.gold, test: judged(documents, align(document, set, folder, clock)) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  return { scored, clock };
}

const program = resolve(root, 'dist/cli/main.js');

function runParalign(clock: Clock, args: readonly string[]): string {
  return runTimed(clock, process.execPath, [program, ...args]);
}

function modelArguments({ model }: Options): string[] {
  return model === undefined ? [] : ['--model', model];
}

function paralign(options: Options): Aligner {
  return ({ a, b }, set, _, clock) => {
    const languages = [a.language, b.language].flatMap((language, i) =>
      language === undefined ? [] : ['--lang', `${'AB'[i] ?? ''}=${language}`],
    );
    const mode = comparableSets.includes(set) ? 'comparable' : 'parallel';
    const chosen = ['--mode', mode, '--quiet', ...languages, ...modelArguments(options)];
    const files = [a.path, b.path];
    const output = runParalign(clock, [
      'align',
      '--segmented',
      '--format',
      'vecalign',
      ...chosen,
      ...files,
    ]);
    return parseVecalign('paralign', output);
  };
}

/** `hunalign EMPTY.dic A B -realign` writes a ladder: where each bead begins on both sides. */
function withHunalign(path: string): Aligner {
  return ({ a, b }, _, folder, clock) => {
    const dictionary = join(folder, 'empty.dic');
    writeFileSync(dictionary, '');
    // It leaves a dictionary of its own where it was started.
    const files = [a.path, b.path].map((file) => resolve(file));
    const program = resolve(path);
    const output = runTimed(clock, program, [dictionary, ...files, '-realign'], undefined, folder);
    const rungs = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t').map(Number));
    return rungs.slice(1).map(([endA = 0, endB = 0], i) => {
      const [startA = 0, startB = 0] = rungs[i] ?? [];
      return { a: range(startA, endA), b: range(startB, endB) };
    });
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** `FOLDER` holds the package `vecalign`, built as peers/build.sh does. */
function withVecalign(path: string, options: Options): Aligner {
  const python = (clock: Clock, args: readonly string[]): string =>
    runTimed(clock, '/usr/bin/python3', ['-m', ...args], { ...process.env, PYTHONPATH: path });
  return ({ a, b }, _, folder, clock) => {
    const before = clock.wall;
    const vectors = [a, b].map((side, i) => {
      const overlaps = join(folder, `${i}.overlaps`);
      const bin = join(folder, `${i}.bin`);
      python(clock, ['vecalign.overlap', '-i', side.path, '-o', overlaps, '-n', '8']);
      const format = ['--segmented', '--format', 'raw', '--quiet', ...modelArguments(options)];
      runParalign(clock, ['embed', overlaps, ...format, '-o', bin]);
      return [overlaps, bin];
    });
    clock.preparing += clock.wall - before;
    const [embeddingA = [], embeddingB = []] = vectors;
    const embeddings = ['--src_embed', ...embeddingA, '--tgt_embed', ...embeddingB];
    const output = python(clock, [
      'vecalign.vecalign',
      '-s',
      a.path,
      '-t',
      b.path,
      ...embeddings,
      '-a',
      '8',
    ]);
    return parseVecalign('vecalign', readable(output));
  };
}

/** vecalign prints beads among other lines. */
function readable(output: string): string {
  return output
    .split('\n')
    .filter((line) => line.startsWith('['))
    .join('\n');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
