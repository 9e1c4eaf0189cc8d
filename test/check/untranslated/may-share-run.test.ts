import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Passage } from '../../../src/check/passage/passage.js';
import { Passages } from '../../../src/check/passages.js';
import { longestCommonRun } from '../../../src/check/untranslated/longest-run.js';
import { mayShareRun } from '../../../src/check/untranslated/may-share-run.js';
import { stream } from '../made-row.js';

function passageOf(text: string): Passage {
  const streams = [stream(0, 'en', [text])];
  return new Passages(streams).ofSentences(streams[0]?.sentences ?? [], 0);
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];

it('is never wrongly sure that two texts share no run of words', () => {
  const pieces = fc.constantFrom(
    'the',
    'Müller',
    "don't",
    'well-known',
    'а',
    '文字',
    'e\u0301',
    '😀',
    'I',
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(texts, texts, texts, (before, shared, after) => {
      const [a, b] = [`${before} ${shared}`, `${shared.replaceAll(' ', ', ')} ${after}`];
      const { length } = longestCommonRun(wordsOf(a), wordsOf(b));
      expect(mayShareRun(passageOf(a), passageOf(b), 3) || length < 3).toBe(true);
    }),
  );
});

it('rejects texts of different scripts or words', () => {
  const [english, chinese] = [passageOf('one two three four'), passageOf('那天晚上 没有风 three')];
  expect(mayShareRun(english, chinese, 3)).toBe(false);
  expect(mayShareRun(english, passageOf('one zwei three vier one'), 3)).toBe(false);
  expect(mayShareRun(english, passageOf('null one two three'), 3)).toBe(true);
});
