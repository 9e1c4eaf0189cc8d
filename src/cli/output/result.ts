/** Where results go: standard output, or a file that appears whole or not at all. */
import { resolve } from 'node:path';
import { checkOutputFile, writeOutputFile, writeOutputFiles } from '../../platform/output-files.js';
import type { OutputPart } from '../../domain.js';
import { AppError } from '../../errors.js';
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

/**
 * Writes what a format gives to where `-o` says. Throws AppError `usage` when that is standard
 * output and there is more than one file.
 */
export async function writeParts(
  context: { readonly cwd: string; readonly stdout: Output },
  args: ParsedArguments,
  parts: AsyncIterable<OutputPart>,
): Promise<void> {
  const path = outputPath(context, args);
  if (path !== undefined) {
    await writeOutputFiles(path, parts, { clobber: args.flag('clobber') });
    return;
  }
  for await (const { file, chunk } of parts) {
    if (file !== '')
      throw new AppError('usage', `the output has a file ${file}: it is more than one`, {
        hint: 'say where they go with -o FILE',
      });
    await context.stdout.write(chunk);
  }
}
