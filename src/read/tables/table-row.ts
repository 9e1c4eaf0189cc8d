/** One row of a table of texts. */
export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** The sheet, where a workbook has several. */
  readonly sheet?: string;
}
