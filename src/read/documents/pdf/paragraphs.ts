/** From the lines of a column to its paragraphs, where only their places tell. */
import { breaksWithoutSpace, firstOf, isRightToLeft, listMarker } from './characters.js';
import { joinLines, median, toRows, type Column } from './columns.js';
import { lineText, type Line } from './line.js';
import { lineStarts } from './line-starts.js';
import { extent, type Passage } from './passage.js';
import type { LineStart } from './visual-order.js';

/** A line with its text, and which edge it begins at. */
interface TextLine extends Line {
  readonly text: string;
  readonly isRight: boolean;
}

/** Distances of lines, in their usual distance, from which on a paragraph begins. */
const wideDistance = 1.25;
/** Sizes of fonts that differ by this factor are different. */
const otherSize = 1.09;

/** The passages of a column, in order. */
export function toPassages(column: Column, page: number): Passage[] {
  const rows = toRows(column.lines);
  const whole = rows.map(joinLines);
  const starts = lineStarts(whole);
  const passages: Passage[] = [];
  let open: TextLine[] = [];
  const close = (): void => {
    for (const region of toRegions(open)) passages.push(...divide(region, page));
    open = [];
  };
  rows.forEach((row, index) => {
    if (isInTable(rows, index)) {
      close();
      for (const cell of row) {
        const line = withText(cell, starts[index]);
        if (line.text !== '') passages.push(passageOf([line], page, { kind: 'table-cell' }));
      }
    } else {
      const line = whole[index] && withText(whole[index], starts[index]);
      if (line && line.text !== '') open.push(line);
    }
  });
  close();
  return passages;
}

function withText(line: Line, start: LineStart | undefined): TextLine {
  const text = lineText(line, start);
  return { ...line, text, isRight: start !== 'left' && isRightToLeft(text) };
}

/** Rows of two cells that make a table; gaps in justified lines stand under each other by chance. */
const fewestTableRows = 3;

/** Whether cells stand in a row and in those around it, all under each other. */
function isInTable(rows: readonly (readonly Line[])[], index: number): boolean {
  const row = rows[index] ?? [];
  if (row.length < 2) return false;
  const alike = (step: number): number => {
    let count = 0;
    while (count < fewestTableRows && isAlike(row, rows[index + step * (count + 1)])) count++;
    return count;
  };
  return 1 + alike(-1) + alike(1) >= (row.length > 2 ? 2 : fewestTableRows);
}

function isAlike(row: readonly Line[], other: readonly Line[] | undefined): boolean {
  if (other?.length !== row.length) return false;
  return row.every(({ x, size }, cell) => Math.abs(x - (other[cell]?.x ?? 0)) < size * 0.3);
}

/** Lines of one size and at one distance. */
interface Region {
  readonly lines: readonly TextLine[];
  readonly left: number;
  readonly right: number;
}

/** Parts lines where the font's size changes or a gap stands. */
function toRegions(lines: readonly TextLine[]): Region[] {
  const usual = usualDistance(lines);
  const regions: TextLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const region = regions.at(-1);
    if (!before || !region || isApart(before, line, usual)) regions.push([line]);
    else region.push(line);
  });
  return regions.map((own) => {
    const { x: left, end: right } = extent(own);
    return { lines: own, left, right };
  });
}

/** The usual distance of baselines, in heights of the font, by size; lines of a size keep one. */
function usualDistance(lines: readonly TextLine[]): ReadonlyMap<number, number> {
  const distances = new Map<number, number[]>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const distance = before ? before.y - line.y : 0;
    if (!before || distance <= line.size * 0.5 || distance > line.size * 2.5) return;
    if (isOtherSize(before, line)) return;
    const key = Math.round(line.size);
    const own = distances.get(key) ?? [];
    own.push(distance / line.size);
    distances.set(key, own);
  });
  return new Map(
    [...distances].map(([size, own]) => {
      // Blank lines between paragraphs of one line must not count as usual.
      const sorted = own.sort((a, b) => a - b);
      const middle = median(sorted);
      const low = sorted[Math.floor(sorted.length / 4)] ?? middle;
      return [size, low > 0 && middle > low * wideDistance ? low : middle];
    }),
  );
}

