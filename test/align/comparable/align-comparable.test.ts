import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alignComparable } from '../../../src/align/comparable/align-comparable.js';
import { alignStreams } from '../../../src/align/align-streams.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import type { Bead, Embedder } from '../../../src/domain.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { embeddedStream } from '../embedded-stream.js';
import { makeUpPair } from '../made-up-texts.js';

let embedder: Embedder;
beforeAll(async () => (embedder = await loadEmbedder()));
afterAll(() => embedder.close());

const input = (source: number, language: string, texts: string[]) =>
  embeddedStream(embedder, source, language, texts);

const pairs = (beads: readonly Bead[]): string[] =>
  beads
    .filter(({ a, b }) => a.length > 0 && b.length > 0)
    .map(({ a, b }) => `${a.join()}:${b.join()}`);

const everyOnce = (beads: readonly Bead[], a: StreamInput, b: StreamInput): void => {
  const sorted = (side: 'a' | 'b'): number[] =>
    beads.flatMap((bead) => bead[side]).sort((x, y) => x - y);
  expect(sorted('a')).toEqual([...a.stream.sentences.keys()]);
  expect(sorted('b')).toEqual([...b.stream.sentences.keys()]);
};

const report = [
  'Firefighters were called to the old harbour shortly after midnight on Tuesday.',
  'Three warehouses full of timber were already burning when the first engines arrived.',
  'The harbour police closed the bridge and two streets nearby.',
  'Nobody was injured, said the mayor at a press conference in the morning.',
  'The cause of the fire is still being investigated.',
  'The local football club cancelled its match on Wednesday evening.',
];
const informe = [
  'El alcalde dijo por la mañana en una conferencia de prensa que nadie resultó herido.',
  'El precio de la madera ha subido mucho este año en todo el país.',
  'Cuando llegaron los primeros coches de bomberos, ya ardían tres almacenes llenos de madera.',
  'Todavía se investiga la causa del incendio.',
  'Muchos vecinos pasaron la noche en casa de sus familiares.',
];
const recipes = [
  'Peel the potatoes and cut them into thin slices.',
  'Beat the eggs with a pinch of salt until they are smooth.',
  'Heat the olive oil in a large pan.',
  'Serve it warm with a green salad.',
  'Add a little chopped parsley if you like.',
];

