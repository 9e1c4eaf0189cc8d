import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planAnchors } from '../../src/align/anchors.js';
import { readEvidence, withLexicon } from '../../src/align/evidence.js';
import { FEATURES, FeatureReader } from '../../src/align/features.js';
import { CHEAP_FEATURES, cheapRow, cheapScores, pruneBeads } from '../../src/align/first-pass.js';
import { edgePosteriors } from '../../src/align/lattice.js';
import { makePlane } from '../../src/align/plane.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { PARALLEL_SETS, loadSet } from './gold.js';
import { labelEdges } from './labels.js';

/** `dump GOLD-FOLDER OUT MODEL`: lattices, features and labels of every document, for the fit. */
const [folder, out, model] = process.argv.slice(2);
if (folder === undefined || out === undefined) throw new Error('usage: dump GOLD OUT [MODEL]');
const HAND = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -2, 0, 0];
mkdirSync(out, { recursive: true });
const embedder = await loadEmbedder(model === undefined ? {} : { model });
const index: object[] = [];
for (const set of Object.keys(PARALLEL_SETS)) {
  for (const { name, a, b, gold } of await loadSet(folder, set, embedder)) {
    const started = performance.now();
    const plane = makePlane(a, b, planAnchors([], 0, 0));
    const lattice = pruneBeads(plane, HAND, 12);
    const t1 = performance.now();
    const { scores } = cheapScores(plane, lattice, HAND);
    const evidence = withLexicon(readEvidence(a, b, plane), lattice, edgePosteriors(lattice, scores));
    const reader = new FeatureReader(evidence);
    const features = new Float32Array(lattice.edges * FEATURES.length);
    const cheap = new Float32Array(lattice.edges * CHEAP_FEATURES.length);
    const t2 = performance.now();
    for (let e = 0; e < lattice.edges; e++) {
      const [i, j] = [lattice.rows[lattice.from[e]!]!, lattice.columns[lattice.from[e]!]!];
      const [i2, j2] = [lattice.rows[lattice.to[e]!]!, lattice.columns[lattice.to[e]!]!];
      reader.read(i, i2 - i, j, j2 - j, features, e * FEATURES.length);
    }
    const t3 = performance.now();
    cheapRow(plane, lattice, cheap);
    const labels = labelEdges(plane, lattice, gold);
    const file = `${set}.${name}.bin`;
    const parts = [
      lattice.rows,
      lattice.columns,
      lattice.from,
      lattice.to,
      labels.exact,
      labels.allowed,
      plane.a.positions,
      plane.b.positions,
      features,
      cheap,
    ];
    writeFileSync(join(out, file), Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength))));
    index.push({
      set,
      name,
      file,
      nodes: lattice.nodes,
      edges: lattice.edges,
      countA: plane.a.count,
      countB: plane.b.count,
      allA: a.stream.sentences.length,
      allB: b.stream.sentences.length,
      gold,
    });
    process.stderr.write(
      `${set} ${name} ${plane.a.count}x${plane.b.count} edges ${lattice.edges} gold ${labels.held}/${labels.wanted} plane ${(t1 - started).toFixed(0)} lex ${(t2 - t1).toFixed(0)} feat ${(t3 - t2).toFixed(0)}\n`,
    );
  }
}
writeFileSync(
  join(out, 'index.json'),
  JSON.stringify({ features: FEATURES, cheap: CHEAP_FEATURES, documents: index }),
);
await embedder.close();
