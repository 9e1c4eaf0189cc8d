/** Where results go: standard output, or a file that is written completely or not at all. */
import type { OutputPart } from '../../domain.js';
import { AppError } from '../../errors.js';
import { checkOutputFile, writeOutputFile, writeOutputFiles } from '../../platform/output-files.js';
import { refuseProtected, type ProtectedFiles } from '../../platform/protected-files.js';
import { visibleData } from '../../terminal/safe-text.js';
import { checkEnding, type KnownEndings } from './check-ending.js';
import type { Output } from './output.js';

/** Where a result goes. */
export interface OutputTarget {
  /** Absolute path of a file; null for standard output. */
  readonly path: string | null;
  /** Whether an existing file may be replaced. */
  readonly clobber: boolean;
}

/** Its file descriptor. */
const standardOutput = 1;

/** What an output is checked against before any work is done. */
export interface OutputCheck {
  /** Everything that the command reads. */
  readonly inputs: ProtectedFiles;
  /** The format given by name or by the ending. */
  readonly format: string | null;
  /** Null where the name's ending says nothing. */
  readonly endings: KnownEndings | null;
}

/**
 * Fails before any work is done if the output cannot be created or would replace an input (exit
 * 73), or if its ending belongs to another format (exit 2).
 */
export async function checkOutput(
  { path, clobber }: OutputTarget,
  { inputs, format, endings }: OutputCheck,
): Promise<void> {
  // With >>, an input would grow while it is being read.
  await refuseProtected(standardOutput, inputs);
  if (path === null) return;
  await refuseProtected(path, inputs);
  if (endings !== null) checkEnding(path, format, endings);
  await checkOutputFile(path, { clobber, inputs });
}

/** Writes a result to its target. */
export async function writeResult(
  stdout: Output,
  { path, clobber }: OutputTarget,
  chunks: Iterable<string | Uint8Array>,
  inputs: ProtectedFiles,
): Promise<void> {
  if (path !== null) return writeOutputFile(path, chunks, { clobber, inputs });
  for (const chunk of chunks) await writeData(stdout, chunk);
}

/**
 * Writes the files of a format to the target. Returns their paths; none for standard output. Throws AppError `usage` if the target is standard
 * output and there is more than one file.
 */
export async function writeParts(
  stdout: Output,
  { path, clobber }: OutputTarget,
  parts: AsyncIterable<OutputPart>,
  inputs: ProtectedFiles,
): Promise<readonly string[]> {
  if (path !== null) return writeOutputFiles(path, parts, { clobber, inputs });
  for await (const { file, chunk } of parts) {
    if (file !== '')
      throw new AppError(
        'usage',
        `the output also has a file ${file}, and standard output can take only one`,
        {
          hint: 'write them with -o FILE',
        },
      );
    await writeData(stdout, chunk);
  }
  return [];
}

/**
 * Writes data to standard output: exactly, except that a terminal gets control sequences escaped,
 * including colours. Throws AppError `usage` for binary data on a terminal.
 */
export async function writeData(stdout: Output, chunk: string | Uint8Array): Promise<void> {
  if (!stdout.isTerminal) return stdout.write(chunk);
  if (typeof chunk !== 'string')
    throw new AppError('usage', 'the output is binary, and standard output is a terminal', {
      hint: 'write it with -o FILE, or redirect it',
    });
  return stdout.write(visibleData(chunk));
}
