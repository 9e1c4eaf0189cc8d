import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('negation', () => {
  test.each([
    ['en', 'He did not want to go home.', 'en', 'He did want to go home.'],
    ['en', 'She is not at home today.', 'de', 'Sie ist heute zu Hause.'],
    ['en', 'She takes three steps.', 'fr', 'Elle ne fait pas trois pas.'],
    ['en', 'He did not come home yesterday.', 'zh', '他昨天很晚从城里回家了。'],
    ['en', 'He came home late yesterday.', 'zh', '他昨天很晚没有回家。'],
    ['en', 'He came home late yesterday.', 'ja', '彼は昨日家に帰らなかった。'],
    ['en', 'I do not eat fish at home.', 'ja', '私は家で魚を食べます。'],
    ['en', 'I eat fish at home with them.', 'ja', '私は家で魚を食べません。'],
    ['zh', '他昨天晚上回家了。', 'zh', '他昨天晚上没回家。'],
    ['ja', '彼は魚を食べる。', 'ja', '彼は魚を食べない。'],
  ])(
    'one that only one side has is found: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expectFound('negation', [languageA, textA], [languageB, textB]);
    },
  );

  test.each([
    ['en', 'Do stay with us a little longer.', 'de', 'Geh doch noch nicht fort von uns.'],
    ['en', 'He came without a word.', 'fr', "Il est venu et n'a pas dit un mot."],
    ['en', 'Alice turned and came back again.', 'fr', 'Alice se retourna et revint sur ses pas.'],
    ['en', 'Read chapter no. 3 of the book.', 'de', 'Lies Kapitel Nr. 3 des Buches.'],
    ['es', 'Véase la carta no. 3 del libro.', 'en', 'See letter number 3 of the book.'],
    ['en', 'This is a very good book, I say.', 'zh', '这是一本非常好的书。'],
    ['en', 'He had to go home at once then.', 'zh', '他那时不得不马上回家。'],
    ['en', 'You must eat fish every day now.', 'ja', '毎日魚を食べなければならない。'],
    ['en', 'It may be true after all, he said.', 'ja', 'それは本当かもしれない。'],
    ['en', 'He said it to her in person.', 'fr', 'Il le lui a dit en personne.'],
  ])(
    'no alarm where languages put it differently: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
    },
  );
});
