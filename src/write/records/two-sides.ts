/** Records of two sources as the two sides of a pair. */
import { filledCells, type Cell, type OutputRecord } from './records.js';
import type { OutputHead } from './head.js';

/** What a record has of each of two sources: one cell, or several if a source has several languages. */
export type TwoSides = readonly [readonly Cell[], readonly Cell[]];

/** The cells of a record by their source, whatever their columns. */
export function twoSides(record: Pick<OutputRecord, 'cells'>): TwoSides {
  const cells = filledCells(record);
  return [cells.filter(({ source }) => source === 0), cells.filter(({ source }) => source === 1)];
}

/** The text of a side. */
export function sideText(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join(' ');
}

/** Numbers of a side's sentences in their source, ascending, from 1. */
export function sideNumbers(cells: readonly Cell[]): number[] {
  return cells
    .flatMap(({ sentences }) => sentences.map(({ number }) => number))
    .sort((x, y) => x - y);
}

/** The first language of each of two sources; `und` for a source without sentences. */
export function twoLanguages({ sources }: OutputHead): readonly [string, string] {
  return [sources[0]?.languages[0] ?? 'und', sources[1]?.languages[0] ?? 'und'];
}
