/** The order in which the lines of a page are read that does not say it: column by column. */
import { lineOf, toLines, type Line } from './line.js';
import type { Piece } from './piece.js';

/** A gap, in heights of the font, that may part columns; justified lines may have wider ones inside. */
const columnGap = 0.9;
/** The space between columns, which is the same in all rows. */
const narrowestGutter = 0.6;
/** A wider gap parts cells of a table or other things that only stand side by side. */
const cellGap = 2.2;
/** So many rows keep clear of the space between columns, or there are none. */
const fewestRows = 5;
/** Rows that a column has at least. */
const fewestLines = 3;
/** The usual width of a column, in heights of the font: narrower ones are those of a table. */
const narrowestColumn = 7;
/** Columns inside columns are not looked for beyond this depth. */
const mostDepth = 12;
/** Gaps of a row that are looked at. */
const mostGaps = 40;

/** Lines that are read one after the other. */
export interface Column {
  readonly lines: readonly Line[];
}

/** The space between columns, from left to right. */
export interface Space {
  readonly start: number;
  readonly end: number;
}

/** How a page is laid out. */
export interface Layout {
  readonly rightToLeft: boolean;
  /** Where the page before had its columns, for pages that have only some lines. */
  readonly before: Space | null;
}

/** The columns of a page in the order in which they are read, and the space between them. */
export function toColumns(
  pieces: readonly Piece[],
  layout: Layout,
): { readonly columns: Column[]; readonly space: Space | null } {
  const rows = toRows(toLines(pieces, columnGap));
  const space = findGutter(rows) ?? layout.before;
  const columns = mergeOpen(split(rows, layout, 0)).map((own) => ({ lines: joinRows(own) }));
  return { columns, space: space && { start: space.start, end: space.end } };
}

type Row = readonly Line[];

interface Part {
  readonly rows: readonly Row[];
  /** Whether it is a column beside others. */
  readonly isColumn: boolean;
}

/** What stands over and under columns, and is none itself, is one with what else is none. */
function mergeOpen(parts: readonly Part[]): Row[][] {
  const merged: { rows: Row[]; isColumn: boolean }[] = [];
  for (const { rows, isColumn } of parts) {
    const before = merged.at(-1);
    if (before && !before.isColumn && !isColumn) before.rows.push(...rows);
    else merged.push({ rows: [...rows], isColumn });
  }
  return merged.map(({ rows }) => rows);
}

function split(rows: readonly Row[], layout: Layout, depth: number): Part[] {
  if (rows.length === 0) return [];
  const gutter =
    depth < mostDepth ? (findGutter(rows) ?? findAgain(rows, layout.before)) : undefined;
  if (!gutter) return [{ rows, isColumn: false }];
  const { from, to } = gutter;
  const band = rows.slice(from, to + 1);
  const sides = [before(band, gutter), behind(band, gutter)];
  if (layout.rightToLeft) sides.reverse();
  const columns = sides.flatMap((side): Part[] =>
    mergeOpen(split(side, { ...layout, before: null }, depth + 1)).map((own) => ({
      rows: own,
      isColumn: true,
    })),
  );
  return [
    ...split(rows.slice(0, from), layout, depth + 1),
    ...columns,
    ...split(rows.slice(to + 1), layout, depth + 1),
  ];
}

/** A space that rows, one after the other, keep clear of. */
interface Gutter extends Space {
  /** The first and the last of the rows. */
  readonly from: number;
  readonly to: number;
}

const before = (rows: readonly Row[], { start }: Gutter): Row[] =>
  rows.map((row) => row.filter(({ end }) => end <= start + 1)).filter((row) => row.length > 0);
const behind = (rows: readonly Row[], { start }: Gutter): Row[] =>
  rows.map((row) => row.filter(({ end }) => end > start + 1)).filter((row) => row.length > 0);

/** The space between two columns of running text that the most rows keep clear of. */
function findGutter(rows: readonly Row[]): Gutter | undefined {
  if (rows.length < fewestRows) return undefined;
  const size = median(rows.map((row) => row[0]?.size ?? 1));
  let best: Gutter | undefined;
  let open: Gutter[] = [];
  const consider = (gutter: Gutter): void => {
    if (best && gutter.to - gutter.from <= best.to - best.from) return;
    const trimmed = withoutLoose(rows, upwards(rows, gutter), size);
    if (trimmed && partsText(rows.slice(trimmed.from, trimmed.to + 1), trimmed, size))
      best = trimmed;
  };
  rows.forEach((row, index) => {
    const gaps = gapsOf(row);
    const next = new Map<string, Gutter>();
    const keep = (gutter: Gutter): void => {
      const key = `${gutter.start.toFixed(0)} ${gutter.end.toFixed(0)}`;
      const known = next.get(key);
      if (!known || known.from > gutter.from) next.set(key, gutter);
    };
    for (const gutter of open) {
      let goesOn = false;
      for (const gap of gaps) {
        const [start, end] = [Math.max(gutter.start, gap.start), Math.min(gutter.end, gap.end)];
        if (end - start < size * narrowestGutter) continue;
        keep({ start, end, from: gutter.from, to: index });
        if (start === gutter.start && end === gutter.end) goesOn = true;
      }
      if (!goesOn && gutter.to - gutter.from + 1 >= fewestRows) consider(gutter);
    }
    for (const gap of gaps)
      if (Number.isFinite(gap.start) && Number.isFinite(gap.end))
        keep({ ...gap, from: index, to: index });
    open = [...next.values()].slice(0, mostGaps * 2);
  });
  for (const gutter of open) if (gutter.to - gutter.from + 1 >= fewestRows) consider(gutter);
  return best;
}

