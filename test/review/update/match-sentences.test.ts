import { describe, expect, test } from 'vitest';
import { matchSentences } from '../../../src/review/update/match-sentences.js';
import { processorTime } from '../../processor-time.js';

const plain = (before: readonly string[], after: readonly string[]) => {
  const { same, similar, joined } = matchSentences(before, after);
  const pairs = (map: ReadonlyMap<number, unknown>) => [...map].sort(([a], [b]) => a - b);
  return { same: pairs(same), similar: pairs(similar), joined: pairs(joined) };
};

describe('matchSentences', () => {
  test('finds what is there unchanged around what was put in and taken out', () => {
    expect(plain(['A b.', 'C d.', 'E f.'], ['A b.', 'New one.', 'E f.'])).toEqual({
      same: [
        [0, 0],
        [2, 2],
      ],
      similar: [],
      joined: [],
    });
  });

  test('other line breaks are no change, another word is', () => {
    const after = ['The cat\nsat on the mat.', 'It was late in April.'];
    expect(plain(['The cat sat on the mat.', 'It was late in March.'], after)).toMatchObject({
      same: [[0, 0]],
      similar: [[1, 1]],
    });
    expect(plain(['Set it a part.'], ['Set it apart.']).same).toEqual([]);
  });

  test('finds a paragraph that was moved, with what is said twice in it', () => {
    const [first, moved, last] = [['One.', 'Yes.', 'Two.'], ['Three.', 'Yes.', 'Four.'], ['Five.']];
    const before = [...first, ...moved, ...last];
    const after = [...moved, ...last, ...first];
    expect(plain(before, after).same).toEqual([
      [0, 4],
      [1, 5],
      [2, 6],
      [3, 0],
      [4, 1],
      [5, 2],
      [6, 3],
    ]);
  });

  test('finds what was changed inside a paragraph that was moved', () => {
    const moved = ['The garden is closed in winter.', 'Dogs must stay outside.'];
    const now = ['The garden is closed in winter and spring.', 'Dogs must stay outside.'];
    const rest = ['Alpha.', 'Beta.', 'Gamma.'];
    expect(plain([...moved, ...rest], [...rest, ...now]).similar).toEqual([[0, 3]]);
  });

  test('knows a sentence that was several before', () => {
    expect(
      plain(['A.', 'One two,', 'three four.', 'B.'], ['A.', 'One two,  three four.', 'B.']),
    ).toEqual({
      same: [
        [0, 0],
        [3, 2],
      ],
      similar: [],
      joined: [[1, [1, 2]]],
    });
  });

  test('a text of which nothing is left takes seconds, not minutes', async () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}.`);
    const [a, b] = [text('alpha'), text('alpine')];
    const time = await processorTime(() => expect(plain(a, b).same).toEqual([]));
    expect(time).toBeLessThan(30_000);
  });

  test.each([
    [[], []],
    [['x'], []],
    [[], ['x']],
    [['', ''], ['']],
  ])('takes %j and %j', (before, after) => {
    expect(() => plain(before, after)).not.toThrow();
  });
});
