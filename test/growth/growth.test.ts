/** Work grows with the text and not with its square, whatever the text is. */
import { describe, expect, test } from 'vitest';
import { alignStreams } from '../../src/align/align-streams.js';
import { longestCommonRun } from '../../src/check/untranslated/longest-run.js';
import { stages, readMarkdown, streamOfLines, writeRows, type Stage } from './stages.js';
import { alignedShapes, differentThings, markdownShapes, shapes, type Shape } from './shapes.js';
import { processorTime } from '../processor-time.js';

/** Characters of the smaller text; the larger one has four times as many. */
const size = 10_000;
const factor = 4;
/** What grows with its square takes sixteen times as long. */
const mostGrowth = 11;
/** Milliseconds that the larger text may always take: a busy machine is no fault. */
const floor = 150;

/** Milliseconds of the processor that a stage takes with a text: other programs do not count. */
async function timeOf(stage: Stage, text: string): Promise<number> {
  const run = await stage(text);
  return processorTime(async () => {
    try {
      await run();
    } catch (error) {
      // Some of these are no text at all, and are refused.
      if (!(error instanceof Error) || error.name !== 'AppError') throw error;
    }
  });
}

/** The least of some attempts: what is compiled, and what the machine does besides, only adds to a time. */
async function leastTimeOf(stage: Stage, text: string, attempts: number): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < attempts; attempt++)
    least = Math.min(least, await timeOf(stage, text));
  return least;
}

/** How much longer the larger text takes, by the least time of each; 0 where both are quick. */
async function growth(stage: Stage, shape: Shape): Promise<number> {
  const [text, larger] = [shape(size), shape(size * factor)];
  let large = await timeOf(stage, larger);
  if (large < floor) return 0;
  const small = await leastTimeOf(stage, text, 3);
  for (let attempt = 1; attempt < 3 && large >= mostGrowth * small; attempt++)
    large = Math.min(large, await timeOf(stage, larger));
  return large < floor ? 0 : large / small;
}

describe.each(Object.entries(stages))('%s', (_name, stage) => {
  test('any shape of text', async () => {
    for (const [name, shape] of Object.entries({ ...shapes, ...differentThings })) {
      expect(await growth(stage, shape), name).toBeLessThan(mostGrowth);
    }
  });
});

test('Markdown of any shape', async () => {
  for (const [name, shape] of Object.entries({ ...shapes, ...markdownShapes })) {
    expect(await growth(readMarkdown, shape), name).toBeLessThan(mostGrowth);
  }
});

describe.each(['parallel', 'comparable'] as const)('aligning, %s', (mode) => {
  test.each(Object.entries(alignedShapes))('%s', async (_name, line) => {
    const align: Stage = async (text) => {
      const lines = Array.from({ length: text.length / 160 }, (_, n) => line(n));
      const [a, b] = [await streamOfLines(lines, 0, 'en'), await streamOfLines(lines, 1, 'fr')];
      return () => alignStreams(a, b, { mode });
    };
    expect(await growth(align, (length) => 'x'.repeat(length))).toBeLessThan(mostGrowth);
  });
});

test('writing long rows, and many', async () => {
  for (const [name, shape] of Object.entries(shapes)) {
    expect(await growth(writeRows, shape), name).toBeLessThan(mostGrowth);
  }
});

test('the words of a row of two hundred thousand', () => {
  const words = Array.from({ length: 200_000 }, (_, n) => `w${(n * n) % 97}`);
  expect(longestCommonRun(words, ['x', ...words]).length).toBe(200_000);
});
