/** A table written as several outputs: what is sure and the rest, and what filters leave out. */
import type { Diagnostic } from '../diagnostics.js';
import type { OutputPart, Table } from '../domain.js';
import type { FormatName } from './formats.js';
import { partNames, type Selection } from './filter/selection.js';
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

/** Whether a table is written as more than one output. */
export function isSplit({ splitAt, leftOut = false }: WriteOptions = {}): boolean {
  return splitAt !== undefined || leftOut;
}

/** One of the outputs: what its name has between base and ending, and the records that it has. */
export interface SplitPart {
  /** `.sure`, `.rest`, `.left-out`, or nothing. */
  readonly suffix: string;
  readonly selection: Pick<Selection, 'part' | 'refused'>;
}

/** The outputs of a table, in the order in which they are written. */
export function splitParts({ splitAt: from, leftOut = false }: WriteOptions): SplitPart[] {
  const kept =
    from === undefined
      ? [{ suffix: '', selection: {} }]
      : partNames.map((name) => ({ suffix: `.${name}`, selection: { part: { name, from } } }));
  return leftOut ? [...kept, { suffix: '.left-out', selection: { refused: true } }] : kept;
}

/** The names of the outputs. */
export function splitNames(path: string, options: WriteOptions): string[] {
  const { base, ending } = splitName(path);
  return splitParts(options).map(({ suffix }) => `${base}${suffix}${ending}`);
}

/**
 * Writes a table several times, as `writeTable` does: the records that are sure (accepted, edited or linked by a
 * reviewer, or of at least the confidence `splitAt`), then all others, then those that filters leave out. The parts' files
 * are named by what follows the base of the output's name: `.sure.csv` with the ending `.csv`. What is reported of them is
 * added up.
 *
 * @throws AppError as `writeTable`
 */
export async function* writeSplitTable(
  table: Table,
  name: FormatName,
  options: WriteOptions,
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
  const { splitAt: _splitAt, leftOut: _leftOut, ...shared } = options;
  // Each part of what is divided by confidence sees what the filters leave out: it is reported once.
  for (const { suffix, selection } of splitParts(options)) {
    const own = { ...shared, ...selection };
    const start = `${suffix}${ending}`;
    let empty = true;
    for await (const { file, chunk } of writeTable(
      table,
      name,
      own,
      selection.refused ? undefined : add,
    )) {
      empty = false;
      yield { file: start + file, chunk };
    }
    // An output without content is a file, too.
    if (empty) yield { file: start, chunk: '' };
  }
  for (const diagnostic of said.values()) onDiagnostic?.(diagnostic);
}
