/** The names of a table's columns: `a` to `z`, then `aa`, `ab` ... (bijective base 26). */

/** The letters of a 0-based column: 0 is `a`, 25 `z`, 26 `aa`. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/**
 * The 0-based column for letters of either case; undefined if the text is not a column name. It may
 * be far beyond any table, since any word of letters is a column name.
 */
export function columnIndex(letters: string): number | undefined {
  if (!/^[a-z]+$/i.test(letters)) return undefined;
  let index = 0;
  for (const letter of letters.toLowerCase()) index = index * 26 + letter.charCodeAt(0) - 96;
  return index - 1;
}
