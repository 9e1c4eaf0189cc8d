/** A table written as two outputs: what is sure, and the rest. */
import type { Diagnostic } from '../diagnostics.js';
import type { OutputPart, Table } from '../domain.js';
import type { FormatName } from './formats.js';
import { partNames } from './filter/selection.js';
import { writeTable, type WriteOptions } from './write-table.js';

/** How a name is divided: `book.csv` becomes `book.sure.csv` and `book.rest.csv`. */
export interface SplitName {
  /** What all names begin with: `book`. */
  readonly base: string;
  /** What follows `.sure` and `.rest`: `.csv`, or nothing. */
  readonly ending: string;
}

/** Divides the name of an output before its last dot; a dot that begins the name stays. */
export function splitName(path: string): SplitName {
  const [whole, base = '', ending = ''] = /^(.*[^/\\])(\.[^./\\]+)$/s.exec(path) ?? [];
  return whole === undefined ? { base: path, ending: '' } : { base, ending };
}

/** The two names of an output. */
export function splitNames(path: string): string[] {
  const { base, ending } = splitName(path);
  return partNames.map((name) => `${base}.${name}${ending}`);
}

/**
 * Writes a table twice, as `writeTable` does: the records that are sure (accepted, edited or linked by a
 * reviewer, or of at least the confidence `splitAt`), then all others. The parts' files are named by
 * what follows the base of the output's name: `.sure.csv` with the ending `.csv`. What is reported of both is added up.
 *
 * @throws AppError as `writeTable`
 */
export async function* writeSplitTable(
  table: Table,
  name: FormatName,
  { splitAt: from = 1, ...options }: WriteOptions,
  ending: string,
  onDiagnostic?: (diagnostic: Diagnostic) => void,
): AsyncGenerator<OutputPart, void, undefined> {
  const said = new Map<string, Diagnostic>();
  const add = (diagnostic: Diagnostic): void => {
    if (!('count' in diagnostic)) return onDiagnostic?.(diagnostic);
    const { count, ...kind } = diagnostic;
    const key = JSON.stringify(kind);
    const before = said.get(key);
    const counted = before !== undefined && 'count' in before ? before.count : 0;
    said.set(key, { ...diagnostic, count: counted + count });
  };
  for (const part of partNames) {
    const own = { ...options, part: { name: part, from } };
    const start = `.${part}${ending}`;
    let empty = true;
    for await (const { file, chunk } of writeTable(table, name, own, add)) {
      empty = false;
      yield { file: start + file, chunk };
    }
    // An output without content is a file, too.
    if (empty) yield { file: start, chunk: '' };
  }
  for (const diagnostic of said.values()) onDiagnostic?.(diagnostic);
}
