import type { Embedder, Embedding, Stream } from '../../../src/domain.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import { join } from 'node:path';
import { plant } from '../passages/made.js';
import { loadSet, PARALLEL_SETS, toStream } from '../gold.js';
import type { EmbeddedDocument } from '../gold.js';
import { seededRandom } from '../../../test/seeded-random.js';
import type { Random } from '../../../test/seeded-random.js';
import type { NumberedBead } from '../../../src/score/vecalign-notation.js';
import { comparableSets, readSet, type GoldSide } from '../../../test/bench/gold-sets.js';

/** A document to fit on. */
export interface FitDocument extends EmbeddedDocument {
  /** Whether it is a development document as it stands, or made from one. */
  readonly made: boolean;
  /** Whether everything that is aligned is in the gold. */
  readonly exhaustive: boolean;
}

/** The development sets as they are, and documents made from the parallel ones. */
export async function fitDocuments(
  goldFolder: string,
  embedder: Embedder,
  withUnsound = false,
): Promise<FitDocument[]> {
  const documents: FitDocument[] = [];
  for (const set of [...comparableSets, ...Object.keys(PARALLEL_SETS), ...moreSets]) {
    const all = (await loadSet(goldFolder, set, embedder)).map((document) => ({
      ...document,
      set: kindOf(set),
    }));
    const loaded = withUnsound ? all : all.filter(isSound);
    if (planted.includes(set))
      documents.push(...(await plantedDocuments(goldFolder, set, embedder)));
    const exhaustive = set !== 'comparable-news-si-ta-en';
    documents.push(...loaded.map((document) => ({ ...document, made: false, exhaustive })));
    if (set in PARALLEL_SETS) documents.push(...partial(set, loaded));
    if (!moreSets.includes(set)) documents.push(...unrelated(set, loaded));
  }
  return documents;
}

/**
 * OneStop's gold numbers rows: it is wrong after the first paragraph that a level leaves out, so only
 * articles whose levels have the same number of paragraphs can be learned from.
 */
export function isSound({ set, a, b }: EmbeddedDocument): boolean {
  return set !== 'onestop-en-levels' || a.stream.sentences.length === b.stream.sentences.length;
}

const moreSets = [
  'ablit-en-abridged',
  'apa-de-levels',
  'books-mining',
  'books-multi',
  'books-structure',
  'easy-german',
];
/** Shares of sentences in common, of the texts that share a few passages. */
const shares = [0.11, 0.11, 0.4];
const planted = [
  'textberg-de-fr',
  'mac-zh-en-dev',
  'transread-novels',
  'champollion-zh-en',
  'parice-en-is',
  'ablit-en-abridged',
  'books-structure',
];

/** Sets that share their texts are left out together. */
function kindOf(set: string): string {
  return set.startsWith('books-') ? 'books' : set;
}

/** Two parts of one text that share a few passages. */
async function plantedDocuments(
  goldFolder: string,
  set: string,
  embedder: Embedder,
): Promise<FitDocument[]> {
  const documents: FitDocument[] = [];
  for (const { name, a, b, gold } of readSet(join(goldFolder, set))) {
    for (const [copy, share] of shares.entries()) {
      const pair = plant({ lines: [a.lines, b.lines], gold }, `${name}${copy + 1}`, share);
      const embed = async (source: 0 | 1, side: GoldSide): Promise<StreamInput> => ({
        stream: toStream(source, { ...side, lines: pair.lines[source] }),
        embedding: await embedder.embed(pair.lines[source], { pieces: true }),
      });
      documents.push({
        set: kindOf(set),
        name: `${name}^${share}-${copy}`,
        a: await embed(0, a),
        b: await embed(1, b),
        gold: pair.gold,
        made: true,
        exhaustive: true,
      });
    }
  }
  return documents;
}

/** Beads a made document begins with. */
const sizes = [6, 12, 25, 50, 100];

/**
 * Documents that overlap in part: stretches of one that has gold, from which runs of beads lose one
 * side, whose second side is put in another order block by block, and into which both sides get
 * sentences of other documents of the set.
 */
function partial(set: string, documents: readonly EmbeddedDocument[]): FitDocument[] {
  const made: FitDocument[] = [];
  const beads = documents.reduce((sum, { gold }) => sum + gold.length, 0);
  documents.forEach((document, at) => {
    const random = seededRandom(`${set}/${document.name}`);
    // So that no set drowns the others.
    const wanted = Math.min((800 * document.gold.length) / beads, 2 * document.gold.length);
    for (let total = 0, copy = 0; total < wanted; copy++) {
      const size = Math.min(document.gold.length, sizes[Math.floor(random() * sizes.length)]!);
      total += size;
      const other = documents[(at + 1 + copy) % documents.length]!;
      made.push(makePartial(document, other, size, copy, random));
    }
  });
  return made;
}

interface Unit {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** From the document itself or from the other one. */
  readonly own: boolean;
}

