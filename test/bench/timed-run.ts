/** Runs a program under GNU time: what a user waits for, what it computes, and its memory. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one or several programs took together. */
export interface Cost {
  /** Seconds by the wall. */
  readonly wall: number;
  /** Seconds of computing, on all cores. */
  readonly cpu: number;
  /** Largest resident memory, in MB. */
  readonly memory: number;
}

export const noCost: Cost = { wall: 0, cpu: 0, memory: 0 };

/** One after the other. */
export function add(one: Cost, other: Cost): Cost {
  return {
    wall: one.wall + other.wall,
    cpu: one.cpu + other.cpu,
    memory: Math.max(one.memory, other.memory),
  };
}

/** How a program is started. */
export interface Start {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

const gnuTime = '/usr/bin/time';
let runs = 0;

/** Runs a program to its end; returns what it wrote. Throws if it fails. */
export function runTimed(
  program: string,
  args: readonly string[],
  { env = process.env, cwd = process.cwd() }: Start = {},
): { readonly output: string; readonly cost: Cost } {
  if (!existsSync(gnuTime)) throw new Error(`${gnuTime} is missing: install GNU time`);
  runs += 1;
  const report = join(tmpdir(), `paralign-time-${process.pid}-${runs}`);
  const start = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(
    gnuTime,
    ['-q', '-o', report, '-f', '%U %S %M', program, ...args],
    { encoding: 'utf8', maxBuffer: 2 ** 30, env, cwd },
  );
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) {
    throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stderr.slice(-2000)}`);
  }
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(report, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  rmSync(report);
  return { output: stdout, cost: { wall, cpu: user + system, memory: kilobytes / 1024 } };
}
