import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { recogniseLegacy } from '../../../src/read/decode/legacy.js';

const texts = {
  'windows-1252': 'Größe ändert nichts daran, daß die Straße über den Fluß führt. ',
  'windows-1251': 'Он вернулся домой поздно вечером и сразу лёг спать. ',
  'windows-1253': 'Γύρισε αργά στο σπίτι και έπεσε αμέσως για ύπνο. ',
  'windows-1255': 'הוא חזר הביתה מאוחר בלילה ומיד הלך לישון. ',
  'koi8-u': 'Он вернулся домой поздно вечером и сразу лёг спать. ',
  cp866: 'Он вернулся домой поздно вечером и сразу лёг спать. ',
  shift_jis: '彼は夜遅く家に帰って、すぐに寝た。',
  big5: '他很晚才回家，馬上就睡了。早上他已經不在了。',
  'euc-kr': '그는 밤늦게 집에 돌아와 바로 잤다. ',
};

describe('recogniseLegacy', () => {
  test.each(Object.entries(texts))('knows %s', (encoding, text) => {
    const bytes = iconv.encode(text.repeat(3), encoding);
    // Another name will do if it reads the same.
    expect(iconv.decode(bytes, recogniseLegacy(bytes) ?? 'ascii')).toBe(text.repeat(3));
  });

  test('gives up on bytes that are text in no encoding', () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, index) => 128 + ((index * 89 + 41) % 128));
    expect(recogniseLegacy(bytes)).toBeNull();
  });
});
