/**
 * Makes matching tasks with known answers and embeds them: from folders of documents with `pairs.tsv`, and by cutting
 * hand-aligned texts into documents of a few sentences.
 *
 *     make-tasks.js DOCUMENT-FOLDER GOLD-FOLDER MODEL-FOLDER TASK-FOLDER
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { segmentFiles } from '../../src/pipeline/files/segment-files.js';
import type { Embedder } from '../../src/domain.js';
import { isWorded, WordTable } from '../../src/match/documents/words.js';

type Texts = readonly (readonly string[])[];

interface Made {
  readonly name: string;
  readonly a: Texts;
  readonly b: Texts;
  /** Position on side a, position on side b. */
  readonly pairs: readonly (readonly [number, number])[];
}

const [documentFolder = '', goldFolder = '', modelFolder = '', taskFolder = ''] =
  process.argv.slice(2);

/** Numbers that look random, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function seedOf(text: string): number {
  let seed = 7;
  for (const character of text)
    seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return seed;
}

/** Share of the documents of either side that are left out. */
const usualDrop = 1 / 8;
/** The same in the second task of the same documents: what has no partner on either side is what gets a false one. */
const largeDrop = 1 / 4;

/** Leaves out some documents of either side, and shuffles the second. */
function dropSome(
  name: string,
  a: Texts,
  b: Texts,
  pairs: Made['pairs'],
  drop: number = usualDrop,
): Made {
  const random = randomFrom(seedOf(name));
  for (let i = 0; i < 10; i++) random();
  const kept = (count: number): number[] =>
    Array.from({ length: count }, (_, index) => index).filter(() => random() > drop);
  const ownA = kept(a.length);
  const ownB = kept(b.length);
  for (let i = ownB.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [ownB[i], ownB[j]] = [ownB[j] ?? 0, ownB[i] ?? 0];
  }
  const placeA = new Map(ownA.map((index, place) => [index, place]));
  const placeB = new Map(ownB.map((index, place) => [index, place]));
  return {
    name,
    a: ownA.map((index) => a[index] ?? []),
    b: ownB.map((index) => b[index] ?? []),
    pairs: pairs.flatMap(([i, j]) => {
      const x = placeA.get(i);
      const y = placeB.get(j);
      return x === undefined || y === undefined ? [] : [[x, y] as const];
    }),
  };
}

/** The same documents with few and with many that have no partner. */
function dropTwice(name: string, a: Texts, b: Texts, pairs: Made['pairs']): Made[] {
  return [dropSome(name, a, b, pairs), dropSome(`${name}.more`, a, b, pairs, largeDrop)];
}

async function documentTask(folder: string, name: string): Promise<Made> {
  const side = async (letter: string): Promise<{ names: string[]; texts: string[][] }> => {
    const names = readdirSync(join(folder, letter)).sort();
    const sources = await segmentFiles(names.map((file) => join(folder, letter, file)));
    return {
      names,
      texts: sources.map(({ sentences }) => sentences.map(({ text }) => text)),
    };
  };
  const a = await side('a');
  const b = await side('b');
  const pairs = readFileSync(join(folder, 'pairs.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [x = '', y = ''] = line.split('\t');
      return [a.names.indexOf(x), b.names.indexOf(y)] as const;
    });
  return { name, a: a.texts, b: b.texts, pairs };
}

/** A task as it is, and with more documents left out. */
function withMoreDropped(task: Made): Made[] {
  const { name, a, b, pairs } = task;
  return [task, ...['more', 'more2'].map((label) => dropSome(`${name}.${label}`, a, b, pairs))];
}

interface Gold {
  readonly name: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly beads: readonly (readonly [readonly number[], readonly number[]])[];
}

function readGold(set: string, document: string, order: string): Gold {
  const folder = join(goldFolder, set);
  const own = readdirSync(folder).filter(
    (file) => file.startsWith(`${document}.`) && !file.endsWith('.gold'),
  );
  const endings = own.map((file) => file.slice(document.length + 1));
  const [first = '*', second = '*'] =
    order === 'by name'
      ? (/\.([a-z]+)-([a-z]+)(?:\.|$)/.exec(document)?.slice(1, 3) ?? [])
      : order.split(' ');
  const endingA = first === '*' ? (endings.find((e) => e !== second) ?? '') : first;
  const endingB = second === '*' ? (endings.find((e) => e !== endingA) ?? '') : second;
  const lines = (ending: string): string[] =>
    readFileSync(join(folder, `${document}.${ending}`), 'utf8')
      .replace(/\n$/, '')
      .split('\n');
  const numbers = (text: string): number[] =>
    text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map(Number);
  return {
    name: `${set}/${document}`,
    a: lines(endingA),
    b: lines(endingB),
    beads: readFileSync(join(folder, `${document}.gold`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const found = /^\[([^\]]*)\]:\[([^\]]*)\]/.exec(line);
        return [numbers(found?.[1] ?? ''), numbers(found?.[2] ?? '')] as const;
      }),
  };
}

