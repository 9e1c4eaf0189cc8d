import { describe, expect, test } from 'vitest';
import { checkGroup } from '../../src/check/check-group.js';
import type { Check, Group, Sentence, Stream } from '../../src/domain.js';

/** A row of two sentences, in two sources. */
function check(languageA: string, textA: string, languageB: string, textB: string): Check[] {
  const group: Group = {
    cells: [[0], [0]],
    score: 1,
    confidence: 1,
    method: 'parallel',
    crossing: false,
  };
  // Texts of a few rows that keep each other's numbers, as the checks want to see before they speak.
  const streams = [stream(0, languageA, textA), stream(1, languageB, textB)];
  const filler = Array.from({ length: 9 }, (_, k): Group => ({
    ...group,
    cells: [[k + 1], [k + 1]],
  }));
  return checkGroup({ streams, groups: [group, ...filler] }, group);
}

function stream(source: number, language: string, text: string): Stream {
  const texts = [text, ...Array.from({ length: 9 }, (_, k) => `${k + 3}${'x'.repeat(40)}`)];
  let start = 0;
  const sentences = texts.map((own, k): Sentence => {
    const sentence: Sentence = {
      number: k + 1,
      paragraph: 1,
      language,
      text: own,
      noise: null,
      start: start + 100,
      end: start + 100 + own.length,
    };
    start += own.length + 1;
    return sentence;
  });
  return { source, language, sentences };
}

const codes = (checks: readonly Check[]): string[] => checks.map(({ code }) => code);

describe('the same number is the same however it is written', () => {
  test.each([
    ['de', 'Es kostete 1.500 Mark im Jahr 1923.', 'en', 'It cost 1,500 marks in 1923.'],
    ['de', 'Das sind 2,5 Millionen Menschen.', 'en', 'That is 2.5 million people.'],
    ['en', 'There were 2,500,000 people there.', 'fr', 'Il y avait 2,5 millions de personnes.'],
    ['en', 'There are 21 of them in the house.', 'de', 'Einundzwanzig von ihnen sind im Haus.'],
    ['en', 'He is 92 years old this winter.', 'fr', 'Il a quatre-vingt-douze ans cet hiver.'],
    ['en', 'It sold 17,000 copies that year.', 'fr', 'Il en vendit dix-sept mille cette année.'],
    ['en', 'It has 300 pages and no pictures.', 'zh', '它有三百页，没有图片。'],
    ['en', 'It happened in 1990, in the winter.', 'zh', '事情发生在一九九〇年的冬天。'],
    ['en', 'About 30,000 people came to see it.', 'ja', '約3万人がそれを見に来た。'],
    ['en', 'The price rose by 45 percent.', 'ar', 'ارتفع السعر بنسبة ٤٥ في المئة.'],
    ['en', 'The price rose by 45 percent.', 'hi', 'कीमत ४५ प्रतिशत बढ़ी।'],
    ['es', 'Juega en la 4ª División de su país.', 'en', 'He plays in the 4th Division there.'],
    ['en', 'The train leaves at 3 pm on Sunday.', 'de', 'Der Zug fährt am Sonntag um 15 Uhr.'],
    ['en', 'In the 1960s it was very popular.', 'de', 'In den 60er Jahren war es sehr beliebt.'],
    ['en', 'The Summer Festival 2018 was long.', 'de', 'Das Sommerfest 18 war sehr lang.'],
    ['en', 'The duty went down to nil to 21%.', 'de', 'Der Zoll sank auf 0 bis 21 %.'],
    ['en', 'The tower is 1 500 metres away.', 'fr', 'La tour est à 1500 mètres de là.'],
    ['ru', 'Их было двадцать пять человек.', 'en', 'There were 25 people in the group.'],
    ['pl', 'Było ich dwadzieścia pięć osób.', 'en', 'There were 25 people in the group.'],
    ['es', 'Llegaron doscientas personas ayer.', 'en', 'Some 200 people arrived yesterday.'],
  ])('%s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expect(check(languageA, textA, languageB, textB)).toEqual([]);
  });
});

describe('the same day is the same however it is written', () => {
  test.each([
    ['en', 'They met on 30 November 2020 in Rome.', 'en', 'They met in Rome on November 30, 2020.'],
    ['en', 'They met on November 30 in the city.', 'es', 'Se reunieron el 30 de noviembre allí.'],
    ['en', 'They met on 30 November 2020 in Rome.', 'ja', '彼らは2020年11月30日にローマで会った。'],
    [
      'en',
      'The report of 2020-11-30 says so too.',
      'de',
      'Der Bericht vom 30.11.2020 sagt das auch.',
    ],
    ['en', 'They met on 3 May 1999 in the city.', 'ru', 'Они встретились 3 мая 1999 года там.'],
    ['en', 'They met on 3 May 1999 in the city.', 'pl', 'Spotkali się tam 3 maja 1999 roku.'],
    ['en', 'The war began on 1 September 1939.', 'fr', 'La guerre commença le 1er septembre 1939.'],
  ])('%s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expect(check(languageA, textA, languageB, textB)).toEqual([]);
  });
});

