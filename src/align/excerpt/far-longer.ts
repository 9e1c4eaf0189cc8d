/** A text of fewer sentences is aligned whole, whatever the other one is. */
export const leastLong = 20_000;
/** With fewer times the sentences of the other text it is aligned whole. */
const leastRatio = 20;
/** All pairs of sentences are compared: this many take a minute on a slow machine. */
const mostPairs = 2_000_000_000;

/**
 * Whether a text, by its number of sentences, is so much longer than another one that most of it can have no
 * counterpart: only what is near the other text is worth aligning.
 */
export function isFarLonger(count: number, other: number): boolean {
  return (
    count >= leastLong && other > 0 && count >= leastRatio * other && count * other <= mostPairs
  );
}
