/**
 * What confidence is worth on hand-aligned documents: how often a right bead is surer than a wrong one,
 * also among the surest, and whether beads of confidence .9 are right nine times in ten.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { alignSources } from '../../src/pipeline/align-sources.js';
import { listSets, readSet, type GoldDocument } from './gold-sets.js';
import type { Options } from './main.js';
import { places } from './places.js';
import type { AlignOptions } from '../../src/index.js';

/** A bead that the gold judges. */
interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Beads this sure count as clean: they are what a reviewer meets last. */
const clean = 0.95;

/** Prints one line a set, and one for all. `--mode auto` lets paralign find out. */
export async function run(options: Options): Promise<void> {
  const folder = options.gold;
  if (folder === undefined) throw new Error('ranking needs --gold FOLDER');
  const embedder = await loadEmbedder({
    places,
    ...(options.model !== undefined && { model: options.model }),
  });
  const mode = options.mode === 'parallel' || options.mode === 'comparable' ? options.mode : 'auto';
  print(
    'set                       beads  wrong  rank  first 10%    ECE  clean  wrong  rank  values',
  );
  const all: Judged[] = [];
  for (const set of listSets(folder, options.sets)) {
    const documents = readSet(join(folder, set));
    const listsAll = documents.some(({ gold }) =>
      gold.some(({ a, b }) => a.length === 0 || b.length === 0),
    );
    const beads: Judged[] = [];
    for (const document of documents) {
      beads.push(...(await judge(document, listsAll, { embedder, mode })));
    }
    print(lineOf(set, beads));
    all.push(...beads);
  }
  print(lineOf('all', all));
  await embedder.close();
}

async function judge(
  { a, b, gold }: GoldDocument,
  listsAll: boolean,
  options: Pick<AlignOptions, 'embedder' | 'mode'>,
): Promise<Judged[]> {
  const { alignments, streams } = await alignSources(
    [
      { name: 'a', bytes: readFileSync(a.path) },
      { name: 'b', bytes: readFileSync(b.path) },
    ],
    { ...options, segmented: true, languages: [a.language, b.language], checks: false },
  );
  const right = new Set(gold.map((bead) => `${bead.a.join()}:${bead.b.join()}`));
  const linkedA = new Set(gold.flatMap((bead) => (bead.b.length > 0 ? bead.a : [])));
  const linkedB = new Set(gold.flatMap((bead) => (bead.a.length > 0 ? bead.b : [])));
  return alignments.flatMap((alignment) => {
    const lines = (stream: number, positions: readonly number[]): number[] =>
      positions.map((at) => (streams[stream]?.sentences[at]?.number ?? 0) - 1);
    return alignment.beads.flatMap((bead): Judged[] => {
      const sides = { a: lines(alignment.a, bead.a), b: lines(alignment.b, bead.b) };
      const { confidence } = bead;
      if (sides.a.length > 0 && sides.b.length > 0) {
        return [{ confidence, right: right.has(`${sides.a.join()}:${sides.b.join()}`) }];
      }
      // Where the gold lists no sentence without a partner, it says nothing about them.
      if (!listsAll) return [];
      const isAlone =
        sides.a.every((i) => !linkedA.has(i)) && sides.b.every((j) => !linkedB.has(j));
      return [{ confidence, right: isAlone }];
    });
  });
}

function lineOf(name: string, beads: readonly Judged[]): string {
  const wrong = (list: readonly Judged[]): string =>
    String(list.filter((bead) => !bead.right).length).padStart(6);
  const sure = beads.filter(({ confidence }) => confidence >= clean);
  const values = new Set(sure.map(({ confidence }) => confidence.toFixed(6)));
  return [
    name.padEnd(25),
    String(beads.length).padStart(5),
    wrong(beads),
    rank(beads),
    foundFirst(beads).toFixed(3).padStart(10),
    calibrationError(beads).toFixed(4).padStart(6),
    String(sure.length).padStart(6),
    wrong(sure),
    rank(sure),
    String(values.size).padStart(7),
  ].join(' ');
}

/** Of all pairs of a right and a wrong bead, the share in which the right one is surer (area under the ROC curve). */
function rank(beads: readonly Judged[]): string {
  const sorted = [...beads].sort((x, y) => x.confidence - y.confidence);
  let below = 0;
  let sum = 0;
  let wrong = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.confidence === sorted[from]?.confidence) to++;
    const tied = sorted.slice(from, to);
    const wrongHere = tied.filter(({ right }) => !right).length;
    sum += (tied.length - wrongHere) * (below + wrongHere / 2);
    below += wrongHere;
    wrong += wrongHere;
    from = to;
  }
  const pairs = wrong * (beads.length - wrong);
  return pairs === 0 ? '   - ' : (sum / pairs).toFixed(3);
}

/** Share of the wrong beads that are met within the least certain tenth. */
function foundFirst(beads: readonly Judged[]): number {
  const sorted = [...beads].sort((x, y) => x.confidence - y.confidence);
  const isWrong = ({ right }: Judged): boolean => !right;
  const first = sorted.slice(0, Math.ceil(beads.length / 10)).filter(isWrong).length;
  return first / Math.max(1, beads.filter(isWrong).length);
}

/** Expected calibration error in ten bins. */
function calibrationError(beads: readonly Judged[]): number {
  const bins = new Float64Array(10);
  for (const { confidence, right } of beads) {
    const bin = Math.min(9, Math.floor(confidence * 10));
    bins[bin] = (bins[bin] ?? 0) + confidence - (right ? 1 : 0);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin), 0) / Math.max(1, beads.length);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
