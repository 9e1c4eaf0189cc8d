/** Waiting for what other processes do, however slow the machine: for the event, never for a time. */
import { readdirSync, readFileSync } from 'node:fs';
import { vi } from 'vitest';

/** Long enough for a machine under load, and less than a test may take, so that the error says what never came. */
const patience = 200_000;

/** Waits until something is so; `what` names it in the error when it never is. */
export const until = (what: string, isSo: () => boolean): Promise<void> =>
  vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`waited in vain: ${what}`);
    },
    { timeout: patience, interval: 10 },
  );

/** The fields of `/proc/PID/stat` after the name, its state first; undefined if there is no such process. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Processes that a process has started and that still belong to it. */
export function childrenOf(parent: number | undefined): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)?.[1]) === parent);
}

/** Whether a process runs: one that has ended may be listed until its parent asks for its exit code. */
export const isRunning = (pid: number): boolean => {
  const state = statOf(pid)?.[0];
  return state !== undefined && state !== 'Z';
};

/** Milliseconds of the processor that a running process has taken so far; undefined once it has ended. */
export function processorTimeOf(pid: number): number | undefined {
  const stat = statOf(pid);
  if (stat === undefined || stat[0] === 'Z') return undefined;
  // User and system time, in ticks, of which Linux shows a hundred a second.
  return (Number(stat[11]) + Number(stat[12])) * 10;
}
