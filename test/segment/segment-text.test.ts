import { describe, expect, test } from 'vitest';
import { segmentText } from '../../src/segment/segment-text.js';
import { countBoundaries, f1, readBoundarySet } from './boundary-set.mjs';
import { seededRandom } from '../seeded-random.js';

const sentencesOf = (text: string, language: string): string[] =>
  segmentText(text, language).map(({ start, end }) => text.slice(start, end));

function score(part: string): number {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const item of readBoundarySet().filter((each) => each.part === part)) {
    const counts = countBoundaries(item, segmentText(item.text, item.language));
    total.right += counts.right;
    total.wrong += counts.wrong;
    total.missed += counts.missed;
  }
  return f1(total);
}

describe('the boundary set', () => {
  test('has text held out in 30 languages and more, with 500 boundaries and more', () => {
    const heldOut = readBoundarySet().filter(({ part }) => part === 'held-out');
    expect(new Set(heldOut.map(({ language }) => language)).size).toBeGreaterThanOrEqual(30);
    const boundaries = heldOut.reduce((sum, { boundaries: { size } }) => sum + size, 0);
    expect(boundaries).toBeGreaterThanOrEqual(500);
  });

  test('is split with an F1 of .97 and more where the rules were not made on it', () => {
    expect(score('held-out')).toBeGreaterThanOrEqual(0.97);
  });

  test('is split with an F1 of .98 and more where they were', () => {
    expect(score('dev')).toBeGreaterThanOrEqual(0.98);
  });
});

describe('splitting', () => {
  test.each([
    ['his government.In a surprising turn', ['his government.', 'In a surprising turn']],
    ['the crisis.meanwhile, his allies left.', ['the crisis.', 'meanwhile, his allies left.']],
    ['over Aleppo.However, it held.', ['over Aleppo.', 'However, it held.']],
    ['See node.js, System.Text and example.com.', ['See node.js, System.Text and example.com.']],
    ['Q: Where? A: Here.', ['Q: Where?', 'A: Here.']],
    ['“Stop!” he cried. “Go!”', ['“Stop!” he cried.', '“Go!”']],
    ['He came home\nat night. She\nleft.', ['He came home\nat night.', 'She\nleft.']],
    ['... and then?', ['... and then?']],
    ['1. First comes first. 2. Then comes this.', ['1. First comes first.', '2. Then comes this.']],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text, 'en')).toEqual(sentences);
  });

  test('covers everything but white space, in order, whatever the text', () => {
    const draw = seededRandom(7);
    const random = (below: number): number => Math.floor(below * draw());
    const alphabet = [...'aB. ?!…"“”«»()—\n\t1。、ก।й؟’<>=/'];
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: random(60) }, () => alphabet[random(alphabet.length)]).join(
        '',
      );
      for (const language of ['en', 'fr', 'ja', 'th', 'el', 'hy', 'und', 'not a tag']) {
        let at = 0;
        for (const { start, end } of segmentText(text, language)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }
    }
  });

  test.each([
    ['prose', 'It was late. He had not come, said Mr. Smith. “Why?” she asked. '],
    ['nothing but marks', '." '],
    ['initials', 'A. B. '],
    ['one word', 'x'],
  ])('takes time linear in the length: %s', (_, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const before = performance.now();
      segmentText(text, 'en');
      return performance.now() - before;
    };
    time(20_000);
    // Sixteen times the text would take 256 times the time if it were quadratic.
    expect(time(320_000)).toBeLessThan(80 * time(20_000) + 1000);
  });
});
