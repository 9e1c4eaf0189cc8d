/**
 * paralign beside hunalign and vecalign on the same files in the same minutes: strict F1 and the
 * time that a user waits, every program started once a document.
 *
 * hunalign runs without a dictionary. vecalign gets paralign's own vectors, so that the difference
 * is the aligner: its concatenations of up to eight sentences are written by its own program and
 * embedded by `paralign embed`; its time holds all three steps.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { scoreAlignments, type ScoredDocument } from '../../src/score/score-alignments.js';
import { parseVecalign, type NumberedBead } from '../../src/score/vecalign-notation.js';
import { comparableSets, listSets, readSet, type GoldDocument } from './gold-sets.js';
import type { Options } from './main.js';
import { root } from './places.js';

/** Aligns a document with files in a folder of its own; gives beads. */
type Aligner = (document: GoldDocument, folder: string) => NumberedBead[];

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
    `${'set'.padEnd(22)} docs  ${names.map((name) => `${name} strict  lax   sec`).join('   ')}`,
  );
  const sets = listSets(gold, options.sets).filter((set) => !comparableSets.includes(set));
  for (const set of sets) {
    const documents = readSet(join(gold, set));
    const cells = names.map((name) => {
      const align = aligners.get(name);
      if (align === undefined) throw new Error(name);
      const { scored, seconds } = runAligner(align, documents);
      const { strict, lax } = scoreAlignments(scored);
      const cell = `${strict.f1.toFixed(3)} ${lax.f1.toFixed(3)} ${seconds.toFixed(1).padStart(5)}`;
      return cell.padStart(`${name} strict  lax   sec`.length);
    });
    print(`${set.padEnd(22)} ${String(documents.length).padStart(4)}  ${cells.join('   ')}`);
  }
}

function runAligner(
  align: Aligner,
  documents: readonly GoldDocument[],
): { scored: ScoredDocument[]; seconds: number } {
  const scored: ScoredDocument[] = [];
  let milliseconds = 0;
  for (const document of documents) {
    const folder = mkdtempSync(join(tmpdir(), 'paralign-peers-'));
    try {
      const begin = performance.now();
      const test = align(document, folder);
      milliseconds += performance.now() - begin;
      scored.push({ gold: document.gold, test });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return { scored, seconds: milliseconds / 1000 };
}

const program = resolve(root, 'dist/cli/main.js');

function runParalign(args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function modelArguments({ model }: Options): string[] {
  return model === undefined ? [] : ['--model', model];
}

function paralign(options: Options): Aligner {
  return ({ a, b }) => {
    const languages = [a.language, b.language].flatMap((language, i) =>
      language === undefined ? [] : ['--lang', `${'AB'[i] ?? ''}=${language}`],
    );
    const chosen = ['--mode', 'parallel', '--quiet', ...languages, ...modelArguments(options)];
    const files = [a.path, b.path];
    const output = runParalign([
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
  return ({ a, b }, folder) => {
    const dictionary = join(folder, 'empty.dic');
    writeFileSync(dictionary, '');
    const output = execFileSync(path, [dictionary, a.path, b.path, '-realign'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
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
  const python = (args: readonly string[]): string =>
    execFileSync('/usr/bin/python3', ['-m', ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, PYTHONPATH: path },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  return ({ a, b }, folder) => {
    const vectors = [a, b].map((side, i) => {
      const overlaps = join(folder, `${i}.overlaps`);
      const bin = join(folder, `${i}.bin`);
      python(['vecalign.overlap', '-i', side.path, '-o', overlaps, '-n', '8']);
      const format = ['--segmented', '--format', 'raw', '--quiet', ...modelArguments(options)];
      runParalign(['embed', overlaps, ...format, '-o', bin]);
      return [overlaps, bin];
    });
    const [embeddingA = [], embeddingB = []] = vectors;
    const embeddings = ['--src_embed', ...embeddingA, '--tgt_embed', ...embeddingB];
    const output = python([
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
