/** Copies of hand-aligned documents in which sentences say something else, to teach confidence what a wrong text is. */
import { seededRandom } from '../../test/seeded-random.js';
import type { RawPair } from './raw-pair.js';

/** So many of the 1-1 beads get a stranger. */
const SHARE = 0.04;
/** A stranger comes from at least so many sentences away ... */
const AWAY = 5;
/** ... and is at most so much longer or shorter (log), for otherwise its length gives it away. */
const LENGTHS = 0.3;

/** Replaces sentences of the second side with others of about the same length; the gold then leaves both alone. */
export function putStrangers({ lines, gold }: RawPair, seed: number): RawPair {
  const random = seededRandom(seed);
  const second = [...lines[1]];
  const lengthOf = (j: number): number => lines[1][j]!.length + 5;
  return {
    gold: gold.flatMap((bead) => {
      const [j] = bead.b;
      if (bead.a.length !== 1 || bead.b.length !== 1 || j === undefined) return [bead];
      if (random() > SHARE) return [bead];
      const others = lines[1].flatMap((_, k) =>
        Math.abs(k - j) > AWAY && Math.abs(Math.log(lengthOf(k) / lengthOf(j))) < LENGTHS
          ? [k]
          : [],
      );
      const other = others[Math.floor(random() * others.length)];
      if (other === undefined) return [bead];
      second[j] = lines[1][other]!;
      return [
        { a: bead.a, b: [] },
        { a: [], b: bead.b },
      ];
    }),
    lines: [lines[0], second],
  };
}
