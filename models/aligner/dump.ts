import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planAnchors } from '../../src/align/input/anchors.js';
import { featureTable } from '../../src/align/features/feature-table.js';
import { cheapFeatures, cheapRows } from '../../src/align/search/cheap-features.js';
import { readPair } from '../../src/align/parallel/reading.js';
import type { AlignerWeights } from '../../src/align/parallel/reading.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { SCORE_SETS, loadSet } from './gold.js';
import { labelEdges } from './labels.js';

/** A first pass by hand: Bertalign's formula and a small price for skipping. */
const HAND: AlignerWeights = {
  cheap: { linear: [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -2, 0, 0], run: 0 },
  score: null,
};

/**
 * `dump GOLD OUT WEIGHTS [MODEL]`: lattices, features and labels of every document, for fit.py.
 * `hand` for WEIGHTS takes weights by hand. Each set is read with the weights `WEIGHTS/<set>.json` (fitted without it), so that what the
 * document's lexicon is learned from is as good as it will be on unknown documents.
 */
const [folder, out, weightsFolder, model] = process.argv.slice(2);
if (folder === undefined || out === undefined || weightsFolder === undefined) {
  throw new Error('usage: dump GOLD OUT WEIGHTS [MODEL]');
}
mkdirSync(out, { recursive: true });
const embedder = await loadEmbedder(model === undefined ? {} : { model });
const index: object[] = [];
for (const set of Object.keys(SCORE_SETS)) {
  const weights =
    weightsFolder === 'hand'
      ? HAND
      : (JSON.parse(readFileSync(join(weightsFolder, `${set}.json`), 'utf8')) as AlignerWeights);
  for (const copy of ['plain', 'junk', 'cut'] as const) {
    for (const { name, a, b, gold } of await loadSet(folder, set, embedder, copy)) {
      // OneStop pairs row with row even where a row is lacking: such gold teaches nothing.
      const uneven = a.stream.sentences.length !== b.stream.sentences.length;
      if (set === 'onestop-en-levels' && (uneven || copy !== 'plain')) continue;
      const { plane, lattice, features } = readPair(a, b, planAnchors([], 0, 0), weights);
      const table = new Float32Array(lattice.edges * featureTable.length);
      for (let e = 0; e < lattice.edges; e++) table.set(features.of(e), e * featureTable.length);
      const cheap = new Float32Array(lattice.edges * cheapFeatures.length);
      cheapRows(plane, lattice, cheap);
      const labels = labelEdges(plane, lattice, gold);
      const parts = [
        lattice.rows,
        lattice.columns,
        lattice.from,
        lattice.to,
        labels.exact,
        labels.allowed,
        plane.a.positions,
        plane.b.positions,
        table,
        cheap,
      ];
      const data = `${set}.${name}${copy === 'plain' ? '' : `.${copy}`}.bin`;
      writeFileSync(
        join(out, data),
        Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength))),
      );
      index.push({
        set,
        name,
        copy,
        file: data,
        nodes: lattice.nodes,
        edges: lattice.edges,
        countA: plane.a.count,
        countB: plane.b.count,
        allA: a.stream.sentences.length,
        allB: b.stream.sentences.length,
        gold,
      });
      process.stderr.write(
        `${set} ${name}${copy === 'plain' ? '' : ` (${copy})`}: ${lattice.edges} edges, gold ${labels.held}/${labels.wanted}\n`,
      );
    }
  }
}
writeFileSync(
  join(out, 'index.json'),
  JSON.stringify({ features: featureTable, cheap: cheapFeatures, documents: index }),
);
await embedder.close();
