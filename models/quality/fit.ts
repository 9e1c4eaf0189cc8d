/**
 * Fits the weights of quality to the features of dump.js, and prints how well they tell noise from good pairs.
 *
 *     fit.js FEATURES WEIGHTS-FILE LENGTHS-FILE FOLDS-FILE
 *
 * Every language but English is in one of five groups; documents with a language of a group are tested with weights
 * that were fitted without all documents of that group.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { applyNetwork, type QualityWeights } from '../../src/quality/network.js';
import { featureNames } from '../../src/quality/features.js';
import { seededRandom } from '../../test/seeded-random.js';
import { areaUnder } from './area.js';
import { noiseKinds } from './noise.js';

const [input = '', weightsFile = '', lengthsFile = '', foldsFile = ''] = process.argv.slice(2);

interface Row {
  readonly kind: string | null;
  readonly features: readonly number[];
}

interface Document {
  readonly name: string;
  readonly languages: readonly string[];
  readonly rows: readonly Row[];
}

const documents = readFileSync(input, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Document => {
    const read: { name: string; languages: string[]; rows: [string | null, ...number[]][] } =
      JSON.parse(line);
    return { ...read, rows: read.rows.map(([kind, ...features]) => ({ kind, features })) };
  });

const groups = 5;
const units = 10;
const steps = 400;
const decay = 2e-4;

const languages = [...new Set(documents.flatMap((own) => own.languages))]
  .filter((language) => language !== 'en')
  .sort();
const groupOf = new Map(languages.map((language, index) => [language, index % groups]));
const isIn = (document: Document, group: number): boolean =>
  document.languages.some((language) => groupOf.get(language) === group);

function fit(chosen: readonly Document[]): QualityWeights {
  const rows = chosen.flatMap(({ name, rows: own }) =>
    // The model was trained on the corpora, and knows them better than any other text.
    own.map((row) => ({ ...row, weight: name.startsWith('corpora') ? 0.5 : 1 })),
  );
  const width = featureNames.length;
  const centers = Array.from({ length: width }, () => 0);
  const squares = Array.from({ length: width }, () => 0);
  for (const { features } of rows)
    features.forEach((value, at) => {
      centers[at]! += value / rows.length;
      squares[at]! += (value * value) / rows.length;
    });
  const scales = centers.map(
    (center, at) => 1 / Math.sqrt(Math.max(1e-6, squares[at]! - center ** 2)),
  );
  const inputs = new Float64Array(rows.length * width);
  rows.forEach(({ features }, index) =>
    features.forEach((value, at) => {
      inputs[index * width + at] = (value - centers[at]!) * scales[at]!;
    }),
  );
  const bad = rows.reduce((sum, { kind, weight }) => sum + (kind === null ? 0 : weight), 0);
  const good = rows.reduce((sum, { kind, weight }) => sum + (kind === null ? weight : 0), 0);
  const total = good + bad;
  // Good and bad count the same, so that .5 is the border between them.
  const weights = rows.map(
    ({ kind, weight }) => (weight * total) / 2 / (kind === null ? good : bad) / total,
  );
  const labels = rows.map(({ kind }) => (kind === null ? 1 : 0));
  const size = units * (width + 1) + 1 + units + width;
  const random = seededRandom('quality');
  const parameters = Float64Array.from({ length: size }, (_, at) =>
    at < units * (width + 1) || (at > units * (width + 1) && at <= units * (width + 1) + units)
      ? (random() - 0.5) * 0.5
      : 0,
  );
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  const out = units * (width + 1);
  const hidden = new Float64Array(units);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size);
    for (let row = 0; row < rows.length; row++) {
      const from = row * width;
      let sum = parameters[out]!;
      for (let unit = 0; unit < units; unit++) {
        const base = unit * (width + 1);
        let own = parameters[base]!;
        for (let at = 0; at < width; at++) own += inputs[from + at]! * parameters[base + 1 + at]!;
        hidden[unit] = Math.tanh(own);
        sum += hidden[unit]! * parameters[out + 1 + unit]!;
      }
      for (let at = 0; at < width; at++)
        sum += inputs[from + at]! * parameters[out + 1 + units + at]!;
      const error = (1 / (1 + Math.exp(-sum)) - labels[row]!) * weights[row]!;
      gradient[out]! += error;
      for (let unit = 0; unit < units; unit++) {
        const base = unit * (width + 1);
        gradient[out + 1 + unit]! += error * hidden[unit]!;
        const back = error * parameters[out + 1 + unit]! * (1 - hidden[unit]! ** 2);
        gradient[base]! += back;
        for (let at = 0; at < width; at++) gradient[base + 1 + at]! += back * inputs[from + at]!;
      }
      for (let at = 0; at < width; at++)
        gradient[out + 1 + units + at]! += error * inputs[from + at]!;
    }
    const rate = 0.03 * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps));
    for (let at = 0; at < size; at++) {
      const own = gradient[at]! + decay * parameters[at]!;
      first[at] = 0.9 * first[at]! + 0.1 * own;
      second[at] = 0.999 * second[at]! + 0.001 * own * own;
      const mean = first[at]! / (1 - 0.9 ** step);
      const spread = Math.sqrt(second[at]! / (1 - 0.999 ** step));
      parameters[at]! -= (rate * mean) / (spread + 1e-9);
    }
  }
  const rounded = (values: Iterable<number>): number[] =>
    Array.from(values, (value) => Number(value.toPrecision(5)));
  return {
    centers: rounded(centers),
    scales: rounded(scales),
    units: Array.from({ length: units }, (_, unit) =>
      rounded(parameters.subarray(unit * (width + 1), (unit + 1) * (width + 1))),
    ),
    result: rounded(parameters.subarray(out)),
  };
}

const folds = Array.from({ length: groups }, (_, group) =>
  fit(documents.filter((document) => !isIn(document, group))),
);

if (foldsFile)
  writeFileSync(foldsFile, `${JSON.stringify({ groups: Object.fromEntries(groupOf), folds })}\n`);

/** The rows of a document with scores of weights that know none of its languages. */
function scored(document: Document): { readonly kind: string | null; readonly score: number }[] {
  const own = folds.filter((_, group) => isIn(document, group));
  return document.rows.map(({ kind, features }) => ({
    kind,
    score: own.reduce((sum, weights) => sum + applyNetwork(weights, features), 0) / own.length,
  }));
}

