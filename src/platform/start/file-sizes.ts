import { statSync } from 'node:fs';

/** Bytes of some files, all together; 0 for what is no file, or can't be looked at: whoever reads it says so. */
export function sizeOfFiles(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + sizeOf(path), 0);
}

function sizeOf(path: string): number {
  try {
    const info = statSync(path);
    return info.isFile() ? info.size : 0;
  } catch {
    return 0;
  }
}
