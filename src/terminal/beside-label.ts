/** Text with a label before it, as in the detail pane and on pages. */
import { directed, type BidiMode } from './bidi.js';
import { fitLine, type Line } from './line.js';
import { wrapLine } from './wrap-line.js';

/** The layout of a labelled text. */
export interface LabelOptions {
  /** Width of the label in cells. */
  readonly labelWidth: number;
  /** Right-to-left text is aligned to the right edge. */
  readonly rightToLeft?: boolean;
  readonly bidi?: BidiMode;
}

/** The text wrapped beside its label; together they are at most `width` cells wide. */
export function besideLabel(label: Line, text: Line, width: number, options: LabelOptions): Line[] {
  const { labelWidth, rightToLeft = false, bidi = 'logical' } = options;
  const room = width - labelWidth;
  return wrapLine(text, room).map((line, index) => {
    const ordered = directed(line, bidi, rightToLeft ? 'rtl' : 'ltr');
    return [
      ...fitLine(index === 0 ? label : [], labelWidth),
      ...(rightToLeft ? fitLine(ordered, room, 'right') : ordered),
    ];
  });
}
