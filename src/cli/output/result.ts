/** Where results go: standard output, or a file that appears whole or not at all. */
import { resolve } from 'node:path';
import { checkOutputFile, writeOutputFile } from '../../platform/output-files.js';
import type { Output } from './output.js';
import type { ParsedArguments } from '../arguments/option-spec.js';

/** The file `-o` names, absolute; undefined for standard output (no `-o`, or `-`). */
export function outputPath(
  context: { readonly cwd: string },
  args: ParsedArguments,
): string | undefined {
  const output = args.text('output');
  return output === undefined || output === '-' ? undefined : resolve(context.cwd, output);
}

/**
 * Fails before any work is done when the output can't be created (exit 73). For commands with
 * `outputOptions.output` and `outputOptions.clobber`.
 */
export async function checkOutput(
  context: { readonly cwd: string },
  args: ParsedArguments,
): Promise<void> {
  const path = outputPath(context, args);
  if (path !== undefined) await checkOutputFile(path, { clobber: args.flag('clobber') });
}

/** Writes a result to where `-o` says. */
export async function writeResult(
  context: { readonly cwd: string; readonly stdout: Output },
  args: ParsedArguments,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  const path = outputPath(context, args);
  if (path !== undefined) return writeOutputFile(path, chunks);
  for (const chunk of chunks) await context.stdout.write(chunk);
}
