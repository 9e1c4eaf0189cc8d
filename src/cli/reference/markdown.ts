/** Writes Markdown. */

/** A table whose cells are already Markdown. Ends with a line break. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('');
}

/** Text as inline code, safe inside a table. */
export function markdownCode(text: string): string {
  return `\`${text.replace(/\|/g, '\\|')}\``;
}
