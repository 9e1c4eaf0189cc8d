/** Runs a program to its end and watches it and everything it starts: Linux only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync, closeSync } from 'node:fs';

/** What a program and all it started took. */
export interface TreeCost {
  /** Seconds by the wall. */
  readonly wall: number;
  /** Seconds of computing, on all cores. */
  readonly cpu: number;
  /** The most resident memory at one time, of all processes together, in MB. */
  readonly memory: number;
  /** Null if a signal ended it. */
  readonly status: number | null;
  /** The end of what it wrote to standard error. */
  readonly said: string;
}

/** Between two looks at the memory, in ms. */
const pause = 250;
const gnuTime = '/usr/bin/time';
/** Written by GNU time as the last line. */
const marker = 'TREE-COST';

/** Runs it; what it prints goes to a file. */
export async function runTree(
  program: string,
  args: readonly string[],
  output: string,
): Promise<TreeCost> {
  const begun = performance.now();
  const file = openSync(output, 'w');
  const child = spawn(gnuTime, ['-f', `${marker} %U %S %M`, program, ...args], {
    stdio: ['ignore', file, 'pipe'],
  });
  closeSync(file);
  let said = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (said = (said + text).slice(-4000)));
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, treeMemory(child.pid ?? 0))), pause);
  await once(child, 'close');
  clearInterval(timer);
  const wall = (performance.now() - begun) / 1000;
  const [, user, system, largest] = new RegExp(`${marker} (\\S+) (\\S+) (\\S+)`).exec(said) ?? [];
  return {
    wall,
    cpu: Number(user) + Number(system),
    // A process may have had more between two looks.
    memory: Math.max(most, Number(largest) / 1024),
    status: child.exitCode,
    said: said.replace(new RegExp(`${marker}.*\\s*$`), ''),
  };
}

/** Resident memory of the processes that this one started, and that they started, in MB. */
function treeMemory(root: number): number {
  const found = new Map<number, { readonly parent: number; readonly pages: number }>();
  for (const name of readdirSync('/proc')) {
    // They have higher numbers, which are given out in turn.
    if (!/^\d+$/.test(name) || Number(name) <= root) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // Behind the name, which may hold anything: state, parent ... resident pages.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      found.set(Number(name), { parent: Number(fields[1]), pages: Number(fields[21]) });
    } catch {
      // It has ended since.
    }
  }
  let pages = 0;
  for (const [id, own] of found) {
    let at: number | undefined = id;
    while (at !== undefined && at !== root) at = found.get(at)?.parent;
    if (at === root) pages += own.pages;
  }
  return (pages * 4096) / 2 ** 20;
}
