/** Where results go: standard output, or a file that appears whole or not at all. */
import type { OutputPart } from '../../domain.js';
import { AppError } from '../../errors.js';
import { checkOutputFile, writeOutputFile, writeOutputFiles } from '../../platform/output-files.js';
import type { Output } from './output.js';

/** Where a result goes. */
export interface OutputTarget {
  /** Absolute path of a file; null for standard output. */
  readonly path: string | null;
  /** Whether a file that is there may be replaced. */
  readonly clobber: boolean;
}

/** Fails before any work is done when the output can't be created (exit 73). */
export async function checkOutput({ path, clobber }: OutputTarget): Promise<void> {
  if (path !== null) await checkOutputFile(path, { clobber });
}

/** Writes a result to where it goes. */
export async function writeResult(
  stdout: Output,
  { path }: OutputTarget,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  if (path !== null) return writeOutputFile(path, chunks);
  for (const chunk of chunks) await stdout.write(chunk);
}

/**
 * Writes what a format gives to where it goes. Throws AppError `usage` when that is standard output
 * and there is more than one file.
 */
export async function writeParts(
  stdout: Output,
  { path, clobber }: OutputTarget,
  parts: AsyncIterable<OutputPart>,
): Promise<void> {
  if (path !== null) {
    await writeOutputFiles(path, parts, { clobber });
    return;
  }
  for await (const { file, chunk } of parts) {
    if (file !== '')
      throw new AppError('usage', `the output has a file ${file}: it is more than one`, {
        hint: 'say where they go with -o FILE',
      });
    await stdout.write(chunk);
  }
}
