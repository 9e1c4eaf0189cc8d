/**
 * How well quality tells noise from good pairs: the area under the ROC curve on noise made of good pairs, for each
 * language pair with weights that were fitted without its languages (models/quality/folds.json). `--pairs` names a
 * folder of `<xx>.tsv`, foreign TAB English.
 */
import { readFileSync } from 'node:fs';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { applyNetwork, type QualityWeights } from '../../src/quality/network.js';
import { areaUnder } from '../../models/quality/area.js';
import { othersOf, readNews } from '../../models/quality/documents.js';
import { featuresOfMade } from '../../models/quality/made-features.js';
import { noiseKinds, withNoise } from '../../models/quality/noise.js';
import { seededRandom } from '../seeded-random.js';
import type { Options } from './main.js';
import { places } from './places.js';

/** Pairs of each language, half of which are made bad. */
const most = 1000;

interface Judged {
  readonly kind: string | null;
  readonly score: number;
}

/** Prints a line for each language pair, the worst first, and one for all; `--sets de,fi` takes some languages. */
export async function run(options: Options): Promise<void> {
  if (options.pairs === undefined) throw new Error('quality needs --pairs FOLDER');
  const { groups, folds }: { groups: Record<string, number>; folds: QualityWeights[] } = JSON.parse(
    readFileSync('models/quality/folds.json', 'utf8'),
  );
  const embedder = await loadEmbedder({ places });
  const all = readNews(options.pairs, most);
  const others = othersOf(all);
  const sets = options.sets?.split(',');
  const found: { readonly name: string; readonly rows: readonly Judged[] }[] = [];
  for (const texts of all) {
    const [language] = texts.languages;
    const weights = folds[groups[language] ?? -1];
    if (weights === undefined || sets?.includes(language) === false) continue;
    const made = withNoise(texts, 0.5, others, seededRandom(`bench ${texts.name}`));
    const features = await featuresOfMade(made, texts.languages, embedder);
    const rows = features.map((own, at) => ({
      kind: made[at]?.kind ?? null,
      score: applyNetwork(weights, own),
    }));
    found.push({ name: texts.languages.join('-'), rows });
  }
  await embedder.close();
  print(`${'pairs'.padEnd(8)}     all  ${noiseKinds.join('  ')}`);
  found.sort((x, y) => areas(x.rows)[0]! - areas(y.rows)[0]!);
  for (const { name, rows } of found) print(lineOf(name, rows));
  print(
    lineOf(
      'all',
      found.flatMap(({ rows }) => rows),
    ),
  );
}

/** Of all noise, then of each kind. */
function areas(rows: readonly Judged[]): number[] {
  const good = rows.filter(({ kind }) => kind === null).map(({ score }) => score);
  return [null, ...noiseKinds].map((wanted) =>
    areaUnder(
      good,
      rows
        .filter(({ kind }) => kind !== null && (wanted === null || kind === wanted))
        .map(({ score }) => score),
    ),
  );
}

function lineOf(name: string, rows: readonly Judged[]): string {
  const widths = [8, ...noiseKinds.map((kind) => kind.length + 2)];
  const cells = areas(rows).map((area, at) => area.toFixed(4).padStart(widths[at] ?? 8));
  return name.padEnd(8) + cells.join('');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
