import { dirname } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseModelJson, readModelFile } from '../../../src/embed/runtime/model-config.js';
import { importTokenizers, type PreTrainedTokenizer } from '../../../src/embed/runtime/runtime.js';
import { PieceIndex } from '../../../src/embed/runtime/piece-index.js';
import { splitTokenizer } from '../../../src/embed/pooled/vocabulary.js';
import { isWordwise, WordTokenizer } from '../../../src/embed/pooled/word-tokenizer.js';
import { bundledModelName, readModel } from '../../../src/platform/models/model-files.js';
import { modelPlaces } from '../../../src/platform/model-places.js';

let tokenizer: PreTrainedTokenizer;
let json: Record<string, unknown>;
let pieces: PieceIndex;
let reference: (text: string) => number[];

beforeAll(async () => {
  const files = await readModel(bundledModelName, modelPlaces());
  const split = readModelFile(files.tokenizer, 'tokenizer.json', splitTokenizer);
  if (split === null) throw new Error('the bundled tokenizer is a compact WordPiece');
  json = split.json;
  pieces = split.vocabulary;
  const config = parseModelJson(files.tokenizerConfig, 'tokenizer_config.json');
  tokenizer = (await importTokenizers()).tokenizer(json, config, split.vocabulary);
  env.allowRemoteModels = false;
  env.localModelPath = dirname(files.folder);
  const official = await AutoTokenizer.from_pretrained(files.name);
  reference = (text) => official.encode(text);
});

const texts: readonly [string, string][] = [
  ['English', 'Don\'t stop: "it\'s 3.14", she said — x-y_z (really?) A/B test@example.org #1'],
  ['Spanish', '¿Cómo está usted? ¡Muy bien! El 25 % de los niños… «así es».'],
  ['French', "L’été dernier, j'ai vu l’œuvre d'art ; c'était « beau »."],
  ['German', 'Die Größe der Straßenbahnhaltestelle ist äußerst überraschend.'],
  ['Turkish', 'İstanbul’da ışık ve IŞIK; İyi günler, ağaç.'],
  ['Greek', 'Ο ΟΔΥΣΣΕΑΣ ΚΑΙ ΟΙ ΣΥΝΤΡΟΦΟΙ ΤΟΥ: άλλος, ὅμως!'],
  ['Russian', 'Ёжик ещё не пришёл; «Война и мир» — роман.'],
  ['Ukrainian', 'Об’єднання з’явилося в м. Київ, вул. Ґедройця.'],
  ['Arabic', 'قَالَ الرَّجُلُ: «مرحبًا»، ثم ذهـــب إلى السوق ١٢٣.'],
  ['Hebrew', 'שָׁלוֹם עולם! צה"ל ז"ל ג׳ורג׳ 5%'],
  ['Persian', 'می‌خواهم کتاب‌ها را بخوانم؛ ۱۴۰۰'],
  ['Hindi', 'क्या आप हिन्दी बोलते हैं? हाँ, बोलता हूँ।'],
  ['Tamil', 'தமிழ் மொழி மிகவும் பழமையானது.'],
  ['Thai', 'ประเทศไทยมีประชากร 70 ล้านคน และกรุงเทพฯ เป็นเมืองหลวง'],
  ['Khmer', 'ភាសាខ្មែរ​គឺជាភាសាផ្លូវការ។'],
  ['Burmese', 'မြန်မာဘာသာစကား။'],
  ['Chinese', '中国的首都是北京，人口约2154万人。他说：“你好！”ABC公司'],
  ['Japanese', '東京は日本の首都です。カタカナとひらがな、ｶﾀｶﾅ。2020年'],
  ['Korean', '서울은 대한민국의 수도이다. 안녕하세요!'],
  ['Vietnamese', 'Tôi không biết tiếng Việt; Hà Nội đẹp lắm.'],
  ['Georgian', 'თბილისი საქართველოს დედაქალაქია.'],
  ['Armenian', 'Երեւանը Հայաստանի մայրաքաղաքն է։'],
  [
    'decomposed letters',
    'e\u0301te\u0301 n\u0303andu\u0301 a\u030a I\u0307stanbul \u1100\u1161\u11a8',
  ],
  ['odd spaces', 'a\u00a0b\u3000c\u2009d\u200be\ufefff\tg\r\nh  i'],
  ['what has no letter', '😀 👍🏽ok ☃ ½ ② ﬁn ﷺ \u0301 \u00a8 a\u00a8b \u{1F1EA}\u{1F1F8} 𝔘𝔫𝔦 \ud83d'],
  ['special tokens spelled out', 'a [PAD] b[UNK]c [CLS] ▁the ▁ x▁y'],
];

