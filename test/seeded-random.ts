/** A generator of numbers from 0 to below 1. */
export type Random = () => number;

/**
 * The same numbers for the same seed on every machine: mulberry32 (T. Ettinger), from a seed that is a
 * number or a text, which xmur3 (B. Bucklew) hashes; both public domain. Fits of the aligner draw from
 * it, so another sequence means fitting again.
 */
export function seededRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed | 0 : hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hashOf(text: string): number {
  let hash = 1779033703 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return hash;
}
