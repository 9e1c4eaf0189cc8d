import { languageNames, type FoundTerms } from '../../../terms/found-terms.js';
import { cellWidth } from '../../../terminal/cell-width.js';
import { painter } from '../../../terminal/paint.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { padCells, truncateText } from '../../../terminal/wrap-text.js';

/** A list of terms for a terminal: columns that fit its width, the numbers on the right. Lines without line ends. */
export function* renderTerms(
  { languages, pairs, terms }: FoundTerms,
  { columns, color }: { readonly columns: number; readonly color: boolean },
): Generator<string> {
  const paint = painter(color);
  const [a, b] = languageNames(languages);
  const count = `${terms.length} ${terms.length === 1 ? 'term' : 'terms'} from ${pairs} pairs`;
  yield paint('bold', count);
  if (terms.length === 0) return;
  const figures = ['together', `in ${a}`, `in ${b}`, 'association'];
  const rows = terms.map((term) => ({
    texts: [oneLine(term.a), oneLine(term.b)],
    numbers: [term.together, term.inA, term.inB, Math.round(term.association)].map(String),
  }));
  const widths = figures.map((title, at) =>
    Math.max(title.length, ...rows.map(({ numbers }) => numbers[at]?.length ?? 0)),
  );
  const taken = widths.reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(12, Math.floor((Math.max(50, columns - 2) - taken - 4) / 2));
  const widest = (side: number): number =>
    rows.reduce((most, { texts }) => Math.max(most, cellWidth(texts[side] ?? '')), 8);
  const sides = [Math.min(room, widest(0)), Math.min(room, widest(1))];
  const line = (texts: readonly string[], numbers: readonly string[]): string =>
    [
      ...texts.map((text, side) =>
        padCells(truncateText(text, sides[side] ?? 0), sides[side] ?? 0),
      ),
      ...numbers.map((number, at) => number.padStart(widths[at] ?? 0)),
    ].join('  ');
  yield paint('dim', line([a, b], figures));
  for (const { texts, numbers } of rows) yield line(texts, numbers);
}
