/** Pages over the list: lines that are wrapped when they are shown, so that a resize wraps them anew. */
import { wrapHanging, lineWidth, run, type Line } from '../../../terminal/line.js';
import { labelled } from '../../../terminal/beside-label.js';
import type { Theme } from '../../theme/theme.js';

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

/** The lines of a page on a screen of some width. */
export function wrapPage(
  lines: readonly PageLine[],
  width: number,
  { bidi }: Pick<Theme, 'bidi'>,
): readonly Line[] {
  return lines.flatMap(({ label, text, rightToLeft = false }) =>
    label === undefined
      ? wrapHanging(text, width)
      : labelled(label, text, width, { labelWidth: lineWidth(label), rightToLeft, bidi }),
  );
}

/** A page as text, one line each. */
export function plainPage(lines: readonly PageLine[]): string {
  return lines
    .map(({ label = [], text }) => [...label, ...text].map((part) => part.text).join(''))
    .join('\n');
}
