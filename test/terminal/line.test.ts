import { describe, expect, test } from 'vitest';
import {
  fitLine,
  joinRuns,
  lineWidth,
  restyle,
  run,
  truncateLine,
  type Line,
} from '../../src/terminal/line.js';
import { wrapLine } from '../../src/terminal/wrap-line.js';
import { splitGraphemes } from '../../src/text/graphemes.js';
import { seededRandom } from '../seeded-random.js';

const text = (line: Line) => line.map((part) => part.text).join('');
const samples = [
  'plain English words',
  '彼は後ろ手にドアを閉めた。誰も話さなかった。',
  'क्षत्रिय नमस्ते दुनिया',
  'שָׁלוֹם עוֹלָם וכל השאר',
  'السلام عليكم ورحمة الله',
  'ภาษาไทยน้ำไม่มีช่องว่าง',
  '👩‍👩‍👧 👍🏽 ☎️ emoji and é é',
  '한국어 문장입니다 가나다',
];

describe('text in cells', () => {
  test.each(samples)(
    'is never wider than asked for, and never cut inside a character: %s',
    (sample) => {
      for (let width = 1; width < 45; width++) {
        const cut = truncateLine([run(sample)], width);
        expect(lineWidth(cut)).toBeLessThanOrEqual(width);
        expect(lineWidth(fitLine([run(sample)], width))).toBe(width);
        const whole = splitGraphemes(run(sample).text);
        const kept = text(cut).replace(/…$/, '');
        expect(whole.join('').startsWith(kept)).toBe(true);
        expect(whole.slice(0, splitGraphemes(kept).length).join('')).toBe(kept);
      }
    },
  );

  test('random mixtures keep their widths', () => {
    const random = seededRandom(7);
    const characters = Array.from(samples.join(''));
    for (let round = 0; round < 300; round++) {
      const own = Array.from(
        { length: 30 },
        () => characters[Math.floor(random() * characters.length)],
      ).join('');
      // Random marks pile up: one character may be five cells wide.
      const width = 8 + Math.floor(random() * 30);
      for (const line of wrapLine([run(own)], width))
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lineWidth(fitLine([run(own)], width))).toBe(width);
    }
  });

  test('outside text cannot control the terminal', () => {
    // eslint-disable-next-line no-control-regex
    expect(run('a\u001b[2Jb\u0007\u009b1m\r\n\tc\u202ed\u2066').text).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u202e\u2066]/,
    );
  });

  test('neighbouring runs of the same style are merged', () => {
    const line = joinRuns([run('a', 'x'), run('b', 'x'), run('c')]);
    expect(line).toEqual([run('ab', 'x'), run('c')]);
  });

  test('a new style is added after the existing ones', () => {
    expect(restyle([run('a', 'x'), run('b')], 'y')).toEqual([run('a', 'x y'), run('b', 'y')]);
  });
});