describe('what differs is found, with both values and their places', () => {
  test.each([
    ['number', 'en', 'It cost 1,500 marks then.', 'de', 'Es kostete damals 1.600 Mark.'],
    ['number', 'en', 'There were 25 people there.', 'ru', 'Там было двадцать шесть человек.'],
    ['number', 'en', 'She has four brothers at home.', 'de', 'Sie hat fünf Brüder zu Hause.'],
    ['number', 'en', 'It was built in 1887 by them.', 'zh', '它建于一八八九年，由他们建造。'],
    [
      'date',
      'en',
      'They met on 30 November 2020.',
      'es',
      'Se reunieron el 29 de noviembre de 2020.',
    ],
    ['date', 'en', 'They met on 30 November 2020.', 'de', 'Sie trafen sich am 30. Oktober 2020.'],
    ['date', 'en', 'They met on 30 November 2020.', 'ja', '彼らは2020年10月30日に会った。'],
    ['unit', 'en', 'The town is 40 miles from here.', 'de', 'Die Stadt ist 40 Kilometer von hier.'],
    ['unit', 'en', 'It was sold for $500 in May.', 'fr', 'On le vendit 500 € au mois de mai.'],
    ['name', 'en', 'On Monday Anna and Peter left.', 'en', 'On Monday Anna and Robert left.'],
    ['negation', 'en', 'He did not want to go home.', 'en', 'He did want to go home.'],
    ['negation', 'en', 'She is not at home today.', 'de', 'Sie ist heute zu Hause.'],
    ['negation', 'en', 'She takes three steps.', 'fr', 'Elle ne fait pas trois pas.'],
    ['number', 'en', 'It is on page 4 of the book.', 'fr', "C'est à la page 1 du livre."],
    [
      'untranslated',
      'en',
      'He said that nobody in the whole town had seen it.',
      'fr',
      'Il said that nobody in the whole town had seen it.',
    ],
  ])('%s in %s: %s | %s: %s', (code, languageA, textA, languageB, textB) => {
    const checks = check(languageA, textA, languageB, textB);
    expect(codes(checks)).toEqual([code]);
    for (const [side, text] of [
      [checks[0]!.a, textA],
      [checks[0]!.b, textB],
    ] as const) {
      side.spans.forEach(({ start, end }, k) => {
        const found = text.slice(start - 100, end - 100);
        // Dates are shown as YYYY-MM-DD, everything else as it is written.
        expect(found).toContain(code === 'date' ? '20' : side.values[k]!);
      });
    }
  });
});

describe('what languages merely put differently is no alarm', () => {
  test.each([
    ['en', 'I took one of them with me.', 'de', 'Ich nahm einen davon mit.'],
    ['en', 'Do stay with us a little longer.', 'de', 'Geh doch noch nicht fort von uns.'],
    ['en', 'Moscow is the capital of Russia.', 'ru', 'Столица России - Москва.'],
    ['en', 'Germany and France signed it.', 'es', 'Alemania y Francia lo firmaron.'],
    ['en', 'He came without a word.', 'fr', "Il est venu et n'a pas dit un mot."],
    ['en', 'Alice turned and came back again.', 'fr', 'Alice se retourna et revint sur ses pas.'],
    ['en', 'He said it to her in person.', 'fr', 'Il le lui a dit en personne.'],
    ['en', 'The interest must be in man.', 'fr', "1'intérêt doit être en l'homme."],
    ['en', 'The same text.', 'en', 'The same text.'],
    [
      'en',
      'It weighs 5 kg (11 pounds) at birth.',
      'de',
      'Es wiegt bei der Geburt 5 kg (11 Pfund).',
    ],
  ])('%s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expect(check(languageA, textA, languageB, textB)).toEqual([]);
  });
});

test('a row of three sources is compared pair by pair', () => {
  const streams = [
    stream(0, 'en', 'It cost 1,500 marks then.'),
    stream(1, 'de', 'Es kostete damals 1.500 Mark.'),
    stream(2, 'es', 'Costó entonces 1.600 marcos.'),
  ];
  const group: Group = {
    cells: [[0], [0], [0]],
    score: 1,
    confidence: 1,
    method: 'parallel',
    crossing: false,
  };
  const checks = checkGroup({ streams }, group);
  expect(checks.map(({ a, b }) => [a.stream, b.stream])).toEqual([
    [0, 2],
    [1, 2],
  ]);
});
