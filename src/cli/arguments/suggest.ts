import { closest, distance } from 'fastest-levenshtein';

/** The nearest of `names` within two edits, for "did you mean"; undefined if there is none. */
export function suggest(given: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(given, names);
  return distance(given, nearest) <= 2 ? nearest : undefined;
}
