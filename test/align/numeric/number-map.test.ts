import { describe, expect, test } from 'vitest';
import { NumberMap } from '../../../src/align/numeric/number-map.js';
import { seededRandom } from '../../seeded-random.js';

describe('a map of numbers', () => {
  test('holds what a Map holds, however large it grows', () => {
    const random = seededRandom(1);
    const [own, map] = [new NumberMap(), new Map<number, number>()];
    for (let k = 0; k < 200_000; k++) {
      // Small keys, neighbours, and keys beyond 32 bits.
      const key = Math.floor(random() * 2 ** (k % 3 === 0 ? 10 : k % 3 === 1 ? 18 : 50));
      own.add(key, 1);
      map.set(key, (map.get(key) ?? 0) + 1);
    }
    const found = new Map<number, number>();
    own.forEach((key, value) => found.set(key, value));
    expect(found.size).toBe(map.size);
    for (const [key, value] of map) {
      const slot = own.slotOf(key);
      if (!own.isUsed(slot) || own.valueAt(slot) !== value || found.get(key) !== value) {
        expect.fail(`${key} has ${own.valueAt(slot)} instead of ${value}`);
      }
    }
  });

  test('gives a free slot for a key that it does not hold, and puts it there', () => {
    const map = new NumberMap();
    const slot = map.slotOf(0);
    expect(map.isUsed(slot)).toBe(false);
    map.put(slot, 0, 0);
    expect(map.isUsed(map.slotOf(0))).toBe(true);
    map.put(map.slotOf(0), 0, 2.5);
    expect(map.valueAt(map.slotOf(0))).toBe(2.5);
    expect(map.isUsed(map.slotOf(65536))).toBe(false);
  });
});
