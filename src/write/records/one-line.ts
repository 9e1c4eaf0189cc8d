/**
 * A text on one line: whatever any program takes for the end of a line becomes a blank, and so does a
 * tab, which separates columns.
 */
export function oneLine(text: string): string {
  return text.replace(/\r\n|[\t\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]/g, ' ');
}
