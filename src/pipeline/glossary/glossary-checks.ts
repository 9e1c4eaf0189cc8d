import { Checker } from '../../check/checker.js';
import type { Table } from '../../domain.js';
import type { Glossary } from '../../text/terms/glossary.js';

/** A table that is aligned already, with what a glossary says about its rows besides their other checks. */
export function withGlossaryChecks(table: Table, glossary: Glossary | undefined): Table {
  if (glossary === undefined) return table;
  const checker = new Checker(table.streams, table.rows, undefined, glossary);
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      checks: [
        ...row.checks.filter(({ code }) => code !== 'glossary'),
        ...checker.checkGlossary(row),
      ],
    })),
  };
}
