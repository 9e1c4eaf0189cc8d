/** Whether a bead or an anchor links something: neither side is empty. */
export function hasTwoSides({
  a,
  b,
}: {
  readonly a: readonly number[];
  readonly b: readonly number[];
}): boolean {
  return a.length > 0 && b.length > 0;
}
