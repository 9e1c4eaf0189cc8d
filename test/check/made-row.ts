/** A row of two made-up sentences among others, as tests of single checks need it. */
import { expect } from 'vitest';
import { Checker } from '../../src/check/checker.js';
import type { Check, CheckCode, Sentence, Stream } from '../../src/domain.js';

/** Where the sentences of a made stream begin in their source. */
const offset = 100;

/** A stream of these sentences, one after the other. */
export function stream(source: number, language: string, texts: readonly string[]): Stream {
  let start = offset;
  const sentences = texts.map((text, k): Sentence => {
    const sentence = {
      number: k + 1,
      paragraph: 1,
      language,
      text,
      noise: null,
      start,
      end: start + text.length,
    };
    start = sentence.end + 1;
    return sentence;
  });
  return { source, language, sentences };
}

/** One row a sentence, of streams of the same length. */
export function rowsOf(streams: readonly Stream[]) {
  const [first] = streams;
  return (first?.sentences ?? []).map((_, position) => ({ cells: streams.map(() => [position]) }));
}

/** Texts of a few rows that keep each other's numbers, as the checks want to see before they speak. */
const others = Array.from({ length: 9 }, (_, k) => `${k + 3}${'x'.repeat(40)}`);

/** The checks of a row of two sentences, in two sources. */
export function checkRow(
  languageA: string,
  textA: string,
  languageB: string,
  textB: string,
): Check[] {
  const streams = [
    stream(0, languageA, [textA, ...others]),
    stream(1, languageB, [textB, ...others]),
  ];
  return new Checker(streams, rowsOf(streams)).check({ cells: [[0], [0]] });
}

/** Expects one alarm of this kind, with the values of both sides and their places. */
export function expectFound(
  code: CheckCode,
  [languageA, textA]: readonly [string, string],
  [languageB, textB]: readonly [string, string],
): void {
  const checks = checkRow(languageA, textA, languageB, textB);
  expect(checks.map((check) => check.code)).toEqual([code]);
  for (const { a, b } of checks) {
    for (const [side, text] of [
      [a, textA],
      [b, textB],
    ] as const) {
      side.spans.forEach(({ start, end }, k) => {
        const found = text.slice(start - offset, end - offset);
        // Dates are shown as YYYY-MM-DD, everything else as it is written.
        expect(found).toContain(code === 'date' ? '20' : side.values[k]);
      });
    }
  }
}
