/** Pages over the list: lines that are wrapped when they are shown, so that a resize wraps them anew. */
import { lineText, run, type Line } from '../../terminal/line.js';

/** One line of a page, however long. */
export interface PageLine {
  /** What stands before the text; the text is wrapped beside it. */
  readonly label?: Line;
  readonly text: Line;
  readonly rightToLeft?: boolean;
}

/** A page of plain lines. */
export function textPage(lines: readonly string[]): readonly PageLine[] {
  return lines.map((line) => ({ text: [run(line)] }));
}

/** A page as text, one line each, not wrapped. */
export function plainPage(lines: readonly PageLine[]): string {
  return lines.map(({ label = [], text }) => lineText([...label, ...text])).join('\n');
}
