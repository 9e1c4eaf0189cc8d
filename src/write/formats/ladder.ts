import { decimal } from '../records/cell-fields.js';
import { longestChain, type Stretch } from '../records/longest-chain.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { linksSources, type OutputRecord } from '../records/records.js';
import { sideNumbers, twoSides } from '../records/two-sides.js';

/**
 * hunalign's ladder: `12<tab>14<tab>0.83`, how many sentences of each text come before a segment, and
 * the score of the segment that begins there. It begins with `0 0` and ends with the lengths of both
 * texts; sentences without a partner are segments of their own. A ladder never goes back: links out of
 * order are written as unaligned, and said to be.
 */
export const writeLadder: WriteFormat = async function* (head, batches, _options, onDiagnostic) {
  const stretches: Stretch[] = [];
  for await (const records of batches)
    for (const record of records) stretches.push(...stretchOf(record));
  const chain = longestChain(stretches);
  const crossing = stretches.length - chain.length;
  if (crossing > 0) onDiagnostic?.({ code: 'crossing-unaligned', count: crossing });
  const [lengthA = 0, lengthB = 0] = head.sources.map(({ sentences }) => sentences);
  const end = { a: [lengthA, lengthA], b: [lengthB, lengthB], score: 0 } as const;
  let [a, b] = [0, 0];
  let lines: string[] = [];
  for (const stretch of [...chain, end]) {
    for (; a < stretch.a[0]; a++) lines.push(rung(a, b, 0));
    for (; b < stretch.b[0]; b++) lines.push(rung(a, b, 0));
    lines.push(rung(a, b, stretch.score));
    [a, b] = [stretch.a[1], stretch.b[1]];
    if (lines.length < linesPerPart) continue;
    yield onlyFile(lines.join(''));
    lines = [];
  }
  yield onlyFile(lines.join(''));
};

const linesPerPart = 1024;

function rung(a: number, b: number, score: number): string {
  return `${a}\t${b}\t${score === 0 ? '0' : decimal(score)}\n`;
}

/** From the first to the last sentence of each side: what stands in between can't be left out. */
function stretchOf(record: OutputRecord): Stretch[] {
  if (!linksSources(record)) return [];
  const [a, b] = twoSides(record).map(sideNumbers);
  const [firstA, lastA, firstB, lastB] = [a?.[0], a?.at(-1), b?.[0], b?.at(-1)];
  if (firstA === undefined || lastA === undefined || firstB === undefined || lastB === undefined)
    return [];
  return [{ a: [firstA - 1, lastA], b: [firstB - 1, lastB], score: record.score }];
}
