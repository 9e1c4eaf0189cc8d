/** Text with a label before it, as the detail pane and previews show it. */
import { directed, type BidiMode } from './bidi.js';
import { fitLine, wrapLine, type Line } from './line.js';

/** Cells before the text of the detail pane: sign, language, number. */
export const labelWidth = 15;

/** How a labelled text stands. */
export interface LabelOptions {
  readonly labelWidth?: number;
  readonly rightToLeft?: boolean;
  readonly bidi?: BidiMode;
}

/** The text wrapped beside its label, right-to-left text at the right edge. */
export function labelled(
  label: Line,
  text: Line,
  width: number,
  options: LabelOptions = {},
): Line[] {
  const { labelWidth: own = labelWidth, rightToLeft = false, bidi = 'logical' } = options;
  const room = width - own;
  return wrapLine(text, room).map((line, index) => {
    const directedLine = directed(line, bidi, rightToLeft ? 'rtl' : 'ltr');
    return [
      ...fitLine(index === 0 ? label : [], own),
      ...(rightToLeft ? fitLine(directedLine, room, 'right') : directedLine),
    ];
  });
}
