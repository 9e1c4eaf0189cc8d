/** Most paragraphs are split without asking Intl.Segmenter: nothing that it would say may be missed. */
import { expect, test } from 'vitest';
import { candidateAt } from '../../src/segment/candidates.js';
import { inOneLine } from '../../src/segment/segment-text.js';
import {
  isWithin,
  mayEndElsewhere,
  unicodeBoundaries,
} from '../../src/segment/unicode-boundaries.js';
import { markRun } from '../../src/segment/characters.js';

const characters = [
  ...'aB3 .!?…‥,;:-–—"\'()[]{}“”„‟‘’‚‛«»‹›*_ßÉéçЖяΩλ漢字かカ한。！？「」『』【】（）［］、・׳אبी।۔؟։።ល។፡',
  ...'\u00a0\u202f\u200b\u200c\u200d\u0301\u00ad\u3000\ufeff\u2024\ufe52\uff0e\u1803\u2e3c\u0e33＂＇｟〟\u0085\n\r\u2028😀',
];

/** Numbers from 0 to 2^32 that look random (xorshift), the same each time. */
function* numbers(seed: number): Generator<number, never, undefined> {
  let state = seed;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

test('a text that is not asked about has no boundary outside of its marks', () => {
  const random = numbers(7);
  const next = (below: number): number => random.next().value % below;
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  let unasked = 0;
  for (let run = 0; run < 30_000; run++) {
    // Few kinds of characters at a time, so that each meets each often.
    const few = Array.from({ length: 8 }, () => characters[next(characters.length)] ?? 'a');
    const text = inOneLine(
      Array.from({ length: 12 }, () => few[next(few.length)] ?? ' ').join('') + ' Ab.',
    );
    const found = [...text.matchAll(new RegExp(markRun, 'g'))].map(({ index, 0: marks }) =>
      candidateAt(text, index, index + marks.length),
    );
    if (mayEndElsewhere(text, segmenter) || !found.every((each) => isWithin(text, each))) continue;
    unasked++;
    for (const boundary of unicodeBoundaries(text, segmenter)) {
      const end = text.slice(0, boundary).trimEnd().length;
      const isKnown = found.some((each) => end >= each.marksEnd && end <= each.end);
      expect(isKnown, JSON.stringify([text, end])).toBe(true);
    }
  }
  expect(unasked).toBeGreaterThan(3_000);
});
