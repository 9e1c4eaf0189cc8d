import type { Row, Table } from '../domain.js';

/** What is counted and compared of a table: its rows may be made one by one. */
export interface LinkedRows extends Pick<Table, 'sources' | 'streams'> {
  readonly rows: Iterable<Row>;
}
