import type { Surroundings } from '../load-files.js';
import type { NamedSource } from './source-reference.js';

/** Where a run over files happens: this process, unless something else is said. */
export function surroundings(options: {
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}): Surroundings {
  const { cwd = process.cwd(), signal = new AbortController().signal } = options;
  return { cwd, streams: { stdin: process.stdin }, signal };
}

/** Sources under their own names and, where people gave them, under the paths that they gave. */
export function namedSources(
  inputs: readonly { readonly name: string }[],
  paths: readonly string[] = [],
): NamedSource[] {
  return inputs.map(({ name }, index) => ({ name, operand: paths[index] ?? name }));
}