type Scored = ReturnType<typeof scored>;

function line(name: string, rows: Scored): string {
  const good = rows.filter(({ kind }) => kind === null).map(({ score }) => score);
  const areas = [undefined, ...noiseKinds].map((kind) =>
    areaUnder(
      good,
      rows
        .filter((row) => row.kind !== null && (kind === undefined || row.kind === kind))
        .map(({ score }) => score),
    ).toFixed(4),
  );
  return [name.padEnd(18), ...areas].join('  ');
}

console.log(['documents'.padEnd(18), 'all   ', ...noiseKinds].join('  '));
const tested = documents.map((document) => ({ document, rows: scored(document) }));
for (const kind of ['news', 'corpora', 'tico', 'unknown'])
  console.log(
    line(
      `all ${kind}`,
      tested.filter(({ document }) => document.name.startsWith(kind)).flatMap(({ rows }) => rows),
    ),
  );
for (const { document, rows } of tested) console.log(line(document.name, rows));

const bins = Array.from({ length: 10 }, () => ({ count: 0, sum: 0, good: 0 }));
for (const { rows } of tested)
  for (const { kind, score } of rows) {
    const bin = bins[Math.min(9, Math.floor(score * 10))]!;
    bin.count++;
    bin.sum += score;
    if (kind === null) bin.good++;
  }
console.log('\nscore   pairs   mean   good');
for (const { count, sum, good } of bins)
  console.log(
    `${String(count).padStart(12)}   ${(sum / count).toFixed(3)}  ${(good / count).toFixed(3)}`,
  );

if (weightsFile) {
  const weights = fit(documents);
  writeFileSync(
    weightsFile,
    `/** Fitted by models/quality/fit.sh. */
import type { QualityWeights } from './network.js';

/** One center and scale a feature. */
export const qualityWeights: QualityWeights = ${JSON.stringify(weights)};
`,
  );
}
if (lengthsFile) {
  const text = readFileSync(lengthsFile, 'utf8');
  const lengths = readFileSync(`${input}.lengths`, 'utf8');
  writeFileSync(
    lengthsFile,
    text.replace(/(const lengths[^=]*= )\{[^}]*\}/, (_, head: string) => head + lengths),
  );
}
