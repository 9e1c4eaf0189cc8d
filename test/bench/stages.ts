/**
 * Where the time of an alignment goes: processor time by stage, from a profile of one run on one core,
 * and how many products of vectors it takes beside what the machine could multiply in that time.
 */
import { Session } from 'node:inspector';
import { promisify } from 'node:util';
import { alignStreams } from '../../src/align/align-streams.js';
import type { StreamInput } from '../../src/align/input/stream-input.js';
import { loadKernel, rowBytes } from '../../src/align/vectors/kernel.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { makeTexts, paraphrases, streamOf, translations } from './made-texts.js';
import type { Options } from './main.js';
import { places } from './places.js';

/** The functions in which each stage's time is spent, with all that they call. */
const stages: readonly (readonly [stage: string, functions: readonly string[]])[] = [
  ['corridor: blocks of both sides', ['Pyramid']],
  ['corridor: best chains', ['findCorridor']],
  ['plane: products, lengths', ['makePlane']],
  ['first pass: pruning, scores', ['pruneBeads']],
  ['first pass: posteriors', ['edgePosteriors', 'bestPath', 'keepEdges']],
  ['evidence: punctuation', ['readPunctuation']],
  ['evidence: numbers, lookalikes', ['numberChannel', 'lookalikeChannel']],
  ['evidence: clauses', ['lookAround', 'readClauses']],
  ['evidence: words', ['readWords']],
  ['evidence: tokens, lexicon (twice)', ['readTokens', 'withLexicon']],
  ['full score (twice)', ['scoreAll']],
  ['rest of reading', ['readPair']],
  ['beads, confidence', ['alignParallel']],
  ['moved sentences', ['linkMoved']],
  ['garbage collection', ['(garbage collector)']],
];

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** Prints a table of stages for each size, 10,000 x 10,000 by default. */
export async function run(options: Options): Promise<void> {
  const multiplications = countMultiplications();
  const embedder = await loadEmbedder({
    places,
    ...(options.model !== undefined && { model: options.model }),
  });
  for (const size of (options.sizes ?? '10000x10000').split(',')) {
    const [countA = 0, countB = 0] = size.split('x').map(Number);
    const material = options.pairs === undefined ? paraphrases() : translations(options.pairs);
    const { a, b } = makeTexts(countA, countB, material, false);
    const read = async (texts: readonly string[], source: number): Promise<StreamInput> => ({
      stream: streamOf(texts, source),
      embedding: await embedder.embed(texts, { pieces: true }),
    });
    const inputs = [await read(a, 0), await read(b, 1)] as const;
    const before = multiplications();
    const { profile, milliseconds } = await profiled(() => {
      alignStreams(...inputs, { mode: 'parallel' });
    });
    print(`${a.length} x ${b.length} sentences, processor time of ${milliseconds.toFixed(0)} ms`);
    for (const [stage, share] of sharesOf(profile)) {
      print(`${stage.padEnd(36)}${(share * milliseconds).toFixed(0).padStart(7)} ms`);
    }
    const sums = multiplications() - before;
    const speed = kernelSpeed(embedder.dimension);
    print(
      `products of vectors: ${(sums / 1e6).toFixed(0)} million multiplications; ` +
        `the kernel does ${(speed / 1e9).toFixed(1)} billion a second: ${((1000 * sums) / speed).toFixed(0)} ms`,
    );
  }
  await embedder.close();
}

async function profiled(
  work: () => void,
): Promise<{ readonly profile: Profile; readonly milliseconds: number }> {
  const session = new Session();
  session.connect();
  const post = promisify(session.post.bind(session)) as (
    method: string,
    parameters?: object,
  ) => Promise<unknown>;
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 500 });
  await post('Profiler.start');
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const { profile } = (await post('Profiler.stop')) as { readonly profile: Profile };
  session.disconnect();
  return { profile, milliseconds: (user + system) / 1000 };
}

/** The share of each stage in the time of a profile: a sample belongs to the innermost stage it is in. */
function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): [string, number][] {
  const stageOf = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node: ProfileNode, outer: string | undefined): void => {
    const name = node.callFrame.functionName;
    const own = stages.find(([, functions]) => functions.includes(name))?.[0] ?? outer;
    if (own !== undefined) stageOf.set(node.id, own);
    for (const child of node.children ?? []) visit(byId.get(child)!, own);
  };
  if (nodes[0] !== undefined) visit(nodes[0], undefined);
  const times = new Map<string, number>(stages.map(([stage]) => [stage, 0]));
  let total = 0;
  samples.forEach((id, k) => {
    const stage = stageOf.get(id);
    if (stage === undefined) return;
    const time = timeDeltas[k] ?? 0;
    times.set(stage, times.get(stage)! + time);
    total += time;
  });
  return [...times].map(([stage, time]) => [stage, time / Math.max(1, total)]);
}

/** What programs are made with. */
const global = globalThis as unknown as {
  readonly WebAssembly: {
    Instance: new (
      module: object,
      imports: object,
    ) => { readonly exports: { readonly multiplications?: () => number } };
  };
};

/** Has every program that is made from now on remembered; returns the multiplications of all of them so far. */
function countMultiplications(): () => number {
  const counters: (() => number)[] = [];
  const { Instance } = global.WebAssembly;
  global.WebAssembly.Instance = class extends Instance {
    constructor(module: object, imports: object) {
      super(module, imports);
      const { multiplications } = this.exports;
      if (multiplications !== undefined) counters.push(multiplications);
    }
  };
  return () => counters.reduce((sum, counter) => sum + counter(), 0);
}

/** Multiplications a second of rows that are in the processor's cache. */
function kernelSpeed(dimension: number): number {
  const [rows, columns] = [2, 64];
  const stride = rowBytes(dimension);
  const out = (rows + columns) * stride;
  const kernel = loadKernel(out + 4 * rows * columns);
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    for (let k = 0; k < 2000; k++) kernel.tile(0, rows * stride, stride, rows, columns, out);
    return performance.now() - start;
  });
  return (1000 * 2000 * rows * columns * (stride / 2)) / Math.min(...times);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
