/**
 * Lines of styled text, measured in terminal cells: cut and padded on character boundaries, so that
 * wide characters and combining marks never break a column.
 */
import { graphemesOf } from '../text/graphemes.js';
import { cellWidth, graphemeWidth } from './cell-width.js';
import { safeText } from './safe-text.js';

/** The meaning of a run, which the painter turns into an appearance. Several are separated by spaces. */
export type Style = string;

/** A piece of a line in one style. Its text is safe for a terminal and has no line breaks. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** One line of the screen. */
export type Line = readonly Run[];

const printableAscii = /^[\x20-\x7e]*$/;

/** A run of outside text: made safe, white space replaced by spaces, composed (NFC). */
export function run(text: string, style: Style = ''): Run {
  const clean = printableAscii.test(text)
    ? text
    : safeText(text.normalize('NFC').replace(/\s/gu, ' '));
  return { text: clean, style };
}

/** A run of our own text, which is already safe, without a style. */
export function plain(text: string): Run {
  return { text, style: '' };
}

/** The text of a line without its styles. */
export function lineText(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** Width of a line in cells. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + cellWidth(part.text), 0);
}

/** Whether a line is at most so wide; reads no more of it than it must. */
function fits(line: Line, width: number): boolean {
  let used = 0;
  for (const { text } of line) {
    if (text.length <= width) used += cellWidth(text);
    else
      for (const grapheme of graphemesOf(text)) {
        used += graphemeWidth(grapheme);
        if (used > width) break;
      }
    if (used > width) return false;
  }
  return true;
}

/** Merges neighbouring runs of the same style. Linear. */
export function joinRuns(runs: Iterable<Run>): Line {
  const joined: { text: string; style: Style }[] = [];
  for (const { text, style } of runs) {
    const last = joined.at(-1);
    if (last?.style === style) last.text += text;
    else joined.push({ text, style });
  }
  return joined;
}

/** A line cut to a width, with an ellipsis if something was cut off. Never wider than `width`. */
export function truncateLine(line: Line, width: number, ellipsis = '…'): Line {
  if (fits(line, width)) return line;
  const room = width - cellWidth(ellipsis);
  if (room < 0) return [];
  const kept: Run[] = [];
  let used = 0;
  for (const part of line) {
    let text = '';
    let full = false;
    for (const grapheme of graphemesOf(part.text)) {
      const own = graphemeWidth(grapheme);
      if (used + own > room) {
        full = true;
        break;
      }
      used += own;
      text += grapheme;
    }
    if (text !== '') kept.push({ text, style: part.style });
    if (full) break;
  }
  return [...kept, { text: ellipsis, style: 'dim' }];
}

/**
 * A line of exactly `width` cells: cut, or padded with spaces at the end (or at the start, for
 * `right`).
 */
export function fitLine(
  line: Line,
  width: number,
  align: 'left' | 'right' = 'left',
  ellipsis = '…',
): Line {
  const cut = truncateLine(line, width, ellipsis);
  const missing = width - lineWidth(cut);
  if (missing <= 0) return cut;
  const blanks = plain(' '.repeat(missing));
  return align === 'left' ? [...cut, blanks] : [blanks, ...cut];
}

/** Adds a style to every run of a line. */
export function restyle(line: Line, style: Style): Line {
  return line.map((part) => ({
    text: part.text,
    style: part.style === '' ? style : `${part.style} ${style}`,
  }));
}
