import { describe, expect, test } from 'vitest';
import type { SplittingRules, SrxRule, SrxRules } from '../../../src/read/splitting/rules.js';
import { SrxSplitter } from '../../../src/segment/splitting/srx-splitter.js';
import { makeSplitter } from '../../../src/segment/splitting/splitter.js';

const breaking = (before: string, after = '\\s'): SrxRule => ({ breaks: true, before, after });
const keeping = (before: string, after = '\\s'): SrxRule => ({ breaks: false, before, after });

function srx(
  lists: Readonly<Record<string, readonly SrxRule[]>>,
  maps: readonly (readonly [string, string])[],
  cascade = true,
): SrxRules {
  return {
    name: 'rules.srx',
    cascade,
    maps: maps.map(([languages, list]) => ({ languages, list })),
    lists: Object.entries(lists).map(([name, rules]) => ({ name, rules })),
  };
}

const split = (rules: SplittingRules, text: string, language = 'en'): string[] =>
  makeSplitter(rules)(text, language).map(({ start, end }) => text.slice(start, end));

const simple = (rules: readonly SrxRule[]): SplittingRules => ({
  srx: srx({ All: rules }, [['.*', 'All']]),
});

describe('rules of SRX', () => {
  test('the first rule that matches a place decides', () => {
    const rules = [keeping('\\bDr\\.'), breaking('[.?!]+'), keeping('!')];
    expect(split(simple(rules), 'Dr. No came. Really?! Yes! He did.')).toEqual([
      'Dr. No came.',
      'Really?!',
      'Yes!',
      'He did.',
    ]);
  });

  test('they alone decide: nothing else ends a sentence', () => {
    expect(split(simple([breaking(';')]), 'One. Two; three. Four')).toEqual([
      'One. Two;',
      'three. Four',
    ]);
  });

  test('an empty expression matches everywhere, blanks belong to no sentence', () => {
    expect(split(simple([breaking('。', '')]), '你好。 再见。好')).toEqual([
      '你好。',
      '再见。',
      '好',
    ]);
    expect(split(simple([breaking('', '\\(')]), 'a (b)(c)')).toEqual(['a', '(b)', '(c)']);
  });

  test('line breaks are blanks to rules', () => {
    expect(split(simple([breaking('\\.', ' [A-Z]')]), 'One.\nTwo. three')).toEqual([
      'One.',
      'Two. three',
    ]);
  });

  test('no character comes apart from its accents or its other half', () => {
    expect(split(simple([breaking('', '')]), 'e\u0301😀👍🏽')).toEqual(['e\u0301', '😀', '👍🏽']);
  });

  const languages = {
    English: [breaking(';')],
    British: [breaking(':')],
    Default: [breaking('\\.')],
  };
  const maps = [
    ['en-GB', 'British'],
    ['EN.*', 'English'],
    ['.*', 'Default'],
  ] as const;
  const text = 'a; b: c. d';

  test('all lists of a language count, or the first alone', () => {
    const all = { srx: srx(languages, maps) };
    const first = { srx: srx(languages, maps, false) };
    expect(split(all, text, 'en-GB')).toEqual(['a;', 'b:', 'c.', 'd']);
    expect(split(first, text, 'en-gb')).toEqual(['a; b:', 'c. d']);
    expect(split(all, text, 'en')).toEqual(['a;', 'b: c.', 'd']);
    expect(split(first, text, 'en-US')).toEqual(['a;', 'b: c. d']);
    expect(split(all, text, 'de')).toEqual(['a; b: c.', 'd']);
  });

  test('a language pattern is of the whole tag', () => {
    const rules = { srx: srx(languages, [['en', 'English']]) };
    expect(split(rules, 'I; you. We go.', 'en')).toEqual(['I;', 'you. We go.']);
    // Others are split as ever.
    expect(split(rules, 'I; you. We go.', 'en-GB')).toEqual(['I; you.', 'We go.']);
    expect(split(rules, 'Ich; du. Wir gehen.', 'de')).toEqual(['Ich; du.', 'Wir gehen.']);
  });

  test('a rule that takes too much work is named', () => {
    const words = Array.from({ length: 500 }, (_, index) => `a.{${index % 20}}b.*`).join('|');
    const rules = simple([keeping('x'), keeping(`(?:${words})`), breaking('[ab]', '')]);
    expect(() => split(rules, 'ab '.repeat(100_000))).toThrow(
      'rules.srx: rule 2 of "All" takes too long on the paragraph that begins "ab ab',
    );
  });

  test('all texts together may take no more than some seconds, however long they are', () => {
    const { srx } = simple([keeping('(?:a.{3}c|a.{4}c|b.{5}c)'), breaking('[ab]', '')]);
    if (srx === undefined) throw new TypeError('rules expected');
    const splitter = new SrxSplitter(srx, 10_000);
    const splitAll = (): void => {
      for (let count = 0; count < 100; count++) splitter.split('ab '.repeat(100), 'en');
    };
    expect(splitAll).toThrow('takes too long on the paragraph that begins "ab ab');
  });
});

describe('abbreviations', () => {
  const rules: SplittingRules = {
    abbreviations: [
      { language: null, words: ['nr'] },
      { language: 'de', words: ['z.b', 'kap'] },
    ],
  };

  test('never end a sentence, however they are written', () => {
    const text = 'Das ist Nr. Sieben. Es gilt, z. B. Anna zu Ehren, Z.B. Otto, KAP. Elf gar. Ende.';
    expect(split(rules, text, 'de-AT')).toEqual([
      'Das ist Nr. Sieben.',
      'Es gilt, z. B. Anna zu Ehren, Z.B. Otto, KAP. Elf gar.',
      'Ende.',
    ]);
  });

  test('are those of the language', () => {
    expect(split(rules, 'He has a kap. This is nr. Seven.', 'en')).toEqual([
      'He has a kap.',
      'This is nr. Seven.',
    ]);
  });

  test('are whole words', () => {
    expect(split(rules, 'Er stand auf dem Snr. Das war es.', 'de')).toHaveLength(2);
  });

  test('hold against the rules of a file as well', () => {
    const both = { ...rules, ...simple([breaking('\\.')]) };
    expect(split(both, 'Das ist Nr. Sieben. Gut.', 'de')).toEqual(['Das ist Nr. Sieben.', 'Gut.']);
  });
});
