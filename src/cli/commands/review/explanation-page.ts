/** The page that explains a row. */
import type { ExplanationLine } from '../../../pipeline/explain/explanation-lines.js';
import { fitLine, lineWidth, run } from '../../../terminal/line.js';
import { oneLine } from '../../../terminal/safe-text.js';
import type { PageLine } from '../../../tui/view/page-line.js';

/** The widest column of labels; a longer one is cut. */
const widest = 24;

/** Labels share one column. */
export function explanationPage(lines: readonly ExplanationLine[]): readonly PageLine[] {
  const widths = lines.map(({ label }) => lineWidth([run(label)]));
  const width = Math.min(widest, Math.max(0, ...widths) + 2);
  return lines.map(({ label, text, rightToLeft = false, isHeading = false }) =>
    label === ''
      ? { text: [run(text, isHeading ? 'bold' : '')] }
      : { label: fitLine([run(label)], width), text: [run(oneLine(text))], rightToLeft },
  );
}