const isOtherSize = (a: TextLine, b: TextLine): boolean =>
  Math.max(a.size, b.size) > Math.min(a.size, b.size) * otherSize;

function isApart(before: TextLine, line: TextLine, usual: ReadonlyMap<number, number>): boolean {
  if (isOtherSize(before, line)) return true;
  const distance = before.y - line.y;
  const expected = (usual.get(Math.round(line.size)) ?? 1.4) * line.size;
  return distance < -line.size || distance > expected * wideDistance;
}

/** Parts a region at indents, short last lines, and the marks of lists. */
function divide({ lines, left, right }: Region, page: number): Passage[] {
  const parts: TextLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const part = parts.at(-1);
    if (!before || !part || beginsParagraph(before, line, part, lines, { left, right }))
      parts.push([line]);
    else part.push(line);
  });
  return parts.map((part) => {
    const [first] = part;
    const last = part.at(-1);
    const mark = first ? listMarker(first.text) : '';
    const isRight = first !== undefined && isRightToLeft(first.text);
    const em = first?.size ?? 1;
    const others = part.length > 1 ? part.slice(1) : lines;
    const own = extent(others);
    return passageOf(part, page, {
      ...(mark !== '' && { kind: 'list-item' as const }),
      isIndented:
        first !== undefined && (isRight ? own.end - first.end : first.x - own.x) > em * 0.7,
      isFull: last !== undefined && (isRight ? last.x - left : right - last.end) < em * 2.5,
    });
  });
}

function beginsParagraph(
  before: TextLine,
  line: TextLine,
  part: readonly TextLine[],
  lines: readonly TextLine[],
  { left, right }: { readonly left: number; readonly right: number },
): boolean {
  const em = line.size;
  if (listMarker(line.text) !== '' && (isItem(part) || listMarker(line.text).length < 3))
    return true;
  const isRight = line.isRight;
  const inset = (other: TextLine): number => (isRight ? right - other.end : other.x - left);
  // The lines of an item hang: those after the first are farther in.
  const step = inset(line) - inset(before);
  if (step > em * 0.7 && !isItem(part) && !hangs(part, lines)) return true;
  if (step < -em * 0.7 && part.length > 1) return true;
  const [first] = part;
  if (first && isItem(part) && inset(line) < inset(first) - em * 0.5) return true;
  // The next word had had room at the end of the line before: it was the paragraph's last.
  const free = isRight ? before.x - left : right - before.end;
  const word = firstWordWidth(line);
  const isCentred = Math.abs(inset(before) - free) < em && free > em * 2;
  return lines.length > 2 && !isCentred && free > word * 1.3 + em && free > em * 1.5;
}

const isItem = (part: readonly TextLine[]): boolean =>
  part[0] !== undefined && listMarker(part[0].text) !== '';

/** Whether most lines of a region stand farther in than the first of each: a bibliography. */
function hangs(part: readonly TextLine[], lines: readonly TextLine[]): boolean {
  const [first] = part;
  if (!first || part.length > 1) return false;
  const farther = lines.filter(({ x }) => x > first.x + first.size * 0.7).length;
  return farther > lines.length * 0.55;
}

/** About how wide the first word of a line is, in points. */
function firstWordWidth(line: TextLine): number {
  if (breaksWithoutSpace(firstOf(line.text))) return line.size;
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  return ((line.end - line.x) * word.length) / Math.max(1, line.text.length);
}

function passageOf(
  lines: readonly TextLine[],
  page: number,
  details: Partial<Pick<Passage, 'kind' | 'isIndented' | 'isFull'>>,
): Passage {
  const [first] = lines;
  return {
    lines: lines.map(({ text }) => text),
    page,
    size: median(lines.map(({ size }) => size)),
    font: first?.font ?? '',
    ...extent(lines),
    isIndented: false,
    isFull: false,
    ...details,
  };
}
