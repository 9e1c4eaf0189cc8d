/** Numerical Recipes' linear congruential generator: the same order on every machine. */
const multiplier = 1664525;
const increment = 1013904223;
const modulus = 2 ** 32;

/** The numbers from 0 to `count` - 1 in a random order that depends on the seed alone (Fisher and Yates). */
export function seededOrder(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  let state = seed;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, multiplier) + increment) >>> 0;
    const other = Math.floor((state / modulus) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
