import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignParallel } from '../../../src/align/parallel/align-parallel.js';
import { modeInputs } from '../../../src/align/mode/decide-mode.js';
import { readModeEvidence } from '../../../src/align/mode/evidence.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { fitDocuments, withPieces } from './documents.js';
import { chunkDocuments } from './mode-documents.js';

/** `mode-dump GOLD OUT [MODEL]`: the inputs of the decision between the modes, and the answers. */
const [goldFolder, out, model] = process.argv.slice(2);
if (goldFolder === undefined || out === undefined) throw new Error('usage: mode-dump GOLD OUT');
mkdirSync(out, { recursive: true });
const embedder = await loadEmbedder(model === undefined ? {} : { model });
const documents = await fitDocuments(goldFolder, embedder, true);
const rows: object[] = [];
for (const { answer, made, ...document } of chunkDocuments(documents)) {
  const [a, b] = [await withPieces(document.a, embedder), await withPieces(document.b, embedder)];
  const evidence = readModeEvidence(a, b, alignParallel(a, b));
  rows.push({
    set: document.set,
    name: document.name,
    made,
    parallel: answer === 'parallel' ? 1 : 0,
    inputs: modeInputs(evidence),
    evidence,
  });
}
writeFileSync(join(out, 'mode.json'), JSON.stringify(rows));
console.log(`${rows.length} documents`);
await embedder.close();
