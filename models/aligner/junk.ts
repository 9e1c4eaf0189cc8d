/** Copies of hand-aligned documents with runs of junk, to teach the aligner to skip them. */

import type { RawPair } from './raw-pair.js';
import { seededRandom } from '../../test/seeded-random.js';

/** A run of junk comes every so many beads on average. */
const APART = 45;
const LONGEST_RUN = 7;

/**
 * Inserts captions, page furniture and scanning debris between beads, on one side at a time: what the
 * hand-aligned yearbooks have and the others lack. The junk is made of the document's own words, so
 * that it is no stranger there than a caption is.
 */
export function addJunk({ lines, gold }: RawPair, seed: number): RawPair {
  const random = seededRandom(seed);
  const inserted: [Map<number, number>, Map<number, number>] = [new Map(), new Map()];
  for (const bead of gold) {
    if (bead.a.length === 0 || bead.b.length === 0 || random() > 1 / APART) continue;
    const side = random() < 0.5 ? 0 : 1;
    const at = (side === 0 ? bead.a : bead.b)[0]!;
    inserted[side].set(at, 1 + Math.floor(random() * LONGEST_RUN));
  }
  const sides = [0, 1] as const;
  const made = sides.map((side) => {
    const words = lines[side].flatMap((line) => line.split(/\s+/)).filter((word) => word !== '');
    const names: number[] = [];
    const out: string[] = [];
    const junk: number[] = [];
    lines[side].forEach((line, i) => {
      for (let k = inserted[side].get(i) ?? 0; k > 0; k--) {
        junk.push(out.length);
        out.push(junkLine(words, random));
      }
      names[i] = out.length;
      out.push(line);
    });
    return { names, out, junk };
  });
  const [a, b] = made as [(typeof made)[0], (typeof made)[0]];
  return {
    lines: [a.out, b.out],
    gold: [
      ...gold.map((bead) => ({
        a: bead.a.map((i) => a.names[i]!),
        b: bead.b.map((j) => b.names[j]!),
      })),
      ...a.junk.map((i) => ({ a: [i], b: [] })),
      ...b.junk.map((j) => ({ a: [], b: [j] })),
    ],
  };
}

function junkLine(words: readonly string[], random: () => number): string {
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  const number = (): string => String(1 + Math.floor(random() * 400));
  const kind = random();
  if (kind < 0.3) {
    const signs = "•*^~-_.,;:'!|/\\<>()[]{}=+éâJWfrmi1l";
    const length = 1 + Math.floor(random() * 8);
    return Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
  }
  if (kind < 0.45) return `${number()} - ${word()} ${word()}`;
  const count = 1 + Math.floor(random() * 6);
  const text = Array.from({ length: count }, word).join(
    /\p{sc=Han}/u.test(words[0] ?? '') ? '' : ' ',
  );
  // Scripts without spaces: a piece of a line.
  const short = text.slice(0, 60);
  return kind < 0.7 ? `${short} ( ${number()} )` : short;
}
