/**
 * Time and memory of whole alignments: embedding both sides, then aligning. Every size runs in a
 * process of its own, so that the peak of memory is its own.
 *
 * Texts are made the same way every time. With `--pairs`, of translated sentences (source, foreign,
 * English; separated by tabs); without, side B says what side A says with words left out and
 * swapped. Either way sentences of both sides are joined, left out and put in, so that the right
 * alignment is known and strict F1 can be told.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alignStreams } from '../../src/align/align-streams.js';
import type { Embedding, Sentence, Stream } from '../../src/domain.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { scoreAlignments } from '../../src/score/score-alignments.js';
import type { Options } from './main.js';
import { places, seededRandom, seedParagraphs } from './places.js';

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
  const mode = options.mode === 'comparable' ? 'comparable' : 'parallel';
  const material = options.pairs === undefined ? paraphrases() : translations(options.pairs);
  const { a, b, gold } = makeTexts(countA, countB, material, mode === 'comparable');
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
      mode.padEnd(11),
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

function streamOf(texts: readonly string[], source: number): Stream {
  let start = 0;
  const sentences = texts.map((text, index): Sentence => {
    const sentence = {
      number: index + 1,
      paragraph: 1 + Math.floor(index / 6),
      language: 'en',
      start,
      end: start + text.length,
      text,
      noise: null,
    };
    start = sentence.end + 1;
    return sentence;
  });
  return { source, language: source === 0 ? 'en' : 'und', sentences };
}

type Material = (random: () => number) => readonly [string, string];

/** Sentences of the seeds' words; the other side leaves out, swaps and adds some. */
function paraphrases(): Material {
  const words = seedParagraphs().flatMap((line) => line.split(/\s+/));
  return (random) => {
    const length = 6 + Math.floor(24 * random());
    const pick = (): string => words[Math.floor(random() * words.length)] ?? '';
    const first = Array.from({ length }, pick);
    const second = first
      .filter(() => random() > 0.2)
      .map((word) => (random() < 0.1 ? pick() : word));
    return [`${first.join(' ')}.`, `${second.join(' ')}.`];
  };
}

function translations(file: string): Material {
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, foreign = '', english = '']) => foreign.length > 20 && english.length > 20);
  return (random) => {
    const [, foreign = '', english = ''] = pairs[Math.floor(random() * pairs.length)] ?? [];
    return [foreign, english];
  };
}

interface Texts {
  readonly a: string[];
  readonly b: string[];
  readonly gold: { readonly a: number[]; readonly b: number[] }[];
}

/**
 * Two sides of about the sizes asked for: 88 % of the beads are 1-1, the rest 1-2, 2-1 or a sentence
 * on one side only, more of those where one side is to be longer. With `shuffled`, half the sentences
 * have no partner and the order of side B is lost.
 */
function makeTexts(countA: number, countB: number, material: Material, shuffled: boolean): Texts {
  const random = seededRandom(countA + 31 * countB);
  const a: string[] = [];
  const b: string[] = [];
  const gold: { a: number[]; b: number[] }[] = [];
  const bead = (sidesA: readonly string[], sidesB: readonly string[]): void => {
    gold.push({ a: sidesA.map((_, i) => a.length + i), b: sidesB.map((_, i) => b.length + i) });
    a.push(...sidesA);
    b.push(...sidesB);
  };
  // What one side has more must stand alone, or in beads that are longer on that side.
  const surplus = Math.abs(countA - countB) / Math.max(countA, countB);
  while (a.length < countA || b.length < countB) {
    const [first, second] = material(random);
    const draw = random();
    const behind = b.length * countA < a.length * countB;
    if (shuffled ? draw < 0.5 : draw < 0.06 + surplus)
      bead(behind ? [] : [first], behind ? [second] : []);
    else if (!shuffled && draw < 0.12 + surplus) {
      const [otherA, otherB] = material(random);
      if (behind) bead([`${first} ${otherA}`], [second, otherB]);
      else bead([first, otherA], [`${second} ${otherB}`]);
    } else bead([first], [second]);
  }
  if (!shuffled) return { a, b, gold };
  const order = b.map((_, i) => ({ i, key: random() })).sort((x, y) => x.key - y.key);
  const place = new Map(order.map(({ i }, position) => [i, position]));
  return {
    a,
    b: order.map(({ i }) => b[i] ?? ''),
    gold: gold.map((link) => ({ a: link.a, b: link.b.map((i) => place.get(i) ?? 0) })),
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
