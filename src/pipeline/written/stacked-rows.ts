/** Files that say which sentences a row has, but not where these are: their texts stand one below the other. */
import type { WrittenCell, WrittenRow, WrittenTable } from '../../read/written/written-table.js';

/**
 * The same table with the places that its cells have where the texts are put together from them, if row by row
 * each text's sentences are in order.
 *
 * @returns the table itself if it says any places, or leaves more open
 */
export function withStackedPlaces(written: WrittenTable): WrittenTable {
  const { sources, rows } = written;
  if (!canBeStacked(written)) return written;
  return {
    ...written,
    rows: {
      length: rows.length,
      *[Symbol.iterator]() {
        const ends = sources.map(() => 0);
        for (const row of rows) yield { ...row, cells: stackedCells(row, ends) };
      },
    },
  };
}

function stackedCells({ cells }: WrittenRow, ends: number[]): WrittenCell[] {
  return cells.map((cell) => {
    const start = ends[cell.source] ?? 0;
    const end = start + cell.text.length;
    ends[cell.source] = end + 1;
    return { ...cell, spans: [{ start, end }] };
  });
}

function canBeStacked({ sources, rows }: WrittenTable): boolean {
  const last = sources.map(() => 0);
  for (const { cells } of rows) {
    for (const { source, spans, sentences } of cells) {
      const first = (last[source] ?? 0) + 1;
      if (spans.length > 0 || sentences.length === 0) return false;
      if (
        sentences.some((number, at) =>
          at === 0 ? number < first : number !== (sentences[at - 1] ?? 0) + 1,
        )
      )
        return false;
      last[source] = sentences.at(-1) ?? 0;
    }
  }
  return rows.length > 0;
}
