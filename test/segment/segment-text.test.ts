import { describe, expect, test } from 'vitest';
import { segmentText } from '../../src/segment/segment-text.js';
import { countBoundaries, f1, readBoundarySet } from './boundary-set.mjs';
import { seededRandom } from '../seeded-random.js';
import { processorTime } from '../processor-time.js';

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
  ])('takes time linear in the length: %s', async (_, piece) => {
    const time = (length: number): Promise<number> => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return processorTime(() => segmentText(text, 'en'));
    };
    await time(20_000);
    const short = await time(20_000);
    // Sixteen times the text would take 256 times the time if it were quadratic.
    expect(await time(320_000)).toBeLessThan(80 * short + 1000);
  });
});

describe('the marks of footnotes belong to the sentence before them', () => {
  test.each([
    ['en', 'Within an hour.[1]| According to him it fell.¹| Nobody knew.'],
    ['en', 'It was late.[2][3]| It was the end.(4)| More came.†| But we fell.**| No.'],
    ['en', 'It fell.²³| Nobody knew.[a]| Was it?[5]| Yes![6]| “No.”[7]| He said.[8]| “Hello.”'],
    [
      'en',
      'It fell.[1]:12| Nobody.[1, 2]| Then.[3–5]| He said.[note 3]| Why?[citation needed]| So.',
    ],
    [
      'en',
      '“It fell.”¹| Nobody knew.| “It fell.¹”| Nobody.| It was. [4]| He went.[12][13] [14]| It.',
    ],
    [
      'en',
      'Please see [1] for more on version 2.(4) More of x² and No.(4) The end etc.[7] and so on.',
    ],
    [
      'en',
      'The value of x².| It is y².| See Smith et al.[5] and others, left in 1990.[6]| The end.',
    ],
    ['en', '[1] Smith wrote this.| [2] Jones wrote that.'],
    ['de', 'Nach § 5 Abs.(2) Satz 3 gilt das.[1]| Der Rest steht fest.²| Es gilt Abs.[3] Satz 2.'],
    ['fr', 'Il tomba !²| « Non ! »³| Elle partit.⁴| Est-ce vrai ?[4]| Oui.'],
    ['zh', '他来了。[1]|然后走了。［2］|后来呢？[4]|不知道！[注5]|结束了。¹|再见。〔一〕|完。'],
    ['ja', '彼は来た。[1]|そして去った。［２］|誰も知らない。[注 4]|さようなら。'],
    ['hi', 'वह आया।[1]| फिर चला गया।²| कोई नहीं जानता।[३]| अंत हुआ।'],
    ['ar', 'وصل في ساعة.[1]| وقال إنه سقط.¹| لم يعرف أحد.[٢][٣]| كان متأخرا؟[4]| نعم.(٥)| ثم ذهب.'],
  ])('%s: %s', (language, marked) => {
    const sentences = marked.split('|');
    expect(sentencesOf(sentences.join(''), language)).toEqual(sentences.map((each) => each.trim()));
  });
});

describe('initials end no sentence in scripts without capitals', () => {
  test.each([
    ['ar', 'كتب ج. ب. بريستلي هذا الكتاب.| ثم كتب ج.ك. رولينغ كتابا.| قال هـ. ج. ويلز ذلك.'],
    ['fa', 'ج. ک. رولینگ این کتاب را نوشت.| د. ه. لارنس آمد.'],
    ['he', 'הסופר י. ל. פרץ כתב ספר.| ג׳. ק. רולינג כתבה.| לא.| כן.| אני הולך הביתה.'],
    ['hi', 'लेखिका जे. के. रोलिंग ने लिखा।| के. आर. नारायणन आए।'],
    ['mr', 'पु. ल. देशपांडे आले.| वि. स. खांडेकर यांनी लिहिले.| ना. सी. फडके गेले.'],
    ['kn', 'ಜೆ. ಕೆ. ರೌಲಿಂಗ್ ಬರೆದರು.| ಕೆ. ಎಸ್. ನರಸಿಂಹಸ್ವಾಮಿ ಬಂದರು.'],
    ['ta', 'எம். ஜி. ராமச்சந்திரன் வந்தார்.| க. நா. சுப்ரமண்யம் எழுதினார்.'],
    ['th', 'เจ. เค. โรว์ลิง เขียนหนังสือ'],
    ['hy', 'Ջ. Կ. Ռոուլինգը գրել է:| Հ. Թումանյանը եկավ:'],
  ])('%s: %s', (language, marked) => {
    const sentences = marked.split('|');
    expect(sentencesOf(sentences.join(''), language)).toEqual(sentences.map((each) => each.trim()));
  });
});
