/**
 * Time and memory of whole alignments: embedding both sides, then aligning. Every size runs in a
 * process of its own, so that the peak of memory is its own.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { alignStreams } from '../../src/align/align-streams.js';
import type { Embedding } from '../../src/domain.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { scoreAlignments } from '../../src/score/score-alignments.js';
import { makeTexts, paraphrases, streamOf, translations } from './made-texts.js';
import type { Options } from './main.js';
import { places } from './places.js';

const defaultSizes = '1000x1000,5000x6300,10000x10000,100000x100000';

/** Prints one line a size and mode. */
export async function run(options: Options): Promise<void> {
  const worker = process.env['PARALIGN_BENCH_SIZE'];
  if (worker !== undefined) return runSize(options, worker);
  const sizes = (options.sizes ?? defaultSizes).split(',');
  const jobs = sizes.map((size) => [size, options.mode ?? 'parallel']);
  if (options.sizes === undefined && options.mode === undefined) {
    jobs.push(['10000x10000', 'comparable']);
  }
  print(
    'sentences        mode        embed s  align s  total s   (CPU s: embed, align)  peak MB  strict F1',
  );
  for (const [size = '', mode = ''] of jobs) {
    execFileSync(
      process.execPath,
      [fileURLToPath(import.meta.resolve('./main.js')), 'scale', ...args({ ...options, mode })],
      { stdio: 'inherit', env: { ...process.env, PARALIGN_BENCH_SIZE: size } },
    );
  }
}

function args({ model, pairs, mode }: Options): string[] {
  const given = { model, pairs, mode };
  return Object.entries(given).flatMap(([key, value]) =>
    value === undefined ? [] : [`--${key}`, value],
  );
}

async function runSize(options: Options, size: string): Promise<void> {
  const [countA = 0, countB = 0] = size.split('x').map(Number);
  // Half shared and shuffled: what comparable mode is for, and the dearest case of `auto`.
  const shuffled = options.mode === 'comparable' || options.mode === 'shuffled';
  const mode =
    options.mode === 'shuffled' || options.mode === 'auto'
      ? 'auto'
      : shuffled
        ? 'comparable'
        : 'parallel';
  const material = options.pairs === undefined ? paraphrases() : translations(options.pairs);
  const { a, b, gold } = makeTexts(countA, countB, material, shuffled);
  const embedder = await loadEmbedder({
    places,
    ...(options.model !== undefined && { model: options.model }),
  });
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const embeddings: Embedding[] = [];
  for (const texts of [a, b]) embeddings.push(await embedder.embed(texts, { pieces: true }));
  const middle = performance.now();
  const cpuBetween = process.cpuUsage(cpuBefore);
  const [embeddingA, embeddingB] = embeddings;
  if (embeddingA === undefined || embeddingB === undefined) throw new Error('two sides');
  const result = alignStreams(
    { stream: streamOf(a, 0), embedding: embeddingA },
    { stream: streamOf(b, 1), embedding: embeddingB },
    { mode },
  );
  const end = performance.now();
  const cpu = process.cpuUsage(cpuBefore);
  const { strict } = scoreAlignments([{ gold, test: result.beads }]);
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);
  print(
    [
      `${a.length}x${b.length}`.padEnd(16),
      (options.mode ?? mode).padEnd(11),
      seconds(start, middle).padStart(7),
      seconds(middle, end).padStart(8),
      seconds(start, end).padStart(8),
      computed(cpuBetween).toFixed(2).padStart(15),
      (computed(cpu) - computed(cpuBetween)).toFixed(2).padStart(8),
      (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8),
      strict.f1.toFixed(3).padStart(10),
    ].join(' '),
  );
}

/** Seconds of computing, which a busy machine disturbs less than the wall's. */
function computed({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
