import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseDisjoint } from '../../../src/align/comparable/select.js';
import { scoreAlignments, type ScoredDocument } from '../../../src/score/score-alignments.js';
import type { NumberedBead } from '../../../src/score/vecalign-notation.js';

/**
 * `report OUT`: strict F1 of every set by the scores that were fitted without it (beads with two
 * sides only: the gold of comparable texts lists no others), pairs found in unrelated texts, and
 * how far the confidence can be trusted. Writes OUT/calibration.json.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: report OUT');
/** The threshold of src/align/comparable.ts. */
const least = 0.5;

interface Entry {
  readonly set: string;
  readonly name: string;
  readonly made: boolean;
  readonly exhaustive: boolean;
  readonly countA: number;
  readonly countB: number;
  readonly start: number;
  readonly count: number;
  readonly gold: readonly NumberedBead[];
}

interface Chosen {
  readonly set: string;
  readonly logit: number;
  readonly right: boolean;
}

const { index } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
  index: Entry[];
};
const boxes = new Int32Array(aligned(readFileSync(join(folder, 'boxes.bin'))));
const logits = new Float32Array(aligned(readFileSync(join(folder, 'logits3.bin'))));
const chosen: Chosen[] = [];
/** What is counted of documents of one kind: all beads, 1-1 beads, pairs found of so many possible. */
interface Kind {
  readonly all: ScoredDocument[];
  readonly ones: ScoredDocument[];
  found: number;
  of: number;
}

const kinds = new Map<string, Kind>();
for (const entry of index) {
  const candidates = Array.from({ length: entry.count }, (_, k) => {
    const [i, n, j, m] = boxes.subarray((entry.start + k) * 4, (entry.start + k) * 4 + 4);
    return { i: i!, n: n!, j: j!, m: m! };
  });
  const own = logits.subarray(entry.start, entry.start + entry.count);
  const worth = own.map((logit) => 1 / (1 + Math.exp(-logit)) - least);
  const picked = chooseDisjoint(candidates, worth, entry.countA, entry.countB);
  const test = picked.map((at) => {
    const { i, n, j, m } = candidates[at]!;
    const run = (from: number, length: number): number[] =>
      Array.from({ length }, (_, k) => from + k);
    return { a: run(i, n), b: run(j, m) };
  });
  const keys = new Set(entry.gold.map(keyOf));
  if (entry.exhaustive) {
    picked.forEach((at, k) =>
      chosen.push({ set: entry.set, logit: own[at]!, right: keys.has(keyOf(test[k]!)) }),
    );
  }
  const kind = entry.name.includes('!')
    ? 'unrelated'
    : entry.name.includes('^')
      ? 'planted'
      : entry.made
        ? 'made'
        : 'as it is';
  const row = kinds.get(
    `${kind}, ${entry.set}${entry.set === 'books' && kind === 'as it is' ? (entry.name.includes('_p') ? (entry.countA > 0 && entry.gold.length < 20 ? ' mining' : ' structure') : ' multi') : ''}`,
  ) ?? { all: [], ones: [], found: 0, of: 0 };
  kinds.set(
    `${kind}, ${entry.set}${entry.set === 'books' && kind === 'as it is' ? (entry.name.includes('_p') ? (entry.countA > 0 && entry.gold.length < 20 ? ' mining' : ' structure') : ' multi') : ''}`,
    row,
  );
  row.all.push({ gold: entry.gold, test });
  const isOne = ({ a, b }: NumberedBead): boolean => a.length === 1 && b.length === 1;
  row.ones.push({ gold: entry.gold.filter(isOne), test: test.filter(isOne) });
  row.found += test.length;
  row.of += Math.min(entry.countA, entry.countB);
}
const table: Record<string, object> = {};
for (const name of [...kinds.keys()].sort()) {
  const { all, ones, found, of } = kinds.get(name)!;
  const { strict, lax } = scoreAlignments(all);
  table[name] = name.startsWith('unrelated')
    ? { pairs: found, sentences: of, share: `${((100 * found) / of).toFixed(1)}%` }
    : {
        strict: strict.f1.toFixed(3),
        'strict 1:1': scoreAlignments(ones).strict.f1.toFixed(3),
        lax: lax.f1.toFixed(3),
      };
}
console.table(table);

const all = calibrate(chosen);
writeFileSync(join(folder, 'calibration.json'), JSON.stringify(all));
console.log('calibration of all:', all);
const sets = [...new Set(chosen.map(({ set }) => set))];
const crossed = sets.flatMap((set) => {
  const line = calibrate(chosen.filter((other) => other.set !== set));
  const own = chosen.filter((other) => other.set === set).map((one) => apply(one, line));
  console.log(
    set.padEnd(28),
    'calibration error, left out:',
    error(own).toFixed(3),
    'of',
    own.length,
  );
  return own;
});
console.log('expected calibration error over all sets, each left out:', error(crossed).toFixed(4));
for (let bin = 0; bin < 10; bin++) {
  const inside = crossed.filter(({ p }) => Math.min(9, Math.floor(10 * p)) === bin);
  if (inside.length === 0) continue;
  const mean = inside.reduce((sum, { p }) => sum + p, 0) / inside.length;
  const right = inside.filter((one) => one.right).length / inside.length;
  console.log(
    `  ${bin / 10}-${(bin + 1) / 10}: said ${mean.toFixed(3)}, right ${right.toFixed(3)}, ${inside.length} beads`,
  );
}

function keyOf({ a, b }: NumberedBead): string {
  return `${a.join()}:${b.join()}`;
}

function aligned(buffer: Buffer): ArrayBuffer {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length) as ArrayBuffer;
}

/** Logistic regression on the log odds (Platt), sets weighted alike; Newton's method. */
function calibrate(data: readonly Chosen[]): { slope: number; shift: number } {
  const size = new Map<string, number>();
  for (const { set } of data) size.set(set, (size.get(set) ?? 0) + 1);
  let [slope, shift] = [1, 0];
  for (let round = 0; round < 30; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { set, logit, right } of data) {
      const weight = 1 / Math.sqrt(size.get(set)!);
      const p = 1 / (1 + Math.exp(-(slope * logit + shift)));
      const d = weight * (p - (right ? 1 : 0));
      const v = weight * p * (1 - p);
      g0 += d * logit;
      g1 += d;
      h00 += v * logit * logit;
      h01 += v * logit;
      h11 += v;
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    shift -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, shift };
}

function apply(
  { logit, right }: Chosen,
  { slope, shift }: { slope: number; shift: number },
): { p: number; right: boolean } {
  return { p: 1 / (1 + Math.exp(-(slope * logit + shift))), right };
}

/** Expected calibration error, ten bins of equal width. */
function error(data: readonly { p: number; right: boolean }[]): number {
  let total = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = data.filter(({ p }) => Math.min(9, Math.floor(10 * p)) === bin);
    const said = inside.reduce((sum, { p }) => sum + p, 0);
    total += Math.abs(said - inside.filter(({ right }) => right).length);
  }
  return total / Math.max(1, data.length);
}
