/** Where results go: standard output, or a file that appears whole or not at all. */
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
  /** Whether a file that is there may be replaced. */
  readonly clobber: boolean;
}

/** As an open file. */
const standardOutput = 1;

/** What is asked of an output before any work is done. */
export interface OutputCheck {
  /** What the command reads. */
  readonly inputs: ProtectedFiles;
  /** What was said of the format, by name or ending. */
  readonly format: string | null;
  readonly endings: KnownEndings;
}

/**
 * Fails before any work is done when the output can't be created or would replace an input (exit
 * 73), or when its ending is that of another format (exit 2).
 */
export async function checkOutput(
  { path, clobber }: OutputTarget,
  { inputs, format, endings }: OutputCheck,
): Promise<void> {
  // Appended to (>>), an input would grow while it is read.
  await refuseProtected(standardOutput, inputs);
  if (path === null) return;
  await refuseProtected(path, inputs);
  checkEnding(path, format, endings);
  await checkOutputFile(path, { clobber, inputs });
}

/** Writes a result to where it goes. */
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
 * Writes what a format gives to where it goes. Throws AppError `usage` when that is standard output
 * and there is more than one file.
 */
export async function writeParts(
  stdout: Output,
  { path, clobber }: OutputTarget,
  parts: AsyncIterable<OutputPart>,
  inputs: ProtectedFiles,
): Promise<void> {
  if (path !== null) {
    await writeOutputFiles(path, parts, { clobber, inputs });
    return;
  }
  for await (const { file, chunk } of parts) {
    if (file !== '')
      throw new AppError('usage', `the output has a file ${file}: it is more than one`, {
        hint: 'say where they go with -o FILE',
      });
    await writeData(stdout, chunk);
  }
}

/**
 * Writes data to standard output: exact, but on a terminal nothing in it is a command, colours
 * included. Throws AppError `usage` for what is no text there.
 */
export async function writeData(stdout: Output, chunk: string | Uint8Array): Promise<void> {
  if (!stdout.isTerminal) return stdout.write(chunk);
  if (typeof chunk !== 'string')
    throw new AppError('usage', 'the output is no text, and standard output is the terminal', {
      hint: 'say where it goes with -o FILE, or pipe it on',
    });
  return stdout.write(visibleData(chunk));
}
