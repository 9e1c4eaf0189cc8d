import { describe, expect, test } from 'vitest';
import { joinChannels } from '../../../src/align/evidence/channel.js';
import { lookalikeChannel, numberChannel } from '../../../src/align/evidence/key-channels.js';
import { makeSide, type Side } from '../../../src/align/search/side.js';
import { sharedItems } from './shared-items.js';

/** A side of sentences whose vectors don't matter. */
function sideOf(texts: readonly string[]): Side {
  const sentences = texts.map((text, k) => ({
    number: k + 1,
    paragraph: 1,
    language: 'und',
    start: 0,
    end: text.length,
    text,
    noise: null,
  }));
  const count = texts.length;
  const vectors = {
    count,
    dimension: 1,
    units: new Float32Array(count).fill(1),
    norms: new Float32Array(count).fill(1),
  };
  const stream = { source: 0, language: 'und', sentences };
  return makeSide({ stream, embedding: { vectors, pieces: null } }, new Set());
}

describe('numbers on both sides', () => {
  const a = sideOf(['In 1990, 1,000 people.', 'They had 007 reasons.', 'No number.']);
  const b = sideOf(['عام ١٩٩٠', '1.000 Leute', '7 Gründe und 8 mehr']);
  const channel = numberChannel(a, b);

  test('are the same in any script and with any separator', () => {
    expect(sharedItems(channel, 0, 1, 0, 2)).toMatchObject({ lackingA: 0, lackingB: 0, leak: 0 });
    expect(sharedItems(channel, 0, 1, 0, 2).found).toBeGreaterThan(0);
  });

  test('that one side lacks count, and leak where the sentence just outside has them', () => {
    const { lackingA, lackingB, leak } = sharedItems(channel, 0, 1, 0, 1);
    expect(lackingA).toBe(0);
    expect(lackingB).toBeGreaterThan(0);
    expect(leak).toBe(lackingB);
  });

  test('without any partner count too', () => {
    expect(sharedItems(channel, 1, 1, 2, 1).lackingA).toBeGreaterThan(0);
  });
});

describe('words that are spelled similarly', () => {
  const a = sideOf(['The Président spoke.', 'To Marseille.']);
  const b = sideOf(['Der Präsident sprach.', 'Nach Marseilles.', 'The Presidents']);
  const channel = lookalikeChannel(a, b);

  test('have the same first letters without accents', () => {
    expect(sharedItems(channel, 1, 1, 1, 1).found).toBeGreaterThan(0);
    expect(sharedItems(channel, 0, 1, 2, 1).found).toBeGreaterThan(0);
  });

  test('count only where both texts have them', () => {
    expect(sharedItems(channel, 0, 1, 1, 1).lackingA).toBeGreaterThan(0);
    expect(lookalikeChannel(a, sideOf(['nichts'])).weights).toHaveLength(0);
  });
});

test('two channels are read as one', () => {
  const a = sideOf(['10 apples', 'Berlin']);
  const b = sideOf(['Berlin', '10 Äpfel']);
  const [numbers, lookalikes] = [numberChannel(a, b), lookalikeChannel(a, b)];
  const both = joinChannels(numbers, lookalikes);
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    const [first, second] = [numbers, lookalikes].map(
      (channel) => sharedItems(channel, i, 1, j, 1).found,
    );
    expect(sharedItems(both, i, 1, j, 1).found).toBeCloseTo((first ?? 0) + (second ?? 0));
  }
  expect(sharedItems(both, 1, 1, 0, 1).found).toBeGreaterThan(0);
});
