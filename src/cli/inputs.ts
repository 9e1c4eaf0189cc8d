/** From operands to sources: files and standard input, each under a name of its own. */
import { basename, resolve } from 'node:path';
import { AppError, ExitCode } from '../errors.js';
import { readInputFile, readStandardInput, resolveInputFile } from '../platform/input-files.js';
import type { CommandContext } from './command.js';

/** A source as read from disk, not yet decoded. */
export interface SourceInput {
  /** What outputs call it: the file's name, with as much of its path as it takes to tell two apart. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the sources an operand list names; `-` is standard input, at most once. Throws AppError:
 * `given-twice` (exit 2) when two operands are the same file, and what `readInputFile` throws.
 */
export async function loadInputs(
  context: Pick<CommandContext, 'streams' | 'cwd'>,
  operands: readonly string[],
): Promise<SourceInput[]> {
  const seen = new Map<string, string>();
  for (const operand of operands) {
    const file = operand === '-' ? '-' : await resolveInputFile(resolve(context.cwd, operand));
    const before = seen.get(file);
    if (before !== undefined)
      throw new AppError(
        'given-twice',
        `${operand}: given twice${before === operand ? '' : ` (it is the same file as ${before})`}`,
        { exitCode: ExitCode.usage, hint: 'name every source once' },
      );
    seen.set(file, operand);
  }
  const names = sourceNames(operands);
  return Promise.all(
    operands.map(async (operand, index) => ({
      name: names[index] ?? operand,
      bytes:
        operand === '-'
          ? await readStandardInput(context.streams.stdin)
          : await readInputFile(resolve(context.cwd, operand)),
    })),
  );
}

/** The shortest ends of the paths that differ from each other; `stdin` for `-`. */
export function sourceNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => (path === '-' ? ['stdin'] : path.split(/[\\/]+/)));
  const tail = (index: number, count: number): string =>
    parts[index]?.slice(-count).join('/') ?? '';
  return paths.map((path, index) => {
    const longest = Math.max(...parts.map((names) => names.length));
    for (let count = 1; count <= longest; count++) {
      const name = tail(index, count);
      const clashes = paths.some((_, other) => other !== index && tail(other, count) === name);
      if (!clashes) return name;
    }
    return basename(path);
  });
}