/** The space of the page before, where rows keep clear of it and at least one stands on both sides. */
function findAgain(rows: readonly Row[], space: Space | null): Gutter | undefined {
  if (!space) return undefined;
  let best: Gutter | undefined;
  for (let from = 0; from < rows.length; from++) {
    let to = from;
    while (to < rows.length && isClear(rows[to], space)) to++;
    const gutter = { ...space, from, to: to - 1 };
    const isBeside = rows
      .slice(from, to)
      .some((row) => before([row], gutter).length > 0 && behind([row], gutter).length > 0);
    if (isBeside && (!best || to - from > best.to - best.from + 1)) best = gutter;
    from = to;
  }
  return best;
}

const isClear = (row: Row | undefined, { start, end }: Space): boolean =>
  row?.every((line) => line.end <= start + 1 || line.x >= end - 1) === true;

/** The free space in a row, the margins too. */
function gapsOf(row: Row): { readonly start: number; readonly end: number }[] {
  const sorted = [...row].sort((a, b) => a.x - b.x).slice(0, mostGaps);
  const gaps: { start: number; end: number }[] = [];
  let end = -Infinity;
  for (const line of sorted) {
    if (line.x > end) gaps.push({ start: end, end: line.x });
    end = Math.max(end, line.end);
  }
  gaps.push({ start: end, end: Infinity });
  return gaps;
}

/** With the rows above that have text on one side only: the other column begins lower. */
function upwards(rows: readonly Row[], gutter: Gutter): Gutter {
  let { from } = gutter;
  while (isClear(rows[from - 1], gutter)) from--;
  return { ...gutter, from };
}

/** Rows with text on one side only, apart from the others, are no part of the columns: page numbers. */
function withoutLoose(rows: readonly Row[], gutter: Gutter, size: number): Gutter | undefined {
  let { from, to } = gutter;
  const isOneSided = (row: Row | undefined): boolean =>
    row !== undefined && (before([row], gutter).length === 0 || behind([row], gutter).length === 0);
  const distance = (upper: number, lower: number): number =>
    (rows[upper]?.[0]?.y ?? 0) - (rows[lower]?.[0]?.y ?? 0);
  while (to > from && isOneSided(rows[to]) && distance(to - 1, to) > size * 2.2) to--;
  while (from < to && isOneSided(rows[from]) && distance(from, from + 1) > size * 3.5) from++;
  return to - from + 1 >= fewestRows ? { ...gutter, from, to } : undefined;
}

/** Whether running text stands on both sides. */
function partsText(rows: readonly Row[], gutter: Gutter, size: number): boolean {
  return isRunning(before(rows, gutter), size) && isRunning(behind(rows, gutter), size);
}

function isRunning(rows: readonly Row[], size: number): boolean {
  if (rows.length < fewestLines) return false;
  const widths = rows
    .map((row) => Math.max(...row.map(({ end }) => end)) - Math.min(...row.map(({ x }) => x)))
    .sort((a, b) => a - b);
  // The last lines of paragraphs are short; most are not.
  return (widths[Math.floor(widths.length * 0.6)] ?? 0) > size * narrowestColumn;
}

/** The middle one of some numbers; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Fragments beside each other are one line, unless far apart; from the top of the page downwards. */
function joinRows(rows: readonly Row[]): Line[] {
  return rows.flatMap((row) => {
    const sorted = [...row].sort((a, b) => a.x - b.x);
    const lines: Line[][] = [];
    for (const fragment of sorted) {
      const before = lines.at(-1)?.at(-1);
      if (before && fragment.x - before.end <= cellGap * before.size) lines.at(-1)?.push(fragment);
      else lines.push([fragment]);
    }
    return lines.map(joinLines);
  });
}

/** Lines beside each other as one. */
export function joinLines(lines: readonly Line[]): Line {
  const [first] = lines;
  return first && lines.length === 1 ? first : lineOf(lines.flatMap(({ pieces }) => pieces));
}

/** Lines by the rows that they stand in, from the top downwards. */
export function toRows<T extends Line>(lines: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && sameRow(first, line)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function sameRow(a: Line, b: Line): boolean {
  const rise = Math.abs(a.y - b.y);
  const large = Math.max(a.size, b.size);
  const isRaised = Math.min(a.size, b.size) < large * 0.85;
  return rise < large * (isRaised ? 0.5 : 0.3);
}