/** Cuts a text into documents of about `size` beads. */
function cut(gold: Gold, size: number): { a: string[][]; b: string[][] } {
  const random = randomFrom(seedOf(gold.name) + size);
  const a: string[][] = [];
  const b: string[][] = [];
  for (let at = 0; at < gold.beads.length;) {
    const next = at + Math.max(1, Math.round(size * (0.4 + 1.2 * random())));
    const beads = gold.beads.slice(at, next);
    const side = (which: 0 | 1, lines: readonly string[]): string[] =>
      beads.flatMap((bead) => bead[which].map((index) => lines[index] ?? ''));
    const x = side(0, gold.a);
    const y = side(1, gold.b);
    if (x.length > 0 && y.length > 0) {
      a.push(x);
      b.push(y);
    }
    at = next;
  }
  return { a, b };
}

function cutTask(golds: readonly Gold[], name: string, size: number): Made[] {
  const a: string[][] = [];
  const b: string[][] = [];
  for (const gold of golds) {
    const own = cut(gold, size);
    a.push(...own.a);
    b.push(...own.b);
  }
  return dropTwice(
    `${name}.${size}`,
    a,
    b,
    a.map((_, index) => [index, index] as const),
  );
}

function wholeTask(golds: readonly Gold[], name: string): Made[] {
  return dropTwice(
    name,
    golds.map(({ a }) => a),
    golds.map(({ b }) => b),
    golds.map((_, index) => [index, index] as const),
  );
}

function* goldTasks(): Generator<Made> {
  const golds = new Map<string, Gold[]>();
  for (const set of readdirSync(goldFolder).sort()) {
    if (!existsSync(join(goldFolder, set, 'ORDER'))) continue;
    const order = readFileSync(join(goldFolder, set, 'ORDER'), 'utf8').trim();
    golds.set(
      set,
      readdirSync(join(goldFolder, set))
        .filter((file) => file.endsWith('.gold'))
        .sort()
        .map((file) => readGold(set, file.slice(0, -5), order)),
    );
  }
  const of = (set: string): Gold[] => golds.get(set) ?? [];
  for (const gold of of('books-multi'))
    for (const size of [1.5, 4]) yield* cutTask([gold], gold.name.replace('/', '.'), size);
  for (const gold of of('transread-novels'))
    for (const size of [2, 8, 20]) yield* cutTask([gold], gold.name.replace('/', '.'), size);
  for (const set of [
    'mac-zh-en-dev',
    'textberg-de-fr',
    'champollion-zh-en',
    'parice-en-is',
    'maligna-pl',
    'ablit-en-abridged',
  ])
    for (const size of [1.5, 5, 15]) {
      const pick = of(set).filter(({ name }) => !name.endsWith('pl-de'));
      yield* cutTask(pick, set, size);
    }
  yield* wholeTask(of('deplain-web-de'), 'deplain-web-de');
  yield* cutTask(of('deplain-web-de'), 'deplain-web-de', 8);
  // News and web pages in plain language; an article has two or three versions, of which one is in the task.
  const versions = of('apa-de-levels').filter(({ name }) => /b1-a2$/.test(name));
  yield* wholeTask([...versions, ...of('easy-german')], 'plain-de');
  yield* cutTask([...versions, ...of('easy-german')], 'plain-de', 6);
  const levels = of('onestop-en-levels');
  yield* wholeTask(
    levels.filter(({ name }) => name.endsWith('ele')),
    'onestop-ele',
  );
  yield* wholeTask(
    levels.filter(({ name }) => name.endsWith('int')),
    'onestop-int',
  );
  for (const pair of ['si-en', 'ta-en', 'si-ta'])
    yield* wholeTask(
      of('comparable-news-si-ta-en').filter(({ name }) => name.includes(pair)),
      `comparable-${pair}`,
    );
}

async function writeTask(embedder: Embedder, task: Made): Promise<void> {
  const texts = [...task.a, ...task.b].flat();
  const { vectors, pieces } = await embedder.embed(texts, { pieces: true });
  const table = new WordTable();
  let sentence = 0;
  const words = (documents: Texts): number[][] =>
    documents.map((own) => {
      const from = sentence;
      sentence += own.length;
      const length = own.reduce((sum, text) => sum + text.length, 0);
      return pieces === null || !isWorded(length) ? [] : [...table.add(pieces, from, sentence)];
    });
  const [wordsA, wordsB] = [words(task.a), words(task.b)];
  const { units, norms } = table.vectors;
  writeFileSync(
    join(taskFolder, `${task.name}.json`),
    JSON.stringify({
      ...task,
      words: { a: wordsA, b: wordsB, count: norms.length },
      dimension: vectors.dimension,
    }),
  );
  const bytes = (array: Float32Array): Buffer =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  writeFileSync(
    join(taskFolder, `${task.name}.bin`),
    Buffer.concat([vectors.units, vectors.norms, units, norms].map(bytes)),
  );
  console.log(`${task.name}: ${task.a.length} x ${task.b.length}, ${task.pairs.length} pairs`);
}

mkdirSync(taskFolder, { recursive: true });
const embedder = await loadEmbedder({ model: modelFolder });
for (const name of readdirSync(documentFolder).sort())
  if (existsSync(join(documentFolder, name, 'pairs.tsv')))
    for (const task of withMoreDropped(await documentTask(join(documentFolder, name), name)))
      await writeTask(embedder, task);
for (const task of goldTasks()) await writeTask(embedder, task);
await embedder.close();
