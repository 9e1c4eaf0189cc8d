/** How far V8 lets the heap grow before it collects garbage, for commands that read very long files. */
import { setFlagsFromString } from 'node:v8';
import { sizeOfFiles } from '../platform/start/file-sizes.js';

/** Files of fewer bytes, all together, are done with before a large heap would have to be cleared. */
const longFiles = 32 << 20;
/**
 * Per cent by which the heap may grow beyond what was left by the last collection. V8 allows up to four times as much,
 * for the sake of speed. Measured: docs/speed.md.
 */
const growth = 60;

/** Applies to this thread and those that it starts; does nothing for short files. */
export function tuneHeap(paths: readonly string[]): void {
  if (sizeOfFiles(paths) >= longFiles) setFlagsFromString(`--heap-growing-percent=${growth}`);
}
