/** Every two of some columns, the first with all others before the second. */
export function columnPairs(columns: readonly number[]): [number, number][] {
  return columns.flatMap((a, at) => columns.slice(at + 1).map((b): [number, number] => [a, b]));
}
