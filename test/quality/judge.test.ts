import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/domain.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { featureNames, featuresOf } from '../../src/quality/features.js';
import { QualityJudge, type Judgement } from '../../src/quality/judge.js';
import { languageSupport } from '../../src/quality/language-support.js';
import type { QualityPair } from '../../src/quality/pair.js';
import { learnProfile } from '../../src/quality/profile.js';
import { qualityWeights } from '../../src/quality/weights.js';

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadEmbedder();
});
afterAll(() => embedder.close());

const good: readonly (readonly [string, string])[] = [
  [
    'The city council approved the new budget on Monday evening.',
    'Der Stadtrat hat am Montagabend den neuen Haushalt verabschiedet.',
  ],
  [
    'She opened the window and looked out at the quiet street.',
    'Sie öffnete das Fenster und blickte auf die ruhige Straße hinaus.',
  ],
  [
    'Prices for bread and milk rose sharply during the winter.',
    'Die Preise für Brot und Milch stiegen im Winter stark an.',
  ],
  [
    'The doctor asked him how long he had been feeling ill.',
    'Der Arzt fragte ihn, wie lange er sich schon krank fühle.',
  ],
  [
    'Many children walk to school because there is no bus.',
    'Viele Kinder gehen zu Fuß zur Schule, weil es keinen Bus gibt.',
  ],
  [
    'The museum will be closed until the roof has been repaired.',
    'Das Museum bleibt geschlossen, bis das Dach repariert ist.',
  ],
  [
    'In 1984 the company moved its factory to another country.',
    'Im Jahr 1984 verlegte das Unternehmen seine Fabrik in ein anderes Land.',
  ],
  [
    'Please send us your application before the end of the month.',
    'Bitte senden Sie uns Ihre Bewerbung vor Ende des Monats.',
  ],
];

const pairOf = (
  [a, b]: readonly [string, string],
  languages: readonly [string, string] = ['en', 'de'],
): QualityPair => ({
  a: { text: a, language: languages[0] },
  b: { text: b, language: languages[1] },
  checks: 0,
});

/** The qualities of the good pairs, and then of another one. */
async function judge(
  last: readonly [string, string],
  languages?: readonly [string, string],
): Promise<number[]> {
  return (await judgements(last, languages)).map(({ quality }) => quality);
}

async function judgements(
  last: readonly [string, string],
  languages?: readonly [string, string],
): Promise<Judgement[]> {
  const pairs = [...good, last].map((pair) => pairOf(pair, languages));
  const embedding = await embedder.embed(
    pairs.flatMap(({ a, b }) => [a.text, b.text]),
    { pieces: true },
  );
  return new QualityJudge(learnProfile(pairs, embedding)).judge(pairs, embedding);
}

const [english, german] = good[0] ?? ['', ''];

describe('what lowers the quality of a pair', () => {
  test('nothing is said against good ones', async () => {
    for (const { faults } of (await judgements(['He left.', 'Er ging.'])).slice(0, good.length))
      expect(faults).toEqual([]);
  });

  test.each([
    ['a copy', english, english, 'copied'],
    [
      'another language',
      english,
      'Le conseil municipal a adopté lundi soir le budget.',
      'language',
    ],
    ['a part that is missing', english, 'Der Stadtrat hat am Montagabend.', 'missing'],
    [
      'a stranger',
      english,
      'Das Wetter war in diesem Sommer schlecht, sagt meine Tante.',
      'meaning',
    ],
    ['hardly any letters', '12 % – 14 %, 3.5 ± 7', '12 % – 14 %, 3,5 ± 7', 'letters'],
    ['a list of the same', 'so so so so so so so so', 'so so so so so so so so so', 'repeats'],
  ])('%s', async (_, a, b, fault) => {
    expect((await judgements([a, b])).at(-1)?.faults).toContain(fault);
  });
});

