/** Documents of the kinds that passages are searched in, made from hand-aligned parallel ones. */
import type { NumberedBead } from '../../../src/score/vecalign-notation.js';
import type { RawPair } from '../raw-pair.js';
import { seededRandom } from '../../../test/seeded-random.js';

/** Two parts of one text that share a few passages: `share` of the beads, in runs of 1 to 3, in any order. */
export function plant({ lines, gold }: RawPair, seed: string, share = 0.11): RawPair {
  const random = seededRandom(seed);
  const beads = gold.filter((bead) => bead.a.length + bead.b.length > 0);
  const third = Math.floor(beads.length / (2.16 + share));
  const firstA = side(beads.slice(0, third), 'a');
  const lastB = side(beads.slice(beads.length - third), 'b');
  const middle = beads
    .slice(third, beads.length - third)
    .filter((b) => b.a.length > 0 && b.b.length > 0);
  const runs: NumberedBead[][] = [];
  let want = Math.round(third * share);
  for (let at = 0; at < middle.length && want > 0;) {
    const length = 1 + Math.floor(random() * 3);
    const run = middle.slice(at, at + length);
    if (run.length > 0) runs.push(run);
    want -= run.length;
    at += length + 1 + Math.floor(random() * 2);
  }
  const outA = weave(
    firstA.map((k) => lines[0][k]!),
    runs.map((run) => run.map((b) => b.a.map((k) => lines[0][k]!))),
    random,
  );
  const outB = weave(
    lastB.map((k) => lines[1][k]!),
    runs.map((run) => run.map((b) => b.b.map((k) => lines[1][k]!))),
    random,
  );
  const made: NumberedBead[] = [];
  const takenA = new Set<number>(),
    takenB = new Set<number>();
  runs.forEach((run, r) =>
    run.forEach((_, k) => {
      const a = outA.places[r]![k]!,
        b = outB.places[r]![k]!;
      a.forEach((x) => takenA.add(x));
      b.forEach((x) => takenB.add(x));
      made.push({ a, b });
    }),
  );
  outA.lines.forEach((_, i) => {
    if (!takenA.has(i)) made.push({ a: [i], b: [] });
  });
  outB.lines.forEach((_, j) => {
    if (!takenB.has(j)) made.push({ a: [], b: [j] });
  });
  return { lines: [outA.lines, outB.lines], gold: made };
}

function side(beads: readonly NumberedBead[], name: 'a' | 'b'): number[] {
  return beads.flatMap((bead) => bead[name]);
}

function weave(
  base: readonly string[],
  runs: readonly string[][][],
  random: () => number,
): { lines: string[]; places: number[][][] } {
  const at = runs
    .map((_, r) => ({ r, place: Math.floor(random() * (base.length + 1)) }))
    .sort((x, y) => x.place - y.place || x.r - y.r);
  const lines: string[] = [];
  const places: number[][][] = runs.map(() => []);
  let next = 0;
  for (let k = 0; k <= base.length; k++) {
    for (; next < at.length && at[next]!.place === k; next++) {
      const { r } = at[next]!;
      for (const cell of runs[r]!) {
        places[r]!.push(cell.map((text) => lines.push(text) - 1));
      }
    }
    if (k < base.length) lines.push(base[k]!);
  }
  return { lines, places };
}

/** A text with chapters missing on each side, two swapped and one moved to the end. */
export function disturb({ lines, gold }: RawPair, seed: string): RawPair {
  const random = seededRandom(seed);
  const chapters = 7;
  const bound = (k: number): number => Math.floor((k * gold.length) / chapters);
  const parts = Array.from({ length: chapters }, (_, k) => gold.slice(bound(k), bound(k + 1)));
  const pick = (): number => Math.floor(random() * chapters);
  const missA = pick();
  let missB = pick();
  while (missB === missA) missB = pick();
  const orderA = parts.map((_, k) => k).filter((k) => k !== missA);
  let orderB = parts.map((_, k) => k).filter((k) => k !== missB);
  const swap = Math.floor(random() * (orderB.length - 1));
  const kind = random();
  if (kind < 0.4) [orderB[swap], orderB[swap + 1]] = [orderB[swap + 1]!, orderB[swap]!];
  else if (kind < 0.8) orderB = [...orderB.filter((_, k) => k !== swap), orderB[swap]!];
  const outA: string[] = [],
    outB: string[] = [];
  const newA = new Map<number, number>(),
    newB = new Map<number, number>();
  for (const k of orderA)
    for (const x of side(parts[k]!, 'a')) newA.set(x, outA.push(lines[0][x]!) - 1);
  for (const k of orderB)
    for (const x of side(parts[k]!, 'b')) newB.set(x, outB.push(lines[1][x]!) - 1);
  const made = gold
    .map(({ a, b }) => ({
      a: a.flatMap((x) => newA.get(x) ?? []),
      b: b.flatMap((x) => newB.get(x) ?? []),
    }))
    .flatMap(({ a, b }) =>
      a.length > 0 && b.length > 0
        ? [{ a, b }]
        : [
            ...a.map((x) => ({ a: [x], b: [] as number[] })),
            ...b.map((x) => ({ a: [] as number[], b: [x] })),
          ],
    );
  return { lines: [outA, outB], gold: made };
}