describe('reports that overlap in part', () => {
  test('what both say is paired in any order, the rest is left alone', async () => {
    const [a, b] = [await input(0, 'en', report), await input(1, 'es', informe)];
    const beads = alignComparable(a, b);
    everyOnce(beads, a, b);
    expect(pairs(beads).sort()).toEqual(['1:2', '3:0', '4:3']);
    expect(beads.filter(({ crossing }) => crossing)).toHaveLength(1);
  });

  test('auto sees that they overlap only in part, and says so', async () => {
    const [a, b] = [await input(0, 'en', report), await input(1, 'es', informe)];
    const { mode, reason } = alignStreams(a, b, { mode: 'auto' });
    expect(mode).toBe('comparable');
    expect(reason).toMatch(/overlap only in part: \d+% of the sentences/);
  });

  test('one sentence told in two is one bead', async () => {
    const a = await input(0, 'en', [
      'The museum opens at nine and closes at five.',
      'The minister resigned on Friday after a long debate in parliament about the price of bread.',
      'It rained in the north.',
    ]);
    const b = await input(1, 'en', [
      'Trains run every hour.',
      'The minister resigned on Friday.',
      'There had been a long debate in parliament about the price of bread.',
      'A new bridge is being built.',
    ]);
    expect(pairs(alignComparable(a, b))).toEqual(['1:1,2']);
  });

  test('texts that have nothing in common give no pairs', async () => {
    const [a, b] = [await input(0, 'es', informe), await input(1, 'en', recipes)];
    expect(pairs(alignComparable(a, b))).toEqual([]);
    expect(alignStreams(a, b, { mode: 'auto' }).mode).toBe('comparable');
  });

  test('a seed and texts about other things give almost none', async () => {
    const text = readFileSync(new URL('../../../seeds/000_a44dc55b9c05bbeb.txt', import.meta.url));
    const sentences = text
      .toString('utf8')
      .split(/(?<=[.!?])\s+|\n+/)
      .filter((line) => /\p{L}{3}/u.test(line));
    const a = await input(0, 'en', sentences);
    const b = await input(1, 'es', [...informe, ...recipes]);
    expect(pairs(alignComparable(a, b)).length).toBeLessThanOrEqual(1);
  });

  test('sentences without a vector, and texts without a sentence, stay alone', async () => {
    const [a, b] = [
      await input(0, 'en', ['', '***', report[0]!]),
      await input(1, 'en', [report[0]!]),
    ];
    const beads = alignComparable(a, b);
    everyOnce(beads, a, b);
    expect(pairs(beads)).toEqual(['2:0']);
    const none = await input(1, 'en', []);
    expect(pairs(alignComparable(a, none))).toEqual([]);
    everyOnce(alignComparable(none, a), none, a);
  });

  test('anchors are kept and their sentences take no other part', async () => {
    const [a, b] = [await input(0, 'en', report), await input(1, 'es', informe)];
    const beads = alignComparable(a, b, {
      anchors: [
        { a: [0], b: [2] },
        { a: [4], b: [] },
      ],
    });
    everyOnce(beads, a, b);
    expect(pairs(beads)).toEqual(expect.arrayContaining(['0:2', '3:0']));
    expect(pairs(beads).some((pair) => pair.startsWith('4:'))).toBe(false);
    const fixed = beads.filter(({ method }) => method === 'anchor');
    expect(fixed.map((bead) => `${bead.a.join()}:${bead.b.join()}`)).toEqual(['0:2', '4:']);
    expect(fixed.map(({ confidence }) => confidence)).toEqual([1, 1]);
    expect(fixed[0]!.score).toBeGreaterThan(0);
  });
});

describe('made-up texts', () => {
  test('every sentence comes out once, the same on every run', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { a, b } = makeUpPair({ beads: 5 * seed, seed, insertions: 0.4 });
      const beads = alignComparable(a, b);
      everyOnce(beads, a, b);
      expect(alignComparable(a, b)).toEqual(beads);
    }
  });

  test('turning the texts round turns nearly all pairs round', () => {
    let [same, all] = [0, 0];
    for (let seed = 1; seed <= 8; seed++) {
      const { a, b } = makeUpPair({ beads: 60, seed, insertions: 0.3 });
      const there = new Set(pairs(alignComparable(a, b)));
      const back = pairs(alignComparable(b, a).map((bead) => ({ ...bead, a: bead.b, b: bead.a })));
      all += Math.max(there.size, back.length);
      same += back.filter((pair) => there.has(pair)).length;
    }
    expect(same / all).toBeGreaterThan(0.95);
  });

  test('a sentence that moved far in a parallel text is linked and marked', () => {
    const { a, b } = makeUpPair({ beads: 80, seed: 5, insertions: 0 });
    const moved = rotate(b, 10, 60);
    const { beads } = alignStreams(a, moved, { mode: 'parallel' });
    everyOnce(beads, a, moved);
    const crossing = beads.filter((bead) => bead.crossing);
    expect(crossing.some((bead) => bead.b.includes(60))).toBe(true);
  });
});

/** Takes sentence `from` out of a text and puts it in again at `to`. */
function rotate(own: StreamInput, from: number, to: number): StreamInput {
  const order = [...own.stream.sentences.keys()].filter((k) => k !== from);
  order.splice(to, 0, from);
  const { vectors } = own.embedding;
  const units = new Float32Array(vectors.units.length);
  order.forEach((row, at) =>
    units.set(
      vectors.units.subarray(row * vectors.dimension, (row + 1) * vectors.dimension),
      at * vectors.dimension,
    ),
  );
  return {
    stream: { ...own.stream, sentences: order.map((row) => own.stream.sentences[row]!) },
    embedding: {
      vectors: { ...vectors, units, norms: Float32Array.from(order, (row) => vectors.norms[row]!) },
      pieces: null,
    },
  };
}
