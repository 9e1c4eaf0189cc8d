import { alignParallel } from '../../src/align/align-parallel.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { PARALLEL_SETS, countMatches, f1, loadSet } from './gold.js';

/** `evaluate GOLD-FOLDER [MODEL]`: strict and lax F1 of the shipped weights on the parallel sets. */
const [folder, model] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: evaluate GOLD-FOLDER [MODEL]');
const embedder = await loadEmbedder(model === undefined ? {} : { model });
for (const [set, title] of Object.entries(PARALLEL_SETS)) {
  const documents = await loadSet(folder, set, embedder);
  const started = performance.now();
  const counts = documents.map(({ a, b, gold }) => countMatches(gold, alignParallel(a, b)));
  const time = performance.now() - started;
  process.stdout.write(
    `${title.padEnd(12)} strict ${f1(counts, 'strict').toFixed(3)}  lax ${f1(counts, 'lax').toFixed(3)}  ${time.toFixed(0)} ms\n`,
  );
}
await embedder.close();
