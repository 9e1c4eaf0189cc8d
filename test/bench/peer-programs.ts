/**
 * The programs that are compared, each started as a user would. hunalign runs without a dictionary.
 * vecalign gets paralign's own vectors, so that the difference is the aligner: its concatenations of
 * up to eight sentences are written by its own program and embedded by `paralign embed`.
 */
import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseVecalign, type NumberedBead } from '../../src/score/vecalign-notation.js';
import { comparableSets, type GoldDocument } from './gold-sets.js';
import type { Options } from './main.js';
import { program as paralignProgram, root } from './places.js';
import { add, noCost, runTimed, type Cost } from './timed-run.js';

/** What aligning a document gave. */
export interface Outcome {
  readonly beads: readonly NumberedBead[];
  /** What each step took. */
  readonly steps: ReadonlyMap<string, Cost>;
}

/** A program that aligns. */
export interface Peer {
  readonly name: string;
  /** The steps of which its time consists, if there are several. */
  readonly steps: readonly string[];
  /** Aligns a document of a set; may write to `folder`. */
  align(document: GoldDocument, set: string, folder: string): Outcome;
}

/** The name of the run that the others are compared with. */
export const reference = 'paralign, parallel, no checks';

/** paralign twice and with the numbers of threads that the options name, then the peers that they name. */
export function peersOf(options: Options): Peer[] {
  const { hunalign, vecalign, threads } = options;
  const alone = (set: string): string[] => [
    '--mode',
    comparableSets.includes(set) ? 'comparable' : 'parallel',
    '--no-checks',
  ];
  return [
    paralign(reference, options, alone),
    ...(threads?.split(',') ?? []).map((number) =>
      paralign(`the same, --threads ${number}`, options, (set) => [
        ...alone(set),
        '--threads',
        number,
      ]),
    ),
    paralign('paralign, auto, checks', options, () => ['--mode', 'auto', '--checks']),
    ...(hunalign === undefined ? [] : [withHunalign(hunalignProgram(hunalign))]),
    ...(vecalign === undefined ? [] : [withVecalign(vecalign, options)]),
  ];
}

const whole = 'whole';

function paralign(name: string, options: Options, choose: (set: string) => string[]): Peer {
  return {
    name,
    steps: [],
    align({ a, b }, set) {
      const languages = [a.language, b.language].flatMap((language, i) =>
        language === undefined ? [] : ['--lang', `${'AB'[i] ?? ''}=${language}`],
      );
      const files = [resolve(a.path), resolve(b.path)];
      const { output, cost } = runParalign([
        ...['align', '--segmented', '--format', 'vecalign', '--quiet'],
        ...[...choose(set), ...languages, ...modelArguments(options), ...files],
      ]);
      return { beads: parseVecalign('paralign', output), steps: new Map([[whole, cost]]) };
    },
  };
}

function runParalign(args: readonly string[]): ReturnType<typeof runTimed> {
  return runTimed(process.execPath, [paralignProgram, ...args]);
}

function modelArguments({ model }: Options): string[] {
  return model === undefined ? [] : ['--model', model];
}

/** The program; given its sources, it is built here, optimised. */
function hunalignProgram(path: string): string {
  if (statSync(path).isFile()) return resolve(path);
  const build = join(root, 'node_modules/.cache/bench/hunalign');
  mkdirSync(build, { recursive: true });
  cpSync(path, build, { recursive: true });
  const code = join(build, 'src/hunalign');
  const folder = readdirSync(build).includes('src') ? code : build;
  const flags = '-O3 -ffast-math -funroll-loops -I ../include';
  execFileSync('make', ['-C', folder, 'clean'], { stdio: 'ignore' });
  execFileSync('make', ['-C', folder, `CPPFLAGS=${flags}`], { stdio: 'ignore' });
  process.stdout.write(`hunalign: built with ${flags}\n`);
  return join(folder, 'hunalign');
}

/** `hunalign EMPTY.dic A B -realign` writes a ladder: where each bead begins on both sides. */
function withHunalign(path: string): Peer {
  return {
    name: 'hunalign',
    steps: [],
    align({ a, b }, _, folder) {
      const dictionary = join(folder, 'empty.dic');
      writeFileSync(dictionary, '');
      const files = [a.path, b.path].map((file) => resolve(file));
      // It leaves a dictionary of its own where it was started.
      const { output, cost } = runTimed(path, [dictionary, ...files, '-realign'], { cwd: folder });
      const rungs = output
        .trim()
        .split('\n')
        .map((line) => line.split('\t').map(Number));
      const beads = rungs.slice(1).map(([endA = 0, endB = 0], i) => {
        const [startA = 0, startB = 0] = rungs[i] ?? [];
        return { a: range(startA, endA), b: range(startB, endB) };
      });
      return { beads, steps: new Map([[whole, cost]]) };
    },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

const vecalignSteps = ['its overlaps', 'their embedding', 'its alignment'] as const;

/** `path` holds the package `vecalign`, built as peers/build.sh does. */
function withVecalign(path: string, options: Options): Peer {
  const env = { ...process.env, PYTHONPATH: resolve(path) };
  const python = (args: readonly string[]): ReturnType<typeof runTimed> =>
    runTimed('/usr/bin/python3', ['-m', ...args], { env });
  return {
    name: 'vecalign, together',
    steps: vecalignSteps,
    align({ a, b }, _, folder) {
      const steps = new Map<string, Cost>();
      const count = (step: (typeof vecalignSteps)[number], cost: Cost): void =>
        void steps.set(step, add(steps.get(step) ?? noCost, cost));
      const [embeddedA = [], embeddedB = []] = [a, b].map((side, i) => {
        const overlaps = join(folder, `${i}.overlaps`);
        const vectors = join(folder, `${i}.bin`);
        count('its overlaps', python(overlapArguments(side.path, overlaps)).cost);
        const format = ['--segmented', '--format', 'raw', '--quiet', ...modelArguments(options)];
        const { cost } = runParalign(['embed', overlaps, ...format, '-o', vectors]);
        count('their embedding', cost);
        return [overlaps, vectors];
      });
      const { output, cost } = python([
        ...['vecalign.vecalign', '-s', resolve(a.path), '-t', resolve(b.path), '-a', '8'],
        ...['--src_embed', ...embeddedA, '--tgt_embed', ...embeddedB],
      ]);
      count('its alignment', cost);
      return { beads: parseVecalign('vecalign', readable(output)), steps };
    },
  };
}

function overlapArguments(input: string, output: string): string[] {
  return ['vecalign.overlap', '-i', resolve(input), '-o', output, '-n', '8'];
}

/** vecalign prints beads among other lines. */
function readable(output: string): string {
  return output
    .split('\n')
    .filter((line) => line.startsWith('['))
    .join('\n');
}
