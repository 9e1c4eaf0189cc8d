import { describe, expect, test } from 'vitest';
import { lineText, lineWidth, run } from '../../../../src/terminal/line.js';
import { pageHeight, pageLines, wrapPage } from '../../../../src/tui/compose/pages/page.js';
import { measuringTheme } from '../../../../src/tui/theme/theme.js';
import { textPage } from '../../../../src/tui/view/page-line.js';
import { simpleReview } from '../../../review/fixture.js';
import { viewOf, words } from '../../person.js';

describe('a page over the list', () => {
  test('wraps its lines to the screen, with a hanging indent', () => {
    const lines = wrapPage(textPage([words(20), 'short']), 40, measuringTheme);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(40);
    expect(lineText(lines[1] ?? [])).toMatch(/^ {2}word/);
    expect(lineText(lines.at(-1) ?? [])).toBe('short');
  });

  test('wraps a labelled line beside its label, right-to-left text at the right edge', () => {
    const [line = []] = wrapPage(
      [{ label: [run('he  ')], text: [run('סוף')], rightToLeft: true }],
      20,
      measuringTheme,
    );
    expect(lineText(line)).toBe(`he  ${' '.repeat(13)}סוף`);
  });

  test('is wrapped again for another size', () => {
    const count = (columns: number) =>
      pageLines(viewOf(simpleReview(3), { columns }), { type: 'help', top: 0 }, measuringTheme)
        .length;
    expect(count(60)).toBeGreaterThan(count(140));
  });

  test('has the lines of the screen minus title, blank line and hints', () => {
    expect(pageHeight(viewOf(simpleReview(3), { rows: 24 }))).toBe(20);
  });
});
