import type { Surroundings } from '../load-files.js';

/** Where a run over files happens: this process by default. */
export function surroundings(options: {
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}): Surroundings {
  const { cwd = process.cwd(), signal = new AbortController().signal } = options;
  return { cwd, streams: { stdin: process.stdin }, signal };
}