function makePartial(
  document: EmbeddedDocument,
  other: EmbeddedDocument,
  size: number,
  copy: number,
  random: Random,
): FitDocument {
  const from = Math.floor(random() * (document.gold.length - size + 1));
  const stretch = document.gold.slice(from, from + size);
  const overlap = 0.15 + 0.85 * random();
  const units: Unit[] = [];
  for (let at = 0; at < stretch.length;) {
    const run = 1 + Math.floor(random() * 7);
    const fate = random() < overlap ? 'both' : random() < 0.5 ? 'a' : 'b';
    for (const bead of stretch.slice(at, at + run)) {
      units.push({
        a: fate === 'b' ? [] : bead.a,
        b: fate === 'a' ? [] : bead.b,
        own: true,
      });
    }
    at += run;
  }
  const junk = random() < 0.5 && other !== document ? 0.3 * random() : 0;
  const sideA = withJunk(units, 'a', other.a, junk, random);
  const ordered = withJunk(units, 'b', other.b, junk, random);
  const sideB = random() < 0.5 ? ordered : shuffleBlocks(ordered, random);

  const rowsA: Row[] = sideA.flatMap((unit) => unit.a.map((row) => ({ row, own: unit.own })));
  const rowsB: Row[] = sideB.flatMap((unit) => unit.b.map((row) => ({ row, own: unit.own })));
  const placeA = new Map(rowsA.flatMap(({ row, own }, k) => (own ? [[row, k] as const] : [])));
  const placeB = new Map(rowsB.flatMap(({ row, own }, k) => (own ? [[row, k] as const] : [])));
  const gold: NumberedBead[] = units
    .filter(({ a, b }) => a.length > 0 && b.length > 0)
    .map(({ a, b }) => ({
      a: a.map((row) => placeA.get(row)!),
      b: b.map((row) => placeB.get(row)!),
    }));
  return {
    set: document.set,
    name: `${document.name}~${copy}`,
    a: pick(document.a, other.a, rowsA),
    b: pick(document.b, other.b, rowsB),
    gold,
    made: true,
    exhaustive: true,
  };
}

function withJunk(
  units: readonly Unit[],
  side: 'a' | 'b',
  other: StreamInput,
  share: number,
  random: Random,
): Unit[] {
  const result: Unit[] = [];
  for (const unit of units) {
    if (unit[side].length > 0) result.push(unit);
    if (random() < share / 3) {
      const run = 1 + Math.floor(random() * 5);
      const start = Math.floor(random() * Math.max(1, other.stream.sentences.length - run));
      const end = Math.min(start + run, other.stream.sentences.length);
      for (let row = start; row < end; row++) {
        const rows = [row];
        result.push({ a: side === 'a' ? rows : [], b: side === 'b' ? rows : [], own: false });
      }
    }
  }
  return result;
}

function shuffleBlocks(units: readonly Unit[], random: Random): Unit[] {
  const longest = 1 + Math.floor(random() * 15);
  const blocks: Unit[][] = [];
  for (let at = 0; at < units.length;) {
    const run = 1 + Math.floor(random() * longest);
    blocks.push(units.slice(at, at + run));
    at += run;
  }
  for (let k = blocks.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [blocks[k], blocks[other]] = [blocks[other]!, blocks[k]!];
  }
  return blocks.flat();
}

/** Documents of a set paired at random: nothing in them belongs together. */
function unrelated(set: string, documents: readonly EmbeddedDocument[]): FitDocument[] {
  const random = seededRandom(`${set}/unrelated`);
  const made: FitDocument[] = [];
  for (let copy = 0; copy < Math.min(12, documents.length - 1); copy++) {
    const x = Math.floor(random() * documents.length);
    const y = (x + 1 + Math.floor(random() * (documents.length - 1))) % documents.length;
    const [first, second] = [documents[x]!, documents[y]!];
    // OneStop has every article twice, comparable-news every event in several languages.
    if (stem(first.name) === stem(second.name)) continue;
    const most = 120;
    // A few sentences of each as well: in short texts everything looks like a best match.
    for (const size of [4, 8, 14]) {
      made.push({
        set,
        name: `${first.name}!${second.name}#${size}`,
        a: pick(first.a, first.a, someRows(first.a, size, random)),
        b: pick(second.b, second.b, someRows(second.b, size, random)),
        gold: [],
        made: true,
        exhaustive: true,
      });
    }
    made.push({
      set,
      name: `${first.name}!${second.name}`,
      a: pick(first.a, first.a, firstRows(first.a, most)),
      b: pick(second.b, second.b, firstRows(second.b, most)),
      gold: [],
      made: true,
      exhaustive: true,
    });
  }
  return made;
}

function stem(name: string): string {
  return name.split(/[.-]/)[0]!;
}

interface Row {
  readonly row: number;
  readonly own: boolean;
}

function firstRows(input: StreamInput, most: number): Row[] {
  const count = Math.min(most, input.stream.sentences.length);
  return Array.from({ length: count }, (_, row) => ({ row, own: true }));
}

function someRows(input: StreamInput, size: number, random: Random): Row[] {
  const count = Math.min(size, input.stream.sentences.length);
  const from = Math.floor(random() * (input.stream.sentences.length - count + 1));
  return Array.from({ length: count }, (_, k) => ({ row: from + k, own: true }));
}

/** A made document has no pieces, by which the alignment in order learns the text's own words. */
export async function withPieces(input: StreamInput, embedder: Embedder): Promise<StreamInput> {
  if (input.embedding.pieces !== null) return input;
  const texts = input.stream.sentences.map(({ text }) => text);
  return { stream: input.stream, embedding: await embedder.embed(texts, { pieces: true }) };
}

/** A stream put together from rows of two. */
function pick(own: StreamInput, other: StreamInput, rows: readonly Row[]): StreamInput {
  const from = (row: Row): StreamInput => (row.own ? own : other);
  const stream: Stream = {
    ...own.stream,
    sentences: rows.map((row, k) => ({ ...from(row).stream.sentences[row.row]!, number: k + 1 })),
  };
  const { dimension } = own.embedding.vectors;
  const units = new Float32Array(rows.length * dimension);
  const norms = new Float32Array(rows.length);
  rows.forEach((row, k) => {
    const { vectors } = from(row).embedding;
    norms[k] = vectors.norms[row.row]!;
    units.set(
      vectors.units.subarray(row.row * dimension, (row.row + 1) * dimension),
      k * dimension,
    );
  });
  const embedding: Embedding = {
    vectors: { count: rows.length, dimension, units, norms },
    pieces: null,
  };
  return { stream, embedding };
}
