/** Writes a table to the target of a command: one output, or two if it is divided. */
import type { Diagnostic } from '../../diagnostics.js';
import type { OutputPart, Table } from '../../domain.js';
import type { ProtectedFiles } from '../../platform/protected-files.js';
import type { FormatName } from '../../write/formats.js';
import { isSplit, splitName, splitNames, writeSplitTable } from '../../write/split-table.js';
import { writeTable, type WriteOptions } from '../../write/write-table.js';
import type { Output } from './output.js';
import { checkOutput, writeParts, type OutputCheck, type OutputTarget } from './result.js';

/** The paths of the outputs; none for standard output. */
export function tablePaths({ path }: OutputTarget, options: WriteOptions): readonly string[] {
  if (path === null) return [];
  return splitNames(path, options);
}

/** As `checkOutput`, for each output. */
export async function checkTableOutput(
  target: OutputTarget,
  options: WriteOptions,
  check: OutputCheck,
): Promise<void> {
  const paths = tablePaths(target, options);
  // What a name without an ending is divided into seems to have one: `book.left-out`.
  const hasEnding = target.path === null || splitName(target.path).ending !== '';
  const own = hasEnding ? check : { ...check, endings: null };
  for (const path of paths.length === 0 ? [null] : paths)
    await checkOutput({ ...target, path }, own);
}

/** A table and how it is written. */
export interface WrittenTable {
  readonly table: Table;
  readonly format: FormatName;
  readonly options: WriteOptions;
}

/** What the names of all files begin with, and the files. */
export function tableParts(
  path: string,
  { table, format, options }: WrittenTable,
  onDiagnostic: (diagnostic: Diagnostic) => void,
): { readonly base: string; readonly parts: AsyncIterable<OutputPart> } {
  if (!isSplit(options))
    return { base: path, parts: writeTable(table, format, options, onDiagnostic) };
  const { base, ending } = splitName(path);
  return { base, parts: writeSplitTable(table, format, options, ending, onDiagnostic) };
}

/** Writes the table, whole or not at all. Returns the paths of its files. Throws as `writeTable` and `writeParts`. */
export async function writeTableResult(
  { stdout, warn }: { readonly stdout: Output; warn(diagnostic: Diagnostic): void },
  target: OutputTarget,
  written: WrittenTable,
  inputs: ProtectedFiles,
): Promise<readonly string[]> {
  const { base, parts } = tableParts(target.path ?? '', written, (diagnostic) => {
    warn(diagnostic);
  });
  return writeParts(stdout, { ...target, path: target.path && base }, parts, inputs);
}
