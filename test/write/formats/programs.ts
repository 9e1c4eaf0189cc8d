/** Other programs that judge what is written. Debian: libxml2-utils, translate-toolkit, gettext, omegat. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether tests of programs that are missing fail instead of being skipped. */
const wantsAll = process.env['PARALIGN_ALL_PROGRAMS'] !== undefined;

/** Whether to skip the tests of a program that is not installed. */
export function lacks(...files: readonly string[]): boolean {
  return !wantsAll && !files.every((file) => existsSync(file));
}

/** What a program printed; fails if it did. */
export function output(program: string, args: readonly string[], input?: string | Buffer): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...(input !== undefined && { input }),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout + stderr;
}

/** The file of a jar or zip. */
export function unzipped(archive: string, file: string): Buffer {
  const { status, stdout, stderr } = spawnSync('unzip', ['-p', archive, file], {
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`unzip ${archive}: ${stderr.toString()}`);
  return stdout;
}
