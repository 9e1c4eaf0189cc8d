import { describe, expect, it } from 'vitest';
import { TextStore } from '../../../../src/read/tables/stored/text-store.js';

describe('a store of texts', () => {
  it('gives every text back as it was', () => {
    const texts = [
      '',
      'plain',
      'año',
      '你好 🙂',
      'half \ud83d of one',
      '\ude00',
      'x'.repeat(3 << 20),
      'y',
    ];
    const all = [...texts, ...Array.from({ length: 3000 }, (_, n) => `текст ${n}`)];
    const store = new TextStore();
    const indexes = all.map((text) => store.add(text));
    expect(store.count).toBe(all.length);
    expect(indexes.map((index) => store.at(index))).toEqual(all);
  });
});