describe('the quality of a pair', () => {
  test('is high for good translations', async () => {
    const found = await judge(['He left.', 'Er ging.']);
    for (const quality of found.slice(0, good.length)) expect(quality).toBeGreaterThan(0.8);
  });

  test.each([
    ['the wrong partner', [english, good[4]?.[1] ?? '']],
    ['half of the translation', [english, 'Der Stadtrat hat am Montagabend.']],
    ['an untranslated text', [english, english]],
    ['another language', [english, 'Le conseil municipal a adopté le nouveau budget lundi soir.']],
    ['no text at all', ['* * *', '* * *']],
    [
      'the same word again and again',
      ['menu menu menu menu menu menu', 'Menü Menü Menü Menü Menü Menü'],
    ],
  ] as const)('is low for %s', async (_what, pair) => {
    expect((await judge(pair)).at(-1)).toBeLessThan(0.5);
  });

  test('does not depend on which side comes first', async () => {
    const all = [...good, [english, good[3]?.[1] ?? ''] as const];
    const both = [all, all.map(([a, b]) => [b, a] as const)];
    const features = await Promise.all(
      both.map(async (list, turned) => {
        const pairs = list.map((pair) => pairOf(pair, turned === 1 ? ['de', 'en'] : ['en', 'de']));
        const embedding = await embedder.embed(
          pairs.flatMap(({ a, b }) => [a.text, b.text]),
          { pieces: true },
        );
        const profile = learnProfile(pairs, embedding);
        // What strangers look like is learned from other pairs of texts.
        const { strangers, strangerWords, length } = profile;
        const fixed = {
          ...profile,
          strangers: { ...strangers, center: 0.05, spread: 0.1 },
          strangerWords: { ...strangerWords, center: 0.2, spread: 0.1 },
          length,
        };
        return pairs.map((pair, at) => featuresOf(pair, embedding, at, fixed));
      }),
    );
    const [one = [], two = []] = features;
    for (const [at, own] of one.entries())
      for (const [index, value] of own.entries())
        expect(value, `${featureNames[index]} of pair ${at}`).toBeCloseTo(
          two[at]?.[index] ?? NaN,
          4,
        );
  });

  test('is less for each time that a text comes again', async () => {
    const found = await judge([english, german]);
    expect(found.at(-1)).toBeLessThan(found[0] ?? 0);
    expect(found.at(-1)).toBeGreaterThan(0.8 * (found[0] ?? 0));
  });

  test('of two texts in one language does not count the words that they share', async () => {
    const simple = good.map(([a]) => [a, a.replace('the ', 'a ')] as const);
    const pairs = simple.map((pair) => pairOf(pair, ['en', 'en-GB']));
    const embedding = await embedder.embed(
      pairs.flatMap(({ a, b }) => [a.text, b.text]),
      { pieces: true },
    );
    const found = new QualityJudge(learnProfile(pairs, embedding)).judge(pairs, embedding);
    for (const { quality } of found) expect(quality).toBeGreaterThan(0.5);
  });

  test('there is a weight for every feature', () => {
    const { centers, scales, units, result } = qualityWeights;
    expect([centers.length, scales.length]).toEqual([featureNames.length, featureNames.length]);
    for (const unit of units) expect(unit).toHaveLength(featureNames.length + 1);
    expect(result).toHaveLength(1 + units.length + featureNames.length);
  });
});

describe('the language that a text should be in', () => {
  test('is supported by its words, and not by those of another', () => {
    expect(languageSupport(german, 'de')).toBeGreaterThan(2);
    expect(languageSupport(german, 'de-AT')).toBeGreaterThan(2);
    expect(languageSupport(german, 'en')).toBeLessThan(-2);
  });

  test('is as clear in a short Chinese sentence as in others: only Japanese has its letters, too', () => {
    const chinese = '那天晚上没有风，山上静得很。';
    expect(languageSupport(chinese, 'zh')).toBeGreaterThan(2.5);
    expect(languageSupport('その夜は風がなく、山はとても静かだった。', 'zh')).toBeLessThan(-2);
    // A title, or a name.
    expect(languageSupport('東京都庁', 'ja')).toBeGreaterThan(-1);
  });

  test('is not known from little: names, numbers, a word', () => {
    expect(languageSupport('1984', 'de')).toBe(0);
    expect(Math.abs(languageSupport('OK', 'th'))).toBeLessThan(1);
    expect(languageSupport('Москва', 'en')).toBeGreaterThan(-1.5);
  });

  test('says nothing of a language that nobody can detect', () => {
    expect(languageSupport(german, 'qaa')).toBe(0);
    expect(languageSupport('Това е текст на български език.', 'no')).toBeLessThan(-2);
  });
});
