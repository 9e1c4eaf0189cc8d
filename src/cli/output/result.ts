/** Where results go: standard output, or a file that appears whole or not at all. */
import { checkOutputFile, writeOutputFile } from '../../platform/output-files.js';
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
