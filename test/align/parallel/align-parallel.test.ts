import { describe, expect, test, vi } from 'vitest';
import { alignParallel } from '../../../src/align/parallel/align-parallel.js';
import type { Bead } from '../../../src/domain.js';
import { makeUpPair } from '../made-up-texts.js';
import type { MadeUpPair } from '../made-up-texts.js';

/** The part of the standard global that TypeScript's ES library lacks. */
declare const WebAssembly: { Instance: new (module: object, imports: object) => object };

const key = ({ a, b }: { a: readonly number[]; b: readonly number[] }): string =>
  `${a.join(',')}:${b.join(',')}`;

function shareFound({ gold }: MadeUpPair, beads: readonly Bead[]): number {
  const found = new Set(beads.map(key));
  return gold.filter((bead) => found.has(key(bead))).length / gold.length;
}

describe('parallel texts', () => {
  test('beads of several sizes are found', () => {
    const pair = makeUpPair({ beads: 300, seed: 1 });
    expect(shareFound(pair, alignParallel(pair.a, pair.b))).toBeGreaterThan(0.9);
  });

  test('a chapter that one side lacks does not throw the rest off', () => {
    const pair = makeUpPair({ beads: 2500, seed: 2, missing: [900, 1400] });
    const beads = alignParallel(pair.a, pair.b);
    expect(shareFound(pair, beads)).toBeGreaterThan(0.9);
  });

  test('short texts are aligned in memory that earlier ones have used', () => {
    const pair = makeUpPair({ beads: 20, seed: 3 });
    const first = alignParallel(pair.a, pair.b);
    const instances = vi.spyOn(WebAssembly, 'Instance');
    const second = alignParallel(pair.a, pair.b);
    expect(instances).not.toHaveBeenCalled();
    instances.mockRestore();
    expect(second).toEqual(first);
  });
});
