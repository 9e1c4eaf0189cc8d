import { describe, expect, test } from 'vitest';
import { alignStreams } from '../../../src/align/align-streams.js';
import { pickSentences } from '../../../src/align/input/pick-sentences.js';
import { readSample } from '../../../src/align/mode/evidence.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import type { Bead } from '../../../src/domain.js';
import { makeUpPair } from '../made-up-texts.js';

const tidy = makeUpPair({ beads: 240, seed: 11, insertions: 0 });
const chapterOf = (bead: number): number => Math.floor(bead / 40);

/** The second text with its chapters in another order, or without some; and where its sentences went. */
function rearrange(order: readonly number[]): { b: StreamInput; place: Map<number, number> } {
  const rows = order.flatMap((chapter) =>
    tidy.gold.flatMap(({ b }, at) => (chapterOf(at) === chapter ? b : [])),
  );
  return {
    b: pickSentences(tidy.b, rows),
    place: new Map(rows.map((row, at) => [row, at])),
  };
}

const keyOf = ({ a, b }: Pick<Bead, 'a' | 'b'>): string => `${a.join()}:${b.join()}`;
const pairsOf = (beads: readonly Bead[]): string[] =>
  beads.filter(({ a, b }) => a.length > 0 && b.length > 0).map(keyOf);

/** Share of the expected pairs that were found. */
function shareOf(expected: readonly string[], found: readonly string[]): number {
  const keys = new Set(found);
  return expected.filter((key) => keys.has(key)).length / expected.length;
}

function everyOnce(beads: readonly Bead[], a: StreamInput, b: StreamInput): void {
  const sorted = (side: 'a' | 'b'): number[] =>
    beads.flatMap((bead) => bead[side]).sort((x, y) => x - y);
  expect(sorted('a')).toEqual([...a.stream.sentences.keys()]);
  expect(sorted('b')).toEqual([...b.stream.sentences.keys()]);
}

const whole = alignStreams(tidy.a, tidy.b, { mode: 'auto' });
const moved = (place: ReadonlyMap<number, number>): string[] =>
  whole.beads
    .filter(({ a, b }) => a.length > 0 && b.length > 0 && b.every((j) => place.has(j)))
    .map(({ a, b }) => keyOf({ a, b: b.map((j) => place.get(j)!) }));

describe('a faithful translation', () => {
  test('is one passage from end to end, aligned exactly as in parallel mode', () => {
    expect(whole.beads).toEqual(alignStreams(tidy.a, tidy.b, { mode: 'parallel' }).beads);
    expect(whole.passages).toEqual([
      {
        a: [0, tidy.a.stream.sentences.length],
        b: [0, tidy.b.stream.sentences.length],
        moved: false,
      },
    ]);
  });
});

describe('texts that are not clearly parallel', () => {
  const { a, b } = makeUpPair({ beads: 240, seed: 12, insertions: 0.15, noise: 1 });
  const alone = alignStreams(a, b, { mode: 'auto' });

  test('are the same whoever reads the samples, and whatever is done meanwhile', () => {
    for (const isBeside of [false, true]) {
      let read = 0;
      const found = alignStreams(a, b, {
        mode: 'auto',
        readSamples: (samples, meanwhile) => {
          read += samples.length;
          if (isBeside) meanwhile();
          return samples.map(readSample);
        },
      });
      expect(found).toEqual(alone);
      expect(read).toBe(4);
    }
  });
});

