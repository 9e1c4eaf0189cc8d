import type { Locator } from '../../../domain.js';

/** Deepest nesting of tables that is counted. */
const mostLevels = 64;

/** Where in the tables of an RTF file a paragraph stands: cells and rows are only known by their ends. */
export class RtfTablePlaces {
  /** For every level of nesting, rows and cells that ended. */
  readonly #levels: { row: number; column: number }[] = [];

  /** The place of a paragraph at a level of nesting; undefined outside of tables, level 0. */
  placeAt(level: number): (Locator & { kind: 'cell' }) | undefined {
    const { row, column } = this.#at(level) ?? {};
    if (row === undefined || column === undefined) return undefined;
    return { kind: 'cell', row: row + 1, column: column + 1 };
  }

  endCell(level: number): void {
    const place = this.#at(level);
    if (place) place.column++;
  }

  endRow(level: number): void {
    const place = this.#at(level);
    if (!place) return;
    place.row++;
    place.column = 0;
  }

  /** Tables inside the level have ended. */
  #at(level: number): { row: number; column: number } | undefined {
    const depth = Math.min(Math.max(level, 0), mostLevels);
    this.#levels.length = Math.min(this.#levels.length, depth);
    while (this.#levels.length < depth) this.#levels.push({ row: 0, column: 0 });
    return this.#levels.at(-1);
  }
}
