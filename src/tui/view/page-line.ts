/** Pages over the list. Their lines are wrapped only when shown, so that a resize wraps them again. */
import { lineText, run, type Line } from '../../terminal/line.js';

/** One line of a page, of any length. */
export interface PageLine {
  /** Comes before the text, which is wrapped beside it. */
  readonly label?: Line;
  readonly text: Line;
  readonly rightToLeft?: boolean;
}

/** A page of plain lines. */
export function textPage(lines: readonly string[]): readonly PageLine[] {
  return lines.map((line) => ({ text: [run(line)] }));
}

/** A page as plain text, without wrapping. */
export function plainPage(lines: readonly PageLine[]): string {
  return lines.map(({ label = [], text }) => lineText([...label, ...text])).join('\n');
}
