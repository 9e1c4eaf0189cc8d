import { ParallelAligner } from '../../src/align/parallel/align-parallel.js';
import { weights as shipped } from '../../src/align/parallel/weights.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { foldWeights } from './fold-weights.js';
import { scoreAlignments, type ScoredDocument } from '../../src/score/score-alignments.js';
import { SCORE_SETS, loadSet } from './gold.js';

/**
 * `evaluate GOLD MODEL [FOLDS]`: strict and lax F1 on the parallel development sets, with the
 * program's weights (fitted on these sets: too good) or, given the folder of folds, each set with weights
 * fitted without it (what the README states).
 */
const [folder, model, folds] = process.argv.slice(2);
if (folder === undefined || model === undefined)
  throw new Error('usage: evaluate GOLD MODEL [FOLDS]');
const embedder = await loadEmbedder({ model });
for (const [set, title] of Object.entries(SCORE_SETS)) {
  const weights = folds === undefined ? shipped : foldWeights(folds, set);
  const all: ScoredDocument[] = [];
  const sound: ScoredDocument[] = [];
  for (const { a, b, gold } of await loadSet(folder, set, embedder)) {
    const scored = { gold, test: new ParallelAligner(a, b, { weights }).align([]) };
    all.push(scored);
    // OneStop's gold pairs rows by number; it is sound only where no row is lacking.
    if (a.stream.sentences.length === b.stream.sentences.length) sound.push(scored);
  }
  const line = (name: string, documents: readonly ScoredDocument[]): string => {
    const { strict, lax } = scoreAlignments(documents);
    return `${name.padEnd(28)} strict ${strict.f1.toFixed(3)}  lax ${lax.f1.toFixed(3)}  documents ${documents.length}\n`;
  };
  process.stdout.write(line(title, all));
  if (set === 'onestop-en-levels') process.stdout.write(line(`${title}, no row lacking`, sound));
}
await embedder.close();
