/**
 * paralign beside hunalign and vecalign on the same files in the same minutes: strict F1, the time that a user
 * waits, the time computed, which a busy machine disturbs less, and memory. Every program is started once a
 * document, all of them one after the other before the next document, several rounds of it, each beginning with
 * another program. Times are medians of the rounds, ratios medians of the ratios within a round.
 *
 * `--gold` is a folder of sets or one set; `--join` makes one long document of a set's documents; without
 * `--gold`, documents of `--sizes` are made of `--pairs` (or of the seeds).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { scoreAlignments, type ScoredDocument } from '../../src/score/score-alignments.js';
import { judged, listSets, readSet, type GoldDocument } from './gold-sets.js';
import { joined, made } from './long-documents.js';
import type { Options } from './main.js';
import { peersOf, reference, type Peer } from './peer-programs.js';
import { add, noCost, type Cost } from './timed-run.js';

/** What one program took for all documents of a set in one round. */
interface Round {
  readonly whole: Cost;
  readonly steps: ReadonlyMap<string, Cost>;
  readonly documents: readonly ScoredDocument[];
}

/** Prints a table a set. */
export async function run(options: Options): Promise<void> {
  const rounds = Number(options.rounds ?? 3);
  const work = mkdtempSync(join(tmpdir(), 'paralign-peers-'));
  try {
    print(machine());
    const peers = peersOf(options);
    for (const [set, documents] of setsOf(options, work)) {
      const before = load();
      const measured = measure(peers, set, documents, rounds, work);
      const sizes = [count(documents, 'a'), count(documents, 'b')].join(' x ');
      print(`\n${set}: ${documents.length} documents, ${sizes} sentences, ${rounds} rounds`);
      print(`load ${before} before, ${load()} after`);
      report(peers, measured);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

function setsOf(options: Options, work: string): [string, readonly GoldDocument[]][] {
  const { gold, sets } = options;
  if (gold === undefined) {
    return (options.sizes ?? '5000x6300')
      .split(',')
      .map((size) => [`made, ${size}`, [made(options.pairs, size, join(work, size))]]);
  }
  const isSet = existsSync(join(gold, 'ORDER'));
  const parent = isSet ? dirname(resolve(gold)) : gold;
  return (isSet ? [basename(resolve(gold))] : listSets(gold, sets)).map((set) => {
    const documents = readSet(join(parent, set));
    return [set, options.join ? joined(documents, join(work, set)) : documents];
  });
}

function measure(
  peers: readonly Peer[],
  set: string,
  documents: readonly GoldDocument[],
  rounds: number,
  work: string,
): ReadonlyMap<string, Round[]> {
  const measured = new Map<string, Round[]>(peers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % peers.length;
    const order = [...peers.slice(first), ...peers.slice(0, first)];
    const sums = new Map<string, Round>();
    for (const document of documents) {
      for (const peer of order) {
        const before = sums.get(peer.name) ?? { whole: noCost, steps: new Map(), documents: [] };
        sums.set(peer.name, addDocument(before, peer, set, document, documents, work));
      }
    }
    for (const [name, sum] of sums) measured.get(name)?.push(sum);
  }
  return measured;
}

function addDocument(
  before: Round,
  peer: Peer,
  set: string,
  document: GoldDocument,
  documents: readonly GoldDocument[],
  work: string,
): Round {
  const folder = mkdtempSync(join(work, 'run-'));
  const { beads, steps } = peer.align(document, set, folder);
  rmSync(folder, { recursive: true });
  const sums = new Map(before.steps);
  for (const [step, cost] of steps) sums.set(step, add(sums.get(step) ?? noCost, cost));
  return {
    whole: [...steps.values()].reduce(add, before.whole),
    steps: sums,
    documents: [
      ...before.documents,
      { gold: [...document.gold], test: judged(documents, [...beads]) },
    ],
  };
}

function report(peers: readonly Peer[], measured: ReadonlyMap<string, readonly Round[]>): void {
  const own = measured.get(reference) ?? [];
  const width = Math.max(...peers.map(({ name }) => name.length));
  print(
    `${'program'.padEnd(width)}  strict   lax   wall s (least to most)   CPU s     MB   paralign's wall and CPU / its`,
  );
  for (const { name, steps } of peers) {
    const rounds = measured.get(name) ?? [];
    const { strict, lax } = scoreAlignments([...(rounds[0]?.documents ?? [])]);
    const scores = `${strict.f1.toFixed(3).padStart(6)} ${lax.f1.toFixed(3)}`;
    const costs = rounds.map(({ whole }) => whole);
    const ratio = (of: keyof Cost): string =>
      median(own.map(({ whole }, i) => whole[of] / (costs[i]?.[of] ?? NaN))).toFixed(2);
    const ratios = name === reference ? '' : `${ratio('wall')}  ${ratio('cpu')}`;
    print(`${name.padEnd(width)}  ${scores} ${columns(costs)}   ${ratios}`);
    for (const step of steps) {
      const part = rounds.map((round) => round.steps.get(step) ?? noCost);
      print(`${`  ${step}`.padEnd(width)}  ${' '.repeat(12)} ${columns(part)}`);
    }
  }
}

function columns(costs: readonly Cost[]): string {
  const walls = costs.map(({ wall }) => wall);
  const range = `(${Math.min(...walls).toFixed(2)} to ${Math.max(...walls).toFixed(2)})`;
  return [
    median(walls).toFixed(2).padStart(8),
    range.padEnd(16),
    median(costs.map(({ cpu }) => cpu))
      .toFixed(2)
      .padStart(7),
    Math.max(...costs.map(({ memory }) => memory))
      .toFixed(0)
      .padStart(6),
  ].join(' ');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** The machine, without which a time says nothing. */
function machine(): string {
  const name = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  return `${name}, ${availableParallelism()} cores, ${memory} GB; ${type()} ${release()}, Node ${process.version}`;
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

function count(documents: readonly GoldDocument[], side: 'a' | 'b'): number {
  return documents.reduce((sum, document) => sum + document[side].lines.length, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
