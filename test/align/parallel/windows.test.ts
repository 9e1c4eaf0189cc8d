import { describe, expect, test } from 'vitest';
import type { Bead } from '../../../src/domain.js';
import { windowsAround } from '../../../src/align/parallel/windows.js';

/** A text of 1-1 beads. */
const beads = (count: number, confidence = 0.99): Bead[] =>
  Array.from({ length: count }, (_, k) => ({
    a: [k],
    b: [k],
    score: 0.5,
    confidence,
    method: 'parallel',
    crossing: false,
  }));

describe('what is aligned again around an anchor', () => {
  test('is a stretch around it, up to beads that are certain', () => {
    expect(windowsAround(beads(200), [{ a: [100], b: [101] }])).toEqual([
      { a: [88, 114], b: [88, 114] },
    ]);
    const [window] = windowsAround(beads(400, 0.5), [{ a: [200], b: [200] }])!;
    expect(window!.a[1] - window!.a[0]).toBeGreaterThan(26);
    expect(window!.a[1] - window!.a[0]).toBeLessThan(100);
  });

  test('is one stretch for anchors that are close, two for others', () => {
    const around = (second: number) =>
      windowsAround(beads(400), [
        { a: [100], b: [101] },
        { a: [second], b: [second + 1] },
      ]);
    expect(around(110)).toHaveLength(1);
    expect(around(300)).toHaveLength(2);
  });

  test('is everything where that would be most of the text', () => {
    expect(windowsAround(beads(40), [{ a: [20], b: [21] }])).toBeNull();
  });
});
