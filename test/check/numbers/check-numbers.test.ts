import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('numbers', () => {
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
    ['en', 'The train leaves at 9.30 today.', 'de', 'Der Zug fährt heute um 9:30 Uhr ab.'],
    ['es', 'El tren sale a las 9.30 de hoy.', 'en', 'The train leaves at 9:30 a.m. today.'],
    ['en', 'The shop opens at 9:30 pm there.', 'fr', 'Le magasin ouvre à 21h30 là-bas.'],
    ['ja', '列車は午後9時30分に出発します。', 'en', 'The train will leave at 9:30 p.m.'],
    ['en', 'The train leaves at 9:00 today.', 'de', 'Der Zug fährt heute um 9 Uhr ab.'],
    ['en', 'It says so in chapter 3, verse 16.', 'de', 'So steht es im Kapitel, 3:16 darin.'],
    ['es', 'Llegaron doscientas personas ayer.', 'en', 'Some 200 people arrived yesterday.'],
  ])('the same however it is written: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
  });

  test.each([
    ['en', 'The train leaves at 6.45 today.', 'de', 'Der Zug fährt heute um 7:45 Uhr ab.'],
    ['en', 'The train leaves at 6:45 today.', 'es', 'El tren sale hoy a las 7.45 horas.'],
    ['en', 'There were eleven men on board.', 'es', 'Había doce hombres a bordo de él.'],
    ['en', 'She was forty-one years old.', 'es', 'Ella tenía treinta y un años.'],
    ['en', 'It cost 1,500 marks then.', 'de', 'Es kostete damals 1.600 Mark.'],
    ['en', 'There were 25 people there.', 'ru', 'Там было двадцать шесть человек.'],
    ['en', 'She has four brothers at home.', 'de', 'Sie hat fünf Brüder zu Hause.'],
    ['en', 'It was built in 1887 by them.', 'zh', '它建于一八八九年，由他们建造。'],
    ['en', 'It is on page 4 of the book.', 'fr', "C'est à la page 1 du livre."],
  ])('another one is found: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expectFound('number', [languageA, textA], [languageB, textB]);
  });

  test.each([
    ['en', 'A dozen men stood on the boat.', 'es', 'Había diez hombres en el barco.'],
    ['en', 'I took one of them with me.', 'de', 'Ich nahm einen davon mit.'],
    ['en', 'The interest must be in man.', 'fr', "1'intérêt doit être en l'homme."],
  ])(
    'no alarm where a word or a misread letter is no number: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
    },
  );
});
