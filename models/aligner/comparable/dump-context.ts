import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeContext } from '../../../src/align/comparable/context.js';
import { leastLogit } from '../../../src/align/comparable/score.js';
import { FoundWords, foundNames } from '../../../src/align/likeness/found-words.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { fitDocuments, withPieces } from './documents.js';

/**
 * `dump-context GOLD OUT PASS [MODEL]` after dump.ts and the fit of the pass before: what pass 2 or 3 looks at
 * besides, from what that fit gave to sets it had left out (OUT/logits1.bin, logits2.bin). Before pass 2 also the
 * words that likely candidates find in each other.
 */
const [goldFolder, out, pass, model] = process.argv.slice(2);
if (goldFolder === undefined || out === undefined || (pass !== '2' && pass !== '3')) {
  throw new Error('usage: dump-context GOLD OUT 2|3 [MODEL]');
}

interface Entry {
  readonly set: string;
  readonly name: string;
  readonly countA: number;
  readonly countB: number;
  readonly start: number;
  readonly count: number;
}

const { index } = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')) as {
  readonly index: readonly Entry[];
};
const boxes = new Int32Array(numbers('boxes.bin'));
const logits = new Float32Array(numbers(`logits${Number(pass) - 1}.bin`));
const context = index.map((entry) => {
  const own = logits.slice(entry.start, entry.start + entry.count);
  return Buffer.from(describeContext(entry, candidatesOf(entry), own).buffer);
});
writeFileSync(join(out, `context${pass}.bin`), Buffer.concat(context));

if (pass === '2' && !existsSync(join(out, 'found.bin'))) {
  const embedder = await loadEmbedder(model === undefined ? {} : { model });
  const found: Buffer[] = [];
  for (const [at, document] of (await fitDocuments(goldFolder, embedder)).entries()) {
    const entry = index[at];
    if (entry?.name !== document.name) throw new Error(`${document.name} is not in the dump`);
    const rows = new Float32Array(entry.count * foundNames.length);
    const [a, b] = [await withPieces(document.a, embedder), await withPieces(document.b, embedder)];
    const words = new FoundWords(a.embedding, b.embedding);
    candidatesOf(entry).forEach((candidate, k) => {
      if (logits[entry.start + k]! <= leastLogit) return;
      rows.set(words.describe(candidate), k * foundNames.length);
    });
    found.push(Buffer.from(rows.buffer));
  }
  writeFileSync(join(out, 'found.bin'), Buffer.concat(found));
  await embedder.close();
}

function candidatesOf({ start, count }: Entry) {
  return Array.from({ length: count }, (_, k) => {
    const [i, n, j, m] = boxes.subarray((start + k) * 4, (start + k) * 4 + 4);
    return { i: i!, n: n!, j: j!, m: m! };
  });
}

function numbers(name: string): ArrayBuffer {
  const file = readFileSync(join(out!, name));
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
}
