/** Markdown made from data. */

/** A table; cells are Markdown already. Ends with a line break. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('');
}

/** Text as code, which may stand in a table. */
export function markdownCode(text: string): string {
  return `\`${text.replace(/\|/g, '\\|')}\``;
}
