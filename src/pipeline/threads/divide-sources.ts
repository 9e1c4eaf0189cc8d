/**
 * Texts of fewer characters than this, all together, are embedded in less time than another thread takes to load the
 * model.
 */
const leastDivided = 2 ** 18;
/**
 * Of longer ones the vectors are made on demand, where they are aligned; and what is left of segmenting them would take
 * up memory there.
 */
const mostDivided = 2 ** 22;

/**
 * How many of the sources of a run, from the first on, the main thread segments and embeds: about half of the text. None
 * if that is not worth it, or if there is only one.
 *
 * @param lengths characters of all sources
 */
export function sourcesLeft(lengths: readonly number[]): number {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (lengths.length < 2 || whole < leastDivided || whole > mostDivided) return 0;
  let count = 1;
  let own = lengths[0]!;
  // As long as that makes the larger part smaller.
  while (count < lengths.length - 1 && own + lengths[count]! < whole - own)
    own += lengths[count++]!;
  return count;
}
