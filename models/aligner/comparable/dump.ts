import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCandidates } from '../../../src/align/comparable/candidates.js';
import { contextNames } from '../../../src/align/comparable/context.js';
import { describeCandidates, featureNames } from '../../../src/align/comparable/features.js';
import { readPassages } from '../../../src/align/comparable/pair-rest.js';
import { alignPassages } from '../../../src/align/passages/align-passages.js';
import { findPassages, neighboursOf } from '../../../src/align/passages/find-passages.js';
import { foundNames } from '../../../src/align/likeness/found-words.js';
import { makeSpace } from '../../../src/align/comparable/space.js';
import { weights as shipped } from '../../../src/align/parallel/weights.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { foldWeights } from '../fold-weights.js';
import { PARALLEL_SETS } from '../gold.js';
import { fitDocuments, withPieces } from './documents.js';
import type { FitDocument } from './documents.js';

/**
 * `dump GOLD OUT [MODEL]`: candidates, features and labels of every document, for the fit of the
 * first score. What the later passes look at besides is written by dump-context.ts.
 */
const [goldFolder, out, model] = process.argv.slice(2);
if (goldFolder === undefined || out === undefined) throw new Error('usage: dump GOLD OUT [MODEL]');
mkdirSync(out, { recursive: true });
/** Weights of the alignment in order, each set's fitted without it. */
const folds = 'models/aligner/folds';
const embedder = await loadEmbedder(model === undefined ? {} : { model });
const documents = await fitDocuments(goldFolder, embedder);
const rows: Buffer[] = [];
const boxes: Buffer[] = [];
const labels: Buffer[] = [];
const index: object[] = [];
let at = 0;
for (const document of documents) {
  const everything = (input: FitDocument['a']): Set<number> =>
    new Set(input.stream.sentences.keys());
  const [a, b] = [await withPieces(document.a, embedder), await withPieces(document.b, embedder)];
  const weights = document.set in PARALLEL_SETS ? foldWeights(folds, document.set) : shipped;
  const { extents } = findPassages(a, b, neighboursOf(a, b));
  const pairs = alignPassages(a, b, extents, { weights })
    .flat()
    .filter((bead) => bead.a.length > 0 && bead.b.length > 0);
  const reading = readPassages(pairs, a.stream.sentences.length, b.stream.sentences.length);
  const space = makeSpace(a, b, everything(a), everything(b), reading);
  const candidates = findCandidates(space);
  rows.push(bytes(describeCandidates(space, candidates)));
  boxes.push(bytes(Int32Array.from(candidates.flatMap(({ i, n, j, m }) => [i, n, j, m]))));
  labels.push(bytes(label(document, candidates)));
  index.push({
    set: document.set,
    name: document.name,
    made: document.made,
    exhaustive: document.exhaustive,
    countA: document.a.stream.sentences.length,
    countB: document.b.stream.sentences.length,
    start: at,
    count: candidates.length,
    gold: document.gold.filter(({ a, b }) => a.length > 0 && b.length > 0),
  });
  at += candidates.length;
}
writeFileSync(join(out, 'features.bin'), Buffer.concat(rows));
writeFileSync(join(out, 'boxes.bin'), Buffer.concat(boxes));
writeFileSync(join(out, 'labels.bin'), Buffer.concat(labels));
writeFileSync(
  join(out, 'index.json'),
  JSON.stringify({ featureNames, foundNames, contextNames, index }),
);
console.log(`${documents.length} documents, ${at} candidates`);
await embedder.close();

function bytes(array: Float32Array | Int32Array | Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** 1 exactly a gold bead, 0 not, 2 not in the gold but perhaps right (gold not exhaustive). */
function label(
  document: FitDocument,
  candidates: readonly { i: number; n: number; j: number; m: number }[],
): Uint8Array {
  const gold = document.gold.filter(({ a, b }) => a.length > 0 && b.length > 0);
  const keys = new Set(gold.map(({ a, b }) => `${a.join()}:${b.join()}`));
  const takenA = new Set(gold.flatMap(({ a }) => a));
  const takenB = new Set(gold.flatMap(({ b }) => b));
  return Uint8Array.from(candidates, ({ i, n, j, m }) => {
    const a = Array.from({ length: n }, (_, k) => i + k);
    const b = Array.from({ length: m }, (_, k) => j + k);
    if (keys.has(`${a.join()}:${b.join()}`)) return 1;
    const touches = a.some((x) => takenA.has(x)) || b.some((y) => takenB.has(y));
    return document.exhaustive || touches ? 0 : 2;
  });
}
