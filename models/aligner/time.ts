import { readFileSync } from 'node:fs';
import { alignParallel } from '../../src/align/parallel/align-parallel.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { scoreAlignments } from '../../src/score/score-alignments.js';
import { parseVecalign } from '../../src/score/vecalign-notation.js';
import { readSide } from '../../test/bench/gold-sets.js';
import { toStream } from './gold.js';

/** `time MODEL A B [GOLD]`: seconds of the alignment step alone on one sentence a line. */
const [model, fileA, fileB, gold] = process.argv.slice(2);
if (model === undefined || fileA === undefined || fileB === undefined)
  throw new Error('usage: time MODEL A B [GOLD]');
const embedder = await loadEmbedder({ model });
const streams = [toStream(0, readSide(fileA)), toStream(1, readSide(fileB))] as const;
const started = process.cpuUsage().user / 1000;
const inputs = [];
for (const stream of streams) {
  inputs.push({
    stream,
    embedding: await embedder.embed(
      stream.sentences.map(({ text }) => text),
      { pieces: true },
    ),
  });
}
const embedded = process.cpuUsage().user / 1000;
const beads = alignParallel(inputs[0]!, inputs[1]!);
const done = process.cpuUsage().user / 1000;
process.stdout.write(
  `${streams[0].sentences.length} x ${streams[1].sentences.length}: embed ${((embedded - started) / 1000).toFixed(2)} s, align ${((done - embedded) / 1000).toFixed(2)} s, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB\n`,
);
if (gold !== undefined) {
  const wanted = parseVecalign(gold, readFileSync(gold, 'utf8'));
  const { strict, lax } = scoreAlignments([{ gold: wanted, test: beads }]);
  process.stdout.write(`strict ${strict.f1.toFixed(3)} lax ${lax.f1.toFixed(3)}\n`);
}
await embedder.close();
