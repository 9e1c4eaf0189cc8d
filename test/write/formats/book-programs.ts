/** Real programs that judge what is written; their tests are skipped where a program is missing. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const checker = '/usr/share/java/epubcheck.jar';
const all = process.env['PARALIGN_ALL_PROGRAMS'] !== undefined;

const python = (code: string, ...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync('/usr/bin/python3', ['-c', code, ...args], { encoding: 'utf8' });

/** Whether tests with a module of Debian's Python are skipped. */
export function lacksModule(name: string): boolean {
  return !all && python(`import ${name}`).status !== 0;
}

/** Whether tests with epubcheck are skipped. */
export function lacksEpubcheck(): boolean {
  return !all && !existsSync(checker);
}

/** What a Python script prints as JSON about a file with these bytes. */
export function askPython(code: string, bytes: Uint8Array, ending: string): unknown {
  return inFile(bytes, ending, (path) => {
    const { stdout, stderr, status } = python(code, path);
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
}

/** What epubcheck says about a book. */
export function epubcheck(bytes: Uint8Array): string {
  return inFile(bytes, 'epub', (path) => {
    const { stdout, stderr } = spawnSync('java', ['-jar', checker, path], { encoding: 'utf8' });
    return stdout + stderr;
  });
}

function inFile<T>(bytes: Uint8Array, ending: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-'));
  try {
    const path = join(folder, `file.${ending}`);
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
