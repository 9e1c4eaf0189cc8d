/** Runs the built program as a user would: a process of its own, streams apart. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository's root. */
export const root = new URL('../../', import.meta.url).pathname;

/** The program's file, as `bin` in package.json names it. */
export const program = join(root, 'dist/cli/main.js');

/** A seed's path by its number. */
export const seed = (number: number): string => {
  const names = [
    '000_a44dc55b9c05bbeb',
    '001_c6dfc5a8ac7cf315',
    '002_99a4f567e82471d6',
    '003_ea3b10e95197b8ba',
    '004_c35a442cf43b1dba',
  ];
  return join(root, 'seeds', `${names[number] ?? ''}.txt`);
};

/** A folder of the test's own, also for caches and settings. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'paralign-e2e-'));

/** What a run left behind. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** How to run it. */
export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly onStart?: (pid: number) => void;
  /** Node's own flags. */
  readonly nodeFlags?: readonly string[];
}

const ownSettings = scratch();

/** An environment in which no setting of the machine matters. */
export const cleanEnvironment = (more: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: ownSettings,
  TERM: 'xterm-256color',
  ...more,
});

/** Runs `paralign ARGS...` to its end. */
export function paralign(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.nodeFlags ?? []), program, ...args], {
      cwd: options.cwd ?? root,
      env: cleanEnvironment(options.env),
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    if (child.pid !== undefined) options.onStart?.(child.pid);
  });
}