describe('chapters in another order', () => {
  test('two that are swapped give the same beads, elsewhere', () => {
    const { b, place } = rearrange([0, 1, 3, 2, 4, 5]);
    const { beads, passages, mode, reason } = alignStreams(tidy.a, b, { mode: 'auto' });
    everyOnce(beads, tidy.a, b);
    expect(shareOf(moved(place), pairsOf(beads))).toBeGreaterThan(0.97);
    expect(passages!.filter((passage) => passage.moved)).toHaveLength(1);
    expect(beads.filter(({ crossing }) => crossing).length).toBeGreaterThan(30);
    expect(mode).toBe('parallel');
    expect(reason).toMatch(/passages run in parallel: sentences 1-.*\(moved\)/);
  });

  test('one that moved to the end gives the same beads, elsewhere', () => {
    const { b, place } = rearrange([0, 2, 3, 4, 5, 1]);
    const { beads } = alignStreams(tidy.a, b, { mode: 'auto' });
    expect(shareOf(moved(place), pairsOf(beads))).toBeGreaterThan(0.97);
  });

  test('the second text against the first gives the same pairs', () => {
    const { b } = rearrange([0, 1, 3, 2, 4, 5]);
    const forward = pairsOf(alignStreams(tidy.a, b, { mode: 'auto' }).beads);
    const backward = alignStreams(b, tidy.a, { mode: 'auto' }).beads.map((bead) => ({
      ...bead,
      a: bead.b,
      b: bead.a,
    }));
    expect(shareOf(forward, pairsOf(backward))).toBeGreaterThan(0.97);
  });
});

describe('a chapter that one text lacks', () => {
  const { b, place } = rearrange([0, 1, 2, 4, 5]);
  const { beads, reason } = alignStreams(tidy.a, b, { mode: 'auto' });

  test('leaves all other beads as they were', () => {
    everyOnce(beads, tidy.a, b);
    expect(shareOf(moved(place), pairsOf(beads))).toBeGreaterThan(0.98);
    expect(pairsOf(beads).length).toBeLessThanOrEqual(moved(place).length + 2);
  });

  test('is missing on each side: nothing is made up for either', () => {
    const a = pickSentences(
      tidy.a,
      tidy.gold.flatMap((bead, at) => (chapterOf(at) === 1 ? [] : bead.a)),
    );
    const found = alignStreams(a, b, { mode: 'auto' });
    everyOnce(found.beads, a, b);
    const shared = tidy.gold.filter((_, at) => ![1, 3].includes(chapterOf(at))).length;
    expect(pairsOf(found.beads).length).toBeLessThan(shared * 1.03);
    expect(found.reason).toMatch(
      /Without a counterpart: .* of the first text.*; .* of the second text/,
    );
  });

  test('the reason is in words', () => {
    expect(reason).toMatch(/parallel/);
  });
});

describe('texts with nothing in common', () => {
  const other = makeUpPair({ beads: 200, seed: 12 });
  const { beads, passages, reason, mode } = alignStreams(tidy.a, other.b, { mode: 'auto' });

  test('give almost no pair and no passage', () => {
    everyOnce(beads, tidy.a, other.b);
    expect(pairsOf(beads).length).toBeLessThanOrEqual(1);
    expect(passages).toEqual([]);
    expect(mode).toBe('comparable');
  });

  test('are said to be no more similar than chance, with a probability', () => {
    expect(reason).toMatch(/nothing in common look as similar as these in \d+% of cases\./);
  });
});

test('of two versions of one passage, one wins', () => {
  const { b } = rearrange([0, 1, 2, 3, 4, 5, 2]);
  const { beads } = alignStreams(tidy.a, b, { mode: 'auto' });
  everyOnce(beads, tidy.a, b);
});

test('an anchor is kept, also between passages that moved', () => {
  const { b } = rearrange([0, 1, 3, 2, 4, 5]);
  const anchors = [
    { a: [5], b: [b.stream.sentences.length - 3] },
    { a: [200], b: [] },
  ];
  const { beads } = alignStreams(tidy.a, b, { mode: 'auto', anchors });
  everyOnce(beads, tidy.a, b);
  const fixed = beads.filter(({ method }) => method === 'anchor');
  expect(fixed.map(keyOf).sort()).toEqual(anchors.map(keyOf).sort());
});

test('no bead reaches across the beginning of a chapter', () => {
  const withChapters = (input: StreamInput): StreamInput => ({
    ...input,
    stream: {
      ...input.stream,
      sentences: input.stream.sentences.map((sentence, at) =>
        at % 3 === 0 ? { ...sentence, startsChapter: true as const } : sentence,
      ),
    },
  });
  const { beads } = alignStreams(withChapters(tidy.a), withChapters(tidy.b), { mode: 'auto' });
  for (const { a, b } of beads) {
    expect(a.slice(1).every((i) => i % 3 !== 0)).toBe(true);
    expect(b.slice(1).every((j) => j % 3 !== 0)).toBe(true);
  }
});
