/** What the file system knows of a path, asked in two ways. */
import { realpathSync, statSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';

/** What is known of a file. */
export interface FileStatus {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  isFile(): boolean;
  isDirectory(): boolean;
}

/** Looks up paths; undefined for what does not exist or cannot be reached. Links are followed. */
export interface LookUps {
  readonly status: (path: string) => Promise<FileStatus | undefined> | FileStatus | undefined;
  /** The path with all links resolved. */
  readonly realPath: (path: string) => Promise<string | undefined> | string | undefined;
}

/** Looks up paths without asking another thread. */
export interface LookUpsAtOnce extends LookUps {
  readonly status: (path: string) => FileStatus | undefined;
  readonly realPath: (path: string) => string | undefined;
}

/**
 * Waits for the file system: a few microseconds where it is at hand, several times less than asking aside, which
 * tells where thousands of small jobs each look at a few files.
 */
export const atOnce: LookUpsAtOnce = {
  status: (path) => orNothing(() => statSync(path, { bigint: true, throwIfNoEntry: false })),
  realPath: (path) => orNothing(() => realpathSync.native(path)),
};

/** Asks in other threads: for many files, which may be far away. */
export const aside: LookUps = {
  status: (path) => stat(path, { bigint: true }).catch(() => undefined),
  realPath: (path) => realpath(path).catch(() => undefined),
};

function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
