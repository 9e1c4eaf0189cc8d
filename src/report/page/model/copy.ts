/** Rows as plain text, for the clipboard. */
import type { PageColumn, PageRow } from '../../data/page-data.js';
import type { App } from './app.js';

/** A row: its number, and its texts under the names of the columns. */
export function rowText(columns: readonly PageColumn[], { id, cells }: PageRow): string {
  const lines = cells.flatMap((cell, column) =>
    cell === null ? [] : [`${columns[column]?.name ?? ''}: ${cell.text}`],
  );
  return [`Row ${id}`, ...lines].join('\n') + '\n';
}

/** Many rows: a line for each, tabs between the texts, as spreadsheets take them. */
export function tableText(columns: readonly PageColumn[], rows: readonly PageRow[]): string {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const line = (parts: readonly string[]) => `${parts.map(flat).join('\t')}\n`;
  return [
    line(['row', ...columns.map(({ name }) => name)]),
    ...rows.map(({ id, cells }) => line([String(id), ...cells.map((cell) => cell?.text ?? '')])),
  ].join('');
}

/** Copies a text and says so, or that the browser forbids it. */
export async function copyText(app: App, text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers that keep the clipboard from files allow the old way.
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    app.say(copied ? said : 'the browser does not allow copying');
    return;
  }
  app.say(said);
}
