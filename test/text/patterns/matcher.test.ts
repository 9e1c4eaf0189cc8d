import { describe, expect, test } from 'vitest';
import { Matcher, TooMuchWork, type Work } from '../../../src/text/patterns/matcher.js';
import { parsePattern } from '../../../src/text/patterns/parse-pattern.js';
import { seededRandom } from '../../seeded-random.js';

const plenty = (): Work => ({ done: 0, limit: 1e9 });

/** The places where the expression ends, or begins. */
function places(source: string, text: string, at: 'begins' | 'ends' = 'ends'): number[] {
  const matcher = new Matcher(parsePattern(source), at);
  const subject = { text };
  const all = Array.from({ length: text.length + 1 }, (_, index) => index);
  return all.filter((index) => matcher.matches(subject, index, plenty()));
}

const matches = (source: string, text: string): boolean => places(`^${source}$`, text).length > 0;

describe('Matcher', () => {
  test.each([
    ['classes', '[a-c&&[^b]]\\d', 'a1 b2 c3', [2, 8]],
    ['alternatives', '(?:Mr|Mrs)\\.', 'Mr. Mrs.', [3, 8]],
    ['words', '\\bno\\.', 'no. piano.', [3]],
    ['what stands before', '(?<![a-z])x', 'x ax', [1]],
    ['what follows', 'x(?=y)', 'xy xz', [1]],
    ['the beginning', '^\\s*\\d+\\.', '1. 2.', [2]],
    ['counts', 'a{2,3}b', 'ab aab aaaab', [6, 12]],
  ])('knows where %s end', (_, source, text, ends) => {
    expect(places(source, text)).toEqual(ends);
  });

  test('finds characters beyond the first plane from both sides', () => {
    expect(places('\\p{So}\\.', '😀. a.')).toEqual([3]);
    expect(places('\\s\\x{1F600}', 'a 😀', 'begins')).toEqual([1]);
    expect(places('\\ud83d\\ude00', 'a 😀')).toEqual([4]);
  });

  test.each([
    ['(?i)abc', 'aBC', true],
    ['a(?i:b)c', 'aBC', false],
    ['(?i)é', 'É', true],
    ['(?x) a b # comment', 'ab', true],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\Qa.b\\E', 'axb', false],
    ['\\h\\s', '\u00a0\u3000', true],
    ['[[:alpha:]]+', 'äß', true],
    ['[[:^digit:]]', '7', false],
    [
      '\\p{Alpha}\\p{Lu}\\pL\\P{Lu}\\p{IsGreek}\\p{script=Latin}\\p{Uppercase Letter}',
      'aBcdαxC',
      true,
    ],
    ['\\x41\\x{42}\\u0043\\U00000044\\0105\\cI\\t', 'ABCDE\t\t', true],
    ['[\\]\\-^a]+', ']-^a', true],
    ['[a-]+', 'a-', true],
    ['[[a-z]-[aeiou]]', 'e', false],
    ['[^\\p{Lu}\\d]', 'x', true],
    ['a*?b+?', 'aabb', true],
    ['\\d++\\.', '12.', true],
    ['\\d++2', '12', false],
    ['[ab]{1,2}+b', 'abb', true],
    ['[ab]{1,2}+b', 'ab', false],
    ['(?>ab|a)c', 'abc', true],
    ['(?>a|ab)c', 'abc', false],
    ['x(?>y*)y', 'xyy', false],
    ['(?<name>a)(?#comment)b', 'ab', true],
    ['a\\Z', 'a', true],
    ['(a*)*(|b){5}', 'aab', true],
  ])('%s and %j: %s', (source, text, expected) => {
    expect(matches(source, text)).toBe(expected);
  });

  test.each([
    ['(a)\\1', 4, 'refers back'],
    ['a(b', 2, 'no ")"'],
    ['a)', 2, 'no "("'],
    ['*a', 1, 'nothing that "*" repeats'],
    ['[a', 1, 'no "]"'],
    ['[]', 1, 'empty'],
    ['[z-a]', 2, 'no order'],
    ['\\p{Klingon}', 1, 'no property "Klingon"'],
    ['\\p{constructor}', 1, 'no property'],
    ['[[:foo:]]', 2, 'no class "foo"'],
    ['\\y', 1, 'not supported'],
    ['\\X', 1, 'not supported'],
    ['(?>a+b+)', 1, 'too complex'],
    ['(?:ab)*+', 1, 'too complex'],
    ['(?w)', 1, 'flag "w"'],
    ['(?|a)', 1, 'not supported'],
    ['a{3,1}', 1, 'more at least'],
    ['a{100000}', 1, 'more than'],
    ['((a{100}){100}){100}', 1, 'more than'],
    ['('.repeat(200) + ')'.repeat(200), 101, 'nested deeper'],
    ['['.repeat(50), 22, 'nested deeper'],
    ['\\x{110000}', 1, 'no character'],
  ])('refuses %s with the column', (source, column, reason) => {
    const compile = (): unknown => new Matcher(parsePattern(source), 'begins');
    expect(compile).toThrow(reason);
    try {
      compile();
    } catch (error) {
      expect(error).toHaveProperty('at', column - 1);
    }
  });

  test('takes its time for nothing: repeats of nothing, however often', () => {
    expect(matches('((){999999999}){999999999}a', 'a')).toBe(true);
  });

  test('agrees with the engine of JavaScript about every place', () => {
    const random = seededRandom(17);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const part = (depth: number): string => {
      if (depth === 0) return pick(['a', 'b', '[ab]', '[^a]', '.', '\\b', 'c', '\\s']);
      const inner = (): string => part(depth - 1);
      return pick([
        () => inner() + inner(),
        () => `(?:${inner()}|${inner()})`,
        () => `(?:${inner()})${pick(['*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'])}`,
        () => `(?${pick(['=', '!', '<=', '<!'])}${inner()})`,
        inner,
      ])();
    };
    for (let round = 0; round < 2000; round++) {
      const source = part(3);
      const text = Array.from({ length: 8 }, () => pick(['a', 'b', 'c', ' '])).join('');
      const all = Array.from({ length: text.length + 1 }, (_, index) => index);
      const ends = new RegExp(`(?<=${source})`, 'uy');
      const begins = new RegExp(`(?=${source})`, 'uy');
      const expected = (pattern: RegExp): number[] =>
        all.filter((index) => {
          pattern.lastIndex = index;
          return pattern.test(text);
        });
      const found = { ends: places(source, text), begins: places(source, text, 'begins') };
      expect({ source, text, ...found }).toEqual({
        source,
        text,
        ends: expected(ends),
        begins: expected(begins),
      });
    }
  });

  test.each(['(a+)+b', '(a|aa)*b', '(.*)(.*)(.*)b', '(?=.*.*x)a', '(a*a*)*$b'])(
    'takes time in proportion to the text for %s, which others hang on',
    (source) => {
      const steps = (length: number): number => {
        const matcher = new Matcher(parsePattern(source), 'ends');
        const subject = { text: 'a'.repeat(length) };
        const work = plenty();
        for (let at = 0; at <= length; at++) matcher.matches(subject, at, work);
        return work.done;
      };
      expect(steps(40_000) / steps(10_000)).toBeLessThan(5);
    },
  );

  test('stops at the limit of work', () => {
    const matcher = new Matcher(parsePattern('^(a|b|.)*x'), 'ends');
    const work = { done: 0, limit: 1000 };
    expect(() => matcher.matches({ text: 'a'.repeat(10_000) }, 9_999, work)).not.toThrow();
    expect(() => matcher.matches({ text: `${'a'.repeat(10_000)}x` }, 10_001, work)).toThrow(
      TooMuchWork,
    );
  });
});
