/**
 * Fits the matcher's weights to the tasks of make-tasks and prints how well they do.
 *
 *     fit.js TASK-FOLDER WEIGHTS-FILE
 *
 * Every group of tasks is also tested with weights fitted without it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignPairs, requiredProbability } from '../../src/match/assign.js';
import { computeFeatures, featureNames, type FeatureTable } from '../../src/match/features.js';
import {
  finalFeatures,
  finalWidth,
  probabilities,
  scorePairs,
  type MatchWeights,
  type StepWeights,
} from '../../src/match/probability.js';
import { learnedNames, withLearnedWords } from '../../src/match/learned-words.js';
import type { MatchSide } from '../../src/match/documents/side.js';
import { TermIndex } from '../../src/match/documents/terms.js';

const [folder = '', output = '', show = ''] = process.argv.slice(2);

interface Task {
  readonly name: string;
  readonly group: string;
  readonly table: FeatureTable;
  readonly labels: readonly boolean[];
  readonly countA: number;
  readonly countB: number;
  readonly gold: number;
  readonly weight: number;
}

function load(name: string): Task {
  const task: {
    a: string[][];
    b: string[][];
    pairs: [number, number][];
    words: { a: number[][]; b: number[][]; count: number };
    dimension: number;
  } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const bytes = readFileSync(join(folder, `${name}.bin`));
  const floats = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const index = new TermIndex();
  let at = 0;
  const side = (documents: string[][], words: number[][]): MatchSide => {
    const texts = documents.flat();
    const offsets = new Int32Array(documents.length + 1);
    documents.forEach((own, n) => (offsets[n + 1] = offsets[n]! + own.length));
    const rows = documents.map((own, n) => {
      const first = (at + offsets[n]!) * task.dimension;
      return Int16Array.from(floats.subarray(first, first + own.length * task.dimension), (value) =>
        Math.round(value * 16384),
      );
    });
    at += texts.length;
    return {
      count: documents.length,
      offsets,
      dimension: task.dimension,
      rows,
      lengths: Float32Array.from(texts, ({ length }) => length),
      terms: documents.map((own) => index.add(own)),
      words: words.map((own) => Int32Array.from(own)),
    };
  };
  const a = side(task.a, task.words.a);
  const b = side(task.b, task.words.b);
  // Rows of sentences and their norms come first, then rows of words and theirs.
  const wordsAt = at * (task.dimension + 1);
  const normsAt = wordsAt + task.words.count * task.dimension;
  const wordVectors = {
    units: floats.subarray(wordsAt, normsAt),
    norms: floats.subarray(normsAt, normsAt + task.words.count),
  };
  const table = computeFeatures(a, b, { termCount: index.size, wordVectors });
  const gold = new Set(task.pairs.map(([x, y]) => `${x} ${y}`));
  const { candidates } = table;
  return {
    name,
    group: name.replace(/[.].*$/, ''),
    table,
    labels: Array.from(candidates.a, (x, n) => gold.has(`${x} ${candidates.b[n]}`)),
    countA: a.count,
    countB: b.count,
    gold: task.pairs.length,
    weight: 1 / Math.sqrt(task.pairs.length),
  };
}

/** Logistic regression by Newton's method; the first weight is the bias. */
function regress(
  rows: readonly { readonly x: ArrayLike<number>; readonly y: boolean; readonly w: number }[],
  width: number,
  ridge: number,
): number[] {
  let weights = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < 25; step++) {
    const n = width + 1;
    const gradient = new Float64Array(n);
    const hessian = Array.from({ length: n }, () => new Float64Array(n));
    for (const { x, y, w } of rows) {
      let z = weights[0]!;
      for (let f = 0; f < width; f++) z += weights[f + 1]! * x[f]!;
      const p = 1 / (1 + Math.exp(-z));
      const g = w * (p - (y ? 1 : 0));
      const h = w * Math.max(1e-6, p * (1 - p));
      for (let f = 0; f < n; f++) {
        const xf = f === 0 ? 1 : x[f - 1]!;
        gradient[f]! += g * xf;
        const row = hessian[f]!;
        for (let e = 0; e <= f; e++) row[e]! += h * xf * (e === 0 ? 1 : x[e - 1]!);
      }
    }
    for (let f = 0; f < n; f++) {
      const own = f === 0 ? 1e-6 : ridge;
      gradient[f]! += own * weights[f]!;
      hessian[f]![f]! += own;
      for (let e = f + 1; e < n; e++) hessian[f]![e] = hessian[e]![f]!;
    }
    const delta = solve(hessian, gradient);
    weights = weights.map((value, f) => value - delta[f]!);
    if (Math.max(...delta.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const n = right.length;
  const m = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(m[r]![i]!) > Math.abs(m[pivot]![i]!)) pivot = r;
    [m[i], m[pivot]] = [m[pivot]!, m[i]!];
    for (let r = i + 1; r < n; r++) {
      const factor = m[r]![i]! / m[i]![i]!;
      if (factor !== 0) for (let c = i; c <= n; c++) m[r]![c]! -= factor * m[i]![c]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = m[i]![n]!;
    for (let c = i + 1; c < n; c++) sum -= m[i]![c]! * x[c]!;
    x[i] = sum / m[i]![i]!;
  }
  return x;
}

interface Example {
  readonly task: Task;
  readonly values: Float32Array;
}

function fitStep(examples: readonly Example[], width: number): StepWeights {
  const first = regress(
    examples.flatMap(({ task: { labels, weight }, values }) =>
      labels.map((y, at) => ({
        x: values.subarray(at * width, (at + 1) * width),
        y,
        w: weight,
      })),
    ),
    width,
    2,
  );
  const begun: StepWeights = { bias: first[0]!, features: first.slice(1), final: [] };
  const final = regress(
    examples.flatMap(({ task: { table, labels, weight, countA, countB }, values }) => {
      const scores = scorePairs(values, begun);
      const finals = finalFeatures(scores, table.candidates, countA, countB);
      return labels.map((y, at) => ({
        x: finals.subarray(at * finalWidth, (at + 1) * finalWidth),
        y,
        w: weight,
      }));
    }),
    finalWidth,
    0.1,
  );
  return { ...begun, final };
}

function fit(tasks: readonly Task[]): MatchWeights {
  const width = featureNames.length;
  const plain = tasks.map((task) => ({ task, values: task.table.values }));
  const first = fitStep(plain, width);
  const learned = tasks.map((task) => ({ task, values: withLearnedWords(task.table, first) }));
  return { first, second: fitStep(learned, width + learnedNames.length) };
}

interface Result {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
  /** Summed probability of the pairs found. */
  readonly hoped: number;
  /** All that are likelier than not. */
  readonly pairs: readonly { readonly p: number; readonly isRight: boolean }[];
}

function test({ name, table, labels, countA, countB, gold }: Task, weights: MatchWeights): Result {
  const scores = scorePairs(withLearnedWords(table, weights.first), weights.second);
  const finals = finalFeatures(scores, table.candidates, countA, countB);
  const p = probabilities(finals, weights.second);
  const likely = assignPairs(table.candidates, p);
  const required = requiredProbability(likely.map((at) => p[at]!));
  const pairs = likely.filter((at) => p[at]! >= required);
  if (show !== '' && name.startsWith(show)) {
    const width = featureNames.length;
    const line = (at: number): string =>
      `  ${table.candidates.a[at]} ${table.candidates.b[at]} p=${p[at]!.toFixed(3)} ${[...table.values.subarray(at * width, (at + 1) * width)].map((v) => v.toFixed(2)).join(' ')}`;
    for (const at of pairs) if (!labels[at]) console.log(`${name} false\n${line(at)}`);
    labels.forEach((y, at) => {
      if (y && !pairs.includes(at)) console.log(`${name} missed\n${line(at)}`);
    });
    console.log(`${name} gold outside the candidates: ${gold - labels.filter(Boolean).length}`);
  }
  return {
    right: pairs.filter((at) => labels[at]).length,
    found: pairs.length,
    gold,
    hoped: pairs.reduce((sum, at) => sum + p[at]!, 0),
    pairs: likely.map((at) => ({ p: p[at]!, isRight: labels[at]! })),
  };
}

const tasks = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => load(file.slice(0, -5)));
const groups = [...new Set(tasks.map(({ group }) => group))];
const weights = fit(tasks);
const report = (name: string, results: readonly Result[]): void => {
  const sum = (key: Exclude<keyof Result, 'pairs'>): number =>
    results.reduce((total, r) => total + r[key], 0);
  const [right, found, gold] = [sum('right'), sum('found'), sum('gold')];
  console.log(
    `${name.padEnd(28)} P ${(right / found).toFixed(3)} R ${(right / gold).toFixed(3)} F1 ${((2 * right) / (found + gold)).toFixed(4)}  errors ${found - right} false ${gold - right} missed of ${gold}  p ${(sum('hoped') / found).toFixed(3)}`,
  );
};
const all: Result[] = [];
for (const group of groups) {
  const without = fit(tasks.filter((task) => task.group !== group));
  const results = (isMore: boolean): Result[] =>
    tasks
      .filter((task) => task.group === group && /[.]more/.test(task.name) === isMore)
      .map((task) => test(task, without));
  const usual = results(false);
  const more = results(true);
  all.push(...usual, ...more);
  report(group, usual);
  if (more.length > 0) report('  more left out', more);
}
report('all groups, each held out', all);
// Of the pairs that were given a probability, how many are right.
const limits = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999];
limits.forEach((from, at) => {
  const own = all.flatMap(({ pairs }) =>
    pairs.filter(({ p }) => p >= from && p < (limits[at + 1] ?? Infinity)),
  );
  const right = own.filter(({ isRight }) => isRight).length;
  const mean = own.reduce((sum, { p }) => sum + p, 0) / own.length;
  console.log(
    `p from ${from}: ${own.length} pairs, right ${(right / own.length).toFixed(3)}, mean p ${mean.toFixed(3)}`,
  );
});
[...featureNames, ...learnedNames].forEach((name, f) =>
  console.log(weights.second.features[f]!.toFixed(3).padStart(8), name),
);
if (output !== '') {
  const list = (values: readonly number[]): string =>
    values.map((value) => value.toFixed(4)).join(', ');
  const step = ({ bias, features, final }: StepWeights): string =>
    `{ bias: ${bias.toFixed(4)}, features: [${list(features)}], final: [${list(final)}] }`;
  writeFileSync(
    output,
    `/** Made by models/matcher/fit.sh; do not edit. */\nimport type { MatchWeights } from './probability.js';\n\n/** Weights of the features and of the second step. */\nexport const matchWeights: MatchWeights = { first: ${step(weights.first)}, second: ${step(weights.second)} };\n`,
  );
}
