import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedDocument } from './gold.js';
import { planAnchors } from '../../src/align/input/anchors.js';
import { ParallelAligner } from '../../src/align/parallel/align-parallel.js';
import { confidenceInputNames, confidenceInputs } from '../../src/align/parallel/confidence.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { readSet } from '../../test/bench/gold-sets.js';
import { foldWeights } from './fold-weights.js';
import { CONFIDENCE_SETS, loadSet } from './gold.js';

/**
 * `dump-confidence GOLD MODEL FOLDS OUT`: the inputs of every bead's confidence and whether the bead is right, for
 * fit_confidence.py. Each set is aligned with the weights `FOLDS/<set>.json`, which were fitted without it, or with the
 * program's if there are none, because nothing was fitted on it. Of copies with strangers, only the beads that hold one.
 */
const [folder, model, folds, out] = process.argv.slice(2);
if (folder === undefined || model === undefined || folds === undefined || out === undefined)
  throw new Error('usage: dump-confidence GOLD MODEL FOLDS OUT');
const embedder = await loadEmbedder({ model });
const width = confidenceInputNames.length;
const beads: object[] = [];
for (const set of CONFIDENCE_SETS) {
  const plain = readSet(join(folder, set));
  const listsAll = plain.some(({ gold }) =>
    gold.some(({ a, b }) => a.length === 0 || b.length === 0),
  );
  for (const copy of ['plain', 'cut', 'strangers'] as const) {
    const documents = await loadSet(folder, set, embedder, copy);
    for (const document of documents) {
      const { name, a, b } = document;
      // OneStop pairs row with row even where a row is lacking: such gold teaches nothing.
      const uneven = a.stream.sentences.length !== b.stream.sentences.length;
      if (set === 'onestop-en-levels' && (uneven || copy === 'cut')) continue;
      const { reading, path, probabilities } = new ParallelAligner(a, b, {
        weights: foldWeights(folds, set),
      }).decode(planAnchors([], 0, 0));
      const inputs = confidenceInputs(reading, path, probabilities);
      const judge = judgeOf(document, listsAll || copy === 'cut');
      const before = new Set(plain.find((own) => own.name === name)?.gold.map(keyOf));
      const { lattice, plane } = reading;
      path.forEach((edge, k) => {
        const [from, to] = [lattice.from[edge]!, lattice.to[edge]!];
        const bead = {
          a: [...plane.a.positions.subarray(lattice.rows[from], lattice.rows[to])],
          b: [...plane.b.positions.subarray(lattice.columns[from], lattice.columns[to])],
        };
        const right = judge(bead);
        const holdsStranger = right === false && before.has(keyOf(bead));
        if (right === null || (copy === 'strangers' && !holdsStranger)) return;
        const own = [...inputs.subarray(k * width, (k + 1) * width)];
        beads.push({ set, copy, right, inputs: own.map((value) => Number(value.toFixed(5))) });
      });
    }
  }
  process.stderr.write(`${set}: ${beads.length} beads so far\n`);
}
writeFileSync(out, JSON.stringify({ names: confidenceInputNames, beads }));
await embedder.close();

interface Positions {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

function keyOf({ a, b }: Positions): string {
  return `${a.join()}:${b.join()}`;
}

/** Whether a bead is right; null for sentences without a partner where the gold lists none. */
function judgeOf(
  { gold }: EmbeddedDocument,
  listsAll: boolean,
): (bead: Positions) => boolean | null {
  const right = new Set(gold.map(keyOf));
  const linkedA = new Set(gold.flatMap(({ a, b }) => (b.length > 0 ? a : [])));
  const linkedB = new Set(gold.flatMap(({ a, b }) => (a.length > 0 ? b : [])));
  return (bead) => {
    if (bead.a.length > 0 && bead.b.length > 0) return right.has(keyOf(bead));
    if (!listsAll) return null;
    return bead.a.every((i) => !linkedA.has(i)) && bead.b.every((j) => !linkedB.has(j));
  };
}
