import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder, Sentence, Stream } from '../../src/domain.js';
import { cutRuns } from './cuts.js';
import { addJunk } from './junk.js';
import type { StreamInput } from '../../src/align/input/stream-input.js';
import type { GoldBead, RawPair } from './raw-pair.js';

/** A hand-aligned document. */
export interface GoldDocument {
  readonly set: string;
  readonly name: string;
  readonly a: StreamInput;
  readonly b: StreamInput;
  readonly gold: readonly GoldBead[];
}

/** Sets whose texts run in the same order, with the name they have in tables. */
export const PARALLEL_SETS: Readonly<Record<string, string>> = {
  'textberg-de-fr': 'Text+Berg',
  'mac-zh-en-dev': 'MAC',
  'transread-novels': 'TransRead',
  'champollion-zh-en': 'Champollion',
  'parice-en-is': 'ParIce',
  'maligna-pl': 'maligna',
  'onestop-en-levels': 'OneStop',
};

/** Texts of a set before they have vectors. */
interface RawDocument {
  readonly name: string;
  readonly files: readonly [string, string];
  readonly gold: readonly GoldBead[];
}

/** Reads the documents of one folder of the development gold. */
function readSet(folder: string): RawDocument[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith('.gold'))
    .map((file) => {
      const name = file.slice(0, -'.gold'.length);
      const sides = files.filter((other) => other.startsWith(`${name}.`) && other !== file);
      const [first, second] = order(folder, name, sides);
      return {
        name,
        files: [first, second],
        gold: parseGold(readFileSync(join(folder, file), 'utf8')),
      };
    });
}

/** ORDER names the languages of both sides; `*` is whichever other file there is. */
function order(folder: string, name: string, sides: readonly string[]): [string, string] {
  const words = readFileSync(join(folder, 'ORDER'), 'utf8').trim().split(/\s+/);
  const languages =
    words[0] === 'by' ? (name.match(/([a-z]{2})-([a-z]{2})/) ?? []).slice(1) : words;
  const first = sides.find((side) => side === `${name}.${languages[0]}`);
  const second =
    sides.find((side) => side === `${name}.${languages[1]}`) ??
    sides.find((side) => side !== first);
  if (first === undefined || second === undefined)
    throw new Error(`${folder}/${name}: no two sides`);
  return [join(folder, first), join(folder, second)];
}

/** Lines such as `[0, 1]:[2]` or `[3]:[]:0.0`. */
export function parseGold(text: string): GoldBead[] {
  const positions = (list: string): number[] => (list.match(/\d+/g) ?? []).map(Number);
  return [...text.matchAll(/^\[([^\]]*)\]:\[([^\]]*)\]/gm)].map((match) => ({
    a: positions(match[1] ?? ''),
    b: positions(match[2] ?? ''),
  }));
}

/** One sentence a line, as `--segmented` reads it. */
export function readStream(source: number, file: string): Stream {
  return toStream(source, languageOf(file), readLines(file));
}

const languageOf = (file: string): string => (file.match(/\.([a-z]+)\d?$/) ?? [])[1] ?? 'und';

const readLines = (file: string): string[] =>
  readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');

function toStream(source: number, language: string, lines: readonly string[]): Stream {
  let start = 0;
  const sentences = lines.map((text, k): Sentence => {
    const sentence = {
      number: k + 1,
      paragraph: 1,
      language,
      text,
      noise: null,
      start,
      end: start + text.length,
    };
    start += text.length + 1;
    return sentence;
  });
  return { source, language, sentences };
}

/** Documents as they are, copies with runs of junk, copies that lack passages on one side. */
export type Copy = 'plain' | 'junk' | 'cut';

const makeCopy = { plain: (pair: RawPair): RawPair => pair, junk: addJunk, cut: cutRuns };

/** Reads and embeds the documents of a set. */
export async function loadSet(
  goldFolder: string,
  set: string,
  embedder: Embedder,
  copy: Copy = 'plain',
): Promise<GoldDocument[]> {
  const documents: GoldDocument[] = [];
  for (const [number, { name, files, gold }] of readSet(join(goldFolder, set)).entries()) {
    const plain: RawPair = { lines: [readLines(files[0]), readLines(files[1])], gold };
    const pair = makeCopy[copy](plain, number + 1);
    const embed = async (source: 0 | 1): Promise<StreamInput> => ({
      stream: toStream(source, languageOf(files[source]), pair.lines[source]),
      embedding: await embedder.embed(pair.lines[source], { pieces: true }),
    });
    documents.push({ set, name, a: await embed(0), b: await embed(1), gold: pair.gold });
  }
  return documents;
}

/** Counts of vecalign's scorer, to be added up over documents before dividing. */
export interface Counts {
  strict: number;
  lax: number;
  found: number;
  strictRecalled: number;
  laxRecalled: number;
  wanted: number;
}

/** Strict and lax counts as vecalign's score.py takes them. */
export function countMatches(gold: readonly GoldBead[], test: readonly GoldBead[]): Counts {
  const both = (beads: readonly GoldBead[]): GoldBead[] =>
    beads.filter(({ a, b }) => a.length > 0 || b.length > 0);
  const precision = matches(both(test), both(gold));
  const recall = matches(
    gold.filter(({ a, b }) => a.length > 0 && b.length > 0),
    test,
  );
  return {
    strict: precision.strict,
    lax: precision.lax,
    found: both(test).length,
    strictRecalled: recall.strict,
    laxRecalled: recall.lax,
    wanted: recall.of,
  };
}

function matches(
  beads: readonly GoldBead[],
  reference: readonly GoldBead[],
): { strict: number; lax: number; of: number } {
  const keys = new Set(reference.map(({ a, b }) => `${a.join()}:${b.join()}`));
  const targets = new Map<number, Set<number>>();
  for (const { a, b } of reference) {
    for (const i of a) targets.set(i, new Set([...(targets.get(i) ?? []), ...b]));
  }
  let strict = 0;
  let lax = 0;
  for (const { a, b } of beads) {
    const exact = keys.has(`${a.join()}:${b.join()}`);
    if (exact) strict++;
    if (exact || a.some((i) => b.some((j) => targets.get(i)?.has(j) === true))) lax++;
  }
  return { strict, lax, of: beads.length };
}

/** Strict or lax F1 of pooled counts. */
export function f1(counts: readonly Counts[], kind: 'strict' | 'lax'): number {
  const sum = (pick: (count: Counts) => number): number =>
    counts.reduce((total, count) => total + pick(count), 0);
  const precision =
    sum((c) => (kind === 'strict' ? c.strict : c.lax)) /
    Math.max(
      1,
      sum((c) => c.found),
    );
  const recall =
    sum((c) => (kind === 'strict' ? c.strictRecalled : c.laxRecalled)) /
    Math.max(
      1,
      sum((c) => c.wanted),
    );
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
