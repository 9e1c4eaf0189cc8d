/** From operands to the bytes of files and of standard input, each with a unique name. */
import { basename, resolve } from 'node:path';
import { AppError } from '../errors.js';
import { readInputFile, readStandardInput, resolveInputFile } from '../platform/input-files.js';
import { memberOf, readMember, resolveMember } from './archive-members.js';
import type { FileInput } from './source-input.js';

/** Where operands are looked up and what `-` reads. */
export interface Surroundings {
  readonly cwd: string;
  readonly streams: { readonly stdin: NodeJS.ReadStream };
  /** Stops reading standard input. */
  readonly signal: AbortSignal;
}

/**
 * Reads the files an operand list names; `-` is standard input, at most once. Throws AppError:
 * `given-twice` (exit 2) if two operands are the same file, and what `readInputFile` throws.
 */
export async function loadInputs(
  context: Surroundings,
  operands: readonly string[],
): Promise<FileInput[]> {
  const paths = operands.map((operand) => (operand === '-' ? '-' : resolve(context.cwd, operand)));
  return readAll(operands, paths, () => readStandardInput(context.streams.stdin, context.signal));
}

/** Reads files by absolute path. Throws as `loadInputs`. */
export function loadFiles(paths: readonly string[]): Promise<FileInput[]> {
  return readAll(paths, paths);
}

async function readAll(
  operands: readonly string[],
  paths: readonly string[],
  readStdin?: () => Promise<Uint8Array>,
): Promise<FileInput[]> {
  const isStdin = (path: string): boolean => readStdin !== undefined && path === '-';
  const seen = new Map<string, string>();
  for (const [index, path] of paths.entries()) {
    const operand = operands[index] ?? path;
    const file = isStdin(path)
      ? '-'
      : ((await resolveMember(path)) ?? (await resolveInputFile(path, operand)));
    const before = seen.get(file);
    if (before !== undefined)
      throw new AppError(
        'given-twice',
        `${operand}: given twice${before === operand ? '' : ` (the same file as ${before})`}`,
        { hint: 'name each source only once' },
      );
    seen.set(file, operand);
  }
  const names = sourceNames(operands);
  return Promise.all(
    paths.map(async (path, index) => {
      const operand = operands[index] ?? path;
      return {
        name: names[index] ?? operand,
        operand,
        bytes:
          readStdin !== undefined && path === '-'
            ? await readStdin()
            : await readFile(path, operand),
      };
    }),
  );
}

/** A file, or one inside a zip archive. */
async function readFile(path: string, operand: string): Promise<Uint8Array> {
  const member = await memberOf(path);
  return member ? readMember(member, operand) : readInputFile(path, operand);
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
