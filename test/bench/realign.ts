/**
 * How long a text of about 1,000 sentences takes to align again when a person fixes a bead that the
 * alignment did not have: what `paralign review` does at every such judgement.
 */
import { ParallelAligner } from '../../src/align/parallel/align-parallel.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { makeTexts, paraphrases, streamOf, translations } from './made-texts.js';
import type { Options } from './main.js';
import { places } from './places.js';

const tries = 40;

/** Prints one line a size: the whole alignment, then alignments around one new anchor each. */
export async function run(options: Options): Promise<void> {
  const embedder = await loadEmbedder({
    places,
    ...(options.model !== undefined && { model: options.model }),
  });
  const material = options.pairs === undefined ? paraphrases() : translations(options.pairs);
  print('sentences      first ms   again: median ms   95 % ms   worst ms');
  for (const size of (options.sizes ?? '1000x1000').split(',')) {
    const [countA = 0, countB = 0] = size.split('x').map(Number);
    const { a, b } = makeTexts(countA, countB, material, false);
    const aligner = new ParallelAligner(
      { stream: streamOf(a, 0), embedding: await embedder.embed(a, { pieces: true }) },
      { stream: streamOf(b, 1), embedding: await embedder.embed(b, { pieces: true }) },
    );
    const begin = performance.now();
    const beads = aligner.align([]).filter((bead) => bead.a.length > 0 && bead.b.length > 0);
    const first = performance.now() - begin;
    const times: number[] = [];
    for (let k = 0; k < tries; k += 1) {
      // A sentence fixed to what the next bead holds: never what the alignment says.
      const at = Math.floor(((k + 0.5) * (beads.length - 1)) / tries);
      const [one, next] = [beads[at], beads[at + 1]];
      const start = performance.now();
      aligner.align([{ a: one?.a.slice(0, 1) ?? [], b: next?.b.slice(0, 1) ?? [] }]);
      times.push(performance.now() - start);
    }
    times.sort((x, y) => x - y);
    const figure = (share: number): string =>
      (times[Math.min(tries - 1, Math.floor(share * tries))] ?? 0).toFixed(0);
    print(
      [
        `${a.length}x${b.length}`.padEnd(14),
        first.toFixed(0).padStart(8),
        figure(0.5).padStart(18),
        figure(0.95).padStart(9),
        figure(1).padStart(10),
      ].join(' '),
    );
  }
  await embedder.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