describe('tokenising word by word', () => {
  test('suits the bundled tokenizer', () => {
    expect(isWordwise(tokenizer)).toBe(true);
  });

  test.each(texts)("gives the package's own ids: %s", (_, text) => {
    const words = new WordTokenizer(tokenizer, json, pieces, 512);
    for (const round of ['computed', 'remembered']) {
      expect([...words.tokenize([text], 0, 1).ids], round).toEqual(reference(text));
    }
  });

  test('gives the same for many texts at once, cut at the limit', () => {
    const words = new WordTokenizer(tokenizer, json, pieces, 16);
    const list = texts.map(([, text]) => text);
    const { ids, offsets } = words.tokenize(list, 0, list.length);
    for (const [i, text] of list.entries()) {
      expect([...ids.slice(offsets[i], offsets[i + 1])]).toEqual(reference(text).slice(0, 16));
    }
    const part = words.tokenize(list, 3, 5);
    expect(part.offsets.length).toBe(3);
  });

  test('forgets and goes on when there are more words than it remembers', () => {
    const words = new WordTokenizer(tokenizer, json, pieces, 512);
    const list = Array.from({ length: 1500 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) => `w${i * 100 + j}`).join(' '),
    );
    words.tokenize(list, 0, list.length);
    const text = texts
      .map(([, line]) => line)
      .join(' ')
      .slice(0, 400);
    expect([...words.tokenize([text], 0, 1).ids]).toEqual(reference(text));
  });
});

describe('the vocabulary in one pass', () => {
  const model = (vocab: string) =>
    `{"version":"1.0","model":{"type":"WordPiece","vocab":{${vocab}},"unk_token":"[UNK]"},"x":1}`;

  test('is what JSON.parse reads', () => {
    const written = String.raw`"[PAD]":0,"a\"b":1,"\\":2,"\u00e9":3,"},":4,"日本":5,"\ud83d\ude00":6`;
    const split = splitTokenizer(Buffer.from(model(written)));
    const parsed: unknown = JSON.parse(`{${written}}`);
    expect(Object.fromEntries(split?.vocabulary.entries() ?? [])).toEqual(parsed);
    expect(split?.json).toEqual({
      version: '1.0',
      model: { type: 'WordPiece', vocab: {}, unk_token: '[UNK]' },
      x: 1,
    });
  });

  test.each([
    ['no vocabulary', '{"model":{"type":"Unigram","vocab":[["a",-1]]}}'],
    ['another kind', '{"model":{"type":"BPE","vocab":{"a":0}}}'],
    ['spaces', '{"model":{"type":"WordPiece","vocab": {"a": 0}}}'],
    ['ids that are no numbers', model('"a":"b"')],
    ['two vocabularies', `{"vocab":{"b":1},${model('"a":0').slice(1)}`],
    ['an end in the middle', '{"model":{"type":"WordPiece","vocab":{"a":0,"b'],
  ])('leaves to JSON.parse what has %s', (_, text) => {
    expect(splitTokenizer(Buffer.from(text))).toBeNull();
  });
});

describe('the pieces of a vocabulary', () => {
  const read = (): PieceIndex => {
    const vocab = '"a":0,"日本":1,"日本語":2,"😀":3,"é":4,"ab":5';
    const split = splitTokenizer(Buffer.from(`{"model":{"type":"WordPiece","vocab":{${vocab}}}}`));
    if (split === null) throw new Error('a compact WordPiece');
    return split.vocabulary;
  };

  test('are found by their text and by their id', () => {
    const index = read();
    for (const [id, piece] of ['a', '日本', '日本語', '😀', 'é', 'ab'].entries()) {
      expect(index.get(piece)).toBe(id);
      expect(index.piece(id)).toBe(piece);
      expect(index.unitsOf(id)).toBe(piece.length);
    }
    for (const none of ['', 'b', '日', '日本人', '\ud83d', 'e', 'abc']) {
      expect(index.get(none)).toBeUndefined();
    }
    expect([index.piece(-1), index.piece(6)]).toEqual(['', '']);
  });

  test('the longest that a text has at a place', () => {
    const index = read();
    const text = 'xab日本語😀\ud83d日';
    const at = (from: number): string => index.piece(index.longestAt(text, from));
    expect([...text].map((_, i) => at(i))).toEqual(['', 'ab', '', '日本語', '', '', '😀', '', '']);
    expect(at(8)).toBe('');
    expect(index.longestAt(text, 0)).toBe(-1);
  });

  test('more than fit its first table, added and renamed, are all found', () => {
    const index = read();
    const words = Array.from({ length: 5000 }, (_, i) => `w${i}ж`);
    words.forEach((word, i) => index.set(word, 100 + i));
    index.set('a', 7000);
    expect(words.map((word) => index.get(word))).toEqual(words.map((_, i) => 100 + i));
    expect(index.get('a')).toBe(7000);
    expect(index.get('日本')).toBe(1);
    expect([...index.entries()].length).toBe(index.size - 94 - 1900);
    const long = 'long'.repeat(100);
    index.set(long, 8000);
    expect(index.longestAt(`${long}x`, 0)).toBe(8000);
  });
});
