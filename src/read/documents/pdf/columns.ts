/** The order in which the lines of a page are read that does not say it: column by column. */
import { lineOf, toLines, type Line } from './line.js';
import type { Piece } from './piece.js';

/** A gap, in heights of the font, that may part columns; justified lines may have wider ones inside. */
const columnGap = 0.9;
/** A wider gap parts cells of a table or other things that only stand side by side. */
const cellGap = 2.2;
/** Columns have so many lines at least, or are no columns. */
const fewestLines = 3;
/** The mean width of a column's lines, in heights of the font: narrower ones are those of a table. */
const narrowest = 7;
/** The share of lines that may cross the space between columns: headings over both, and figures. */
const mostCrossing = 0.5;
/** Columns inside columns are not looked for beyond this depth. */
const mostDepth = 4;

/** Lines that are read one after the other, with those beside them in one row together. */
export interface Column {
  readonly lines: readonly Line[];
}

/** The columns of a page in the order in which they are read. */
export function toColumns(pieces: readonly Piece[], rightToLeft: boolean): Column[] {
  const fragments = toFragments(pieces);
  return split(fragments, rightToLeft, 0).map((lines) => ({ lines: joinRows(lines) }));
}

/** Lines that end at every gap that could be one between columns. */
function toFragments(pieces: readonly Piece[]): Line[] {
  return toLines(pieces, columnGap);
}

function split(lines: readonly Line[], rightToLeft: boolean, depth: number): Line[][] {
  const gutter = depth < mostDepth ? findGutter(lines) : undefined;
  if (!gutter) return lines.length > 0 ? [[...lines]] : [];
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  const parts: Line[][] = [];
  let before: Line[] = [];
  let behind: Line[] = [];
  let across: Line[] = [];
  const closeColumns = (): void => {
    const columns = rightToLeft ? [behind, before] : [before, behind];
    for (const column of columns) parts.push(...split(column, rightToLeft, depth + 1));
    before = [];
    behind = [];
  };
  for (const line of sorted) {
    if (line.end <= gutter.start + 1) before.push(line);
    else if (line.x >= gutter.end - 1) behind.push(line);
    else {
      if (before.length + behind.length > 0) {
        if (across.length > 0) parts.push(across);
        across = [];
        closeColumns();
      }
      across.push(line);
      continue;
    }
    if (across.length > 0) parts.push(across);
    across = [];
  }
  closeColumns();
  if (across.length > 0) parts.push(across);
  return parts;
}

interface Gutter {
  readonly start: number;
  readonly end: number;
}

/** The space between two columns of running text that most lines keep clear of. */
function findGutter(lines: readonly Line[]): Gutter | undefined {
  if (lines.length < 2 * fewestLines) return undefined;
  const from = Math.min(...lines.map(({ x }) => x));
  const to = Math.max(...lines.map(({ end }) => end));
  const size = median(lines.map((line) => line.size));
  const step = Math.max(1, (to - from) / 2000);
  const count = Math.ceil((to - from) / step) + 1;
  // How many lines are at a place: differences first, then their sums.
  const cover = new Int32Array(count + 1);
  for (const line of lines) {
    const [start, end] = [slot(line.x), slot(line.end) + 1];
    cover[start] = (cover[start] ?? 0) + 1;
    cover[end] = (cover[end] ?? 0) - 1;
  }
  function slot(x: number): number {
    return Math.min(count - 1, Math.max(0, Math.floor((x - from) / step)));
  }
  for (let at = 1; at < count; at++) cover[at] = (cover[at] ?? 0) + (cover[at - 1] ?? 0);
  let best: (Gutter & { readonly crossing: number }) | undefined;
  for (let at = 0; at < count; at++) {
    const height = cover[at] ?? 0;
    if (height > lines.length * mostCrossing) continue;
    let end = at;
    while (end + 1 < count && (cover[end + 1] ?? 0) === height) end++;
    const gutter = { start: from + at * step, end: from + end * step, crossing: height };
    at = end;
    if (gutter.end - gutter.start < size * 0.6) continue;
    const better =
      !best ||
      gutter.crossing < best.crossing ||
      (gutter.crossing === best.crossing && width(gutter) > width(best));
    if (better && partsText(lines, gutter, size)) best = gutter;
  }
  return best;
}

const width = ({ start, end }: Gutter): number => end - start;

/** Whether running text stands on both sides, beside each other. */
function partsText(lines: readonly Line[], { start, end }: Gutter, size: number): boolean {
  const before = lines.filter((line) => line.end <= start + 1);
  const behind = lines.filter((line) => line.x >= end - 1);
  if (!isRunning(before, size) || !isRunning(behind, size)) return false;
  if (before.length + behind.length < lines.length * mostCrossing) return false;
  const top = Math.min(highest(before), highest(behind));
  const bottom = Math.max(lowest(before), lowest(behind));
  return top - bottom > size * fewestLines;
}

function isRunning(lines: readonly Line[], size: number): boolean {
  if (lines.length < fewestLines) return false;
  const widths = lines.map(({ x, end }) => end - x).sort((a, b) => a - b);
  // The last lines of paragraphs are short; most are not.
  return (widths[Math.floor(widths.length * 0.6)] ?? 0) > size * narrowest;
}

const highest = (lines: readonly Line[]): number =>
  lines.reduce((y, l) => Math.max(y, l.y), -Infinity);
const lowest = (lines: readonly Line[]): number =>
  lines.reduce((y, l) => Math.min(y, l.y), Infinity);

/** The middle one of some numbers; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Fragments beside each other are one line, unless far apart; from the top of the page downwards. */
function joinRows(fragments: readonly Line[]): Line[] {
  const sorted = [...fragments].sort((a, b) => b.y - a.y);
  const lines: Line[] = [];
  let row: Line[] = [];
  const close = (): void => {
    row.sort((a, b) => a.x - b.x);
    let open: Line[] = [];
    const flush = (): void => {
      const [first] = open;
      if (first)
        lines.push(open.length === 1 ? first : lineOf(open.flatMap(({ pieces }) => pieces)));
      open = [];
    };
    for (const fragment of row) {
      const before = open.at(-1);
      if (before && fragment.x - before.end > cellGap * before.size) flush();
      open.push(fragment);
    }
    flush();
    row = [];
  };
  for (const fragment of sorted) {
    const before = row[0];
    if (before && !sameRow(before, fragment)) close();
    row.push(fragment);
  }
  close();
  return lines;
}

function sameRow(a: Line, b: Line): boolean {
  const rise = Math.abs(a.y - b.y);
  const large = Math.max(a.size, b.size);
  const isRaised = Math.min(a.size, b.size) < large * 0.85;
  return rise < large * (isRaised ? 0.5 : 0.3);
}
