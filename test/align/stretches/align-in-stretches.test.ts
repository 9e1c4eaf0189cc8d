import { beforeAll, describe, expect, test } from 'vitest';
import { ParallelAligner, alignParallel } from '../../../src/align/parallel/align-parallel.js';
import { explainBeads } from '../../../src/align/parallel/explain.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import { alignInStretches } from '../../../src/align/stretches/align-in-stretches.js';
import { cutAt, placesToCut } from '../../../src/align/stretches/cut-stretches.js';
import { joinStretches } from '../../../src/align/stretches/join-stretches.js';
import type { Bead } from '../../../src/domain.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { scoreAlignments } from '../../../src/score/score-alignments.js';
import { makeTexts, paraphrases } from '../../bench/made-texts.js';
import { embeddedStream } from '../embedded-stream.js';

const keys = (beads: readonly Pick<Bead, 'a' | 'b'>[]) =>
  beads.map(({ a, b }) => `${a.join()}:${b.join()}`);

const bead = (a: number[], b: number[], confidence = 0.9): Bead => ({
  a,
  b,
  score: 0.8,
  confidence,
  method: 'parallel',
  crossing: false,
});

describe('long texts, with a chapter that only one of them has', () => {
  const { a, b, gold } = makeTexts(3400, 3400, paraphrases(), false);
  const lost: readonly [number, number] = [1500, 1900];
  const kept = b.filter((_, j) => j < lost[0] || j >= lost[1]);
  const left = gold
    .filter((link) => link.b.every((j) => j < lost[0] || j >= lost[1]))
    .map((link) => ({ a: link.a, b: link.b.map((j) => (j < lost[0] ? j : j - 400)) }))
    .filter((link) => link.b.length > 0);
  let first: StreamInput;
  let second: StreamInput;
  let beads: Bead[];

  beforeAll(async () => {
    const embedder = await loadEmbedder();
    first = await embeddedStream(embedder, 0, 'en', a);
    second = await embeddedStream(embedder, 1, 'en', kept);
    await embedder.close();
    beads = alignParallel(first, second);
  });

  test('are cut at places where both surely say the same', () => {
    const places = placesToCut(first, second);
    expect(places.length).toBeGreaterThanOrEqual(2);
    const linked = new Set(left.flatMap((link) => link.a.map((i) => `${i}-${link.b[0]}`)));
    for (const place of places) expect(linked).toContain(`${place.a}-${place.b}`);
  });

  test('keep every sentence once, in order', () => {
    expect(beads.flatMap((own) => own.a)).toEqual(a.map((_, i) => i));
    expect(beads.flatMap((own) => own.b)).toEqual(kept.map((_, j) => j));
  });

  test('are aligned as well as in one piece', () => {
    const whole = new ParallelAligner(first, second).alignWhole([]);
    const same = new Set(keys(whole));
    expect(keys(beads).filter((key) => same.has(key)).length).toBeGreaterThan(0.99 * whole.length);
    const found = beads.filter((own) => own.a.length > 0 && own.b.length > 0);
    expect(scoreAlignments([{ gold: left, test: found }]).strict.recall).toBeGreaterThan(0.97);
  });

  test('keep anchors, at seams and across them as well', () => {
    const [place] = placesToCut(first, second);
    const anchors = [
      { a: [place!.a], b: [place!.b + 1] },
      { a: [10], b: [900] },
      { a: [3000], b: [2] },
    ];
    const own = new Set(keys(alignParallel(first, second, { anchors })));
    for (const key of keys(anchors)) expect(own).toContain(key);
  });

  test('explain the pairs as they were aligned', () => {
    const some = beads.filter(({ a: own }) => own.length > 0 && own[0]! % 300 === 0);
    for (const explained of explainBeads(first, second, some)) {
      expect(explained.chosen).toBe(true);
    }
  });
});

test('texts that have nothing in common are not cut, nor are short ones', async () => {
  const embedder = await loadEmbedder();
  const one = makeTexts(3100, 3100, paraphrases(), false);
  const lines = Array.from({ length: 3100 }, (_, k) => `Zeile ${(k * 7919) % 3100} mit Äpfeln.`);
  const [a, b, same, short] = await Promise.all(
    [one.a, lines, lines.map(() => 'Da capo.'), one.b.slice(0, 500)].map((texts, at) =>
      embeddedStream(embedder, at, 'en', texts),
    ),
  );
  await embedder.close();
  expect(placesToCut(a!, b!)).toEqual([]);
  expect(placesToCut(same!, same!)).toEqual([]);
  expect(placesToCut(a!, short!)).toEqual([]);
});

describe('two neighbouring stretches', () => {
  const seam = { a: 5, b: 5 };

  test('are joined at the surest bead that both have, nearest to the seam', () => {
    const left = [bead([3], [3]), bead([4], [4, 5]), bead([5], [6]), bead([6], [7])];
    const right = [bead([4], [4]), bead([5], [5, 6], 0.1), bead([6], [7]), bead([7], [8])];
    const { beads, failed } = joinStretches([left, right], [seam]);
    expect(keys(beads)).toEqual(['3:3', '4:4,5', '5:6', '6:7', '7:8']);
    expect(failed.size).toBe(0);
  });

  test('are aligned again as one where they have no bead in common', async () => {
    const embedder = await loadEmbedder();
    const texts = Array.from({ length: 200 }, (_, k) => `Number ${k}.`);
    const input = await embeddedStream(embedder, 0, 'en', texts);
    await embedder.close();
    const seams = [
      { a: 60, b: 60 },
      { a: 140, b: 140 },
    ];
    const sizes: number[] = [];
    const beads = alignInStretches(input, input, seams, {
      anchors: [],
      maxBead: undefined,
      align: (stretches) =>
        stretches.map((stretch) => {
          const { sentences } = stretch.input().first.stream;
          expect(stretch.sentences).toBe(2 * sentences.length);
          sizes.push(sentences.length);
          // The first stretch is wrong by one wherever the second could agree.
          const off = sentences.length === 100 && sentences[0]?.number === 1 ? 1 : 0;
          return sentences.map((_, i) => bead(off && i === 0 ? [] : [i - off], [i]));
        }),
    });
    expect(sizes).toEqual([100, 160, 100, 180]);
    expect(keys(beads)).toEqual(texts.map((_, i) => `${i}:${i}`));
    expect(cutAt(input, input, seams)[1]).toEqual({ rangeA: [20, 180], rangeB: [20, 180] });
  });
});
