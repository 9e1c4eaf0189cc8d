/** How far V8 lets the heap grow before it collects garbage, for commands that read very long files. */
import { statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** Files of fewer bytes, all together, are done with before a large heap would have to be cleared. */
const longFiles = 32 << 20;
/**
 * Per cent by which the heap may grow beyond what was left by the last collection. V8 allows up to four times as much,
 * for the sake of speed. Measured: docs/speed.md.
 */
const growth = 60;

/** Applies to this thread and those that it starts; does nothing for short files. */
export function tuneHeap(paths: readonly string[]): void {
  const bytes = paths.reduce((sum, path) => sum + bytesOf(path), 0);
  if (bytes >= longFiles) setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/** 0 for what is no file, or can't be looked at: whoever reads it says so. */
function bytesOf(path: string): number {
  try {
    const info = statSync(path);
    return info.isFile() ? info.size : 0;
  } catch {
    return 0;
  }
}
