/** However busy the program is, or whatever it waits for, a signal ends it at once. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, program, scratch, seed } from './program.js';
import { processorTimeOf, until } from './waiting.js';

let folder = '';

beforeAll(() => {
  folder = scratch();
  execFileSync('mkfifo', [join(folder, 'fifo')]);
  // Enough for some seconds of reading, detecting and splitting in one go.
  const lines = Array.from(
    { length: 200_000 },
    (_, index) => `The house by river ${index} is old.`,
  );
  writeFileSync(join(folder, 'long.txt'), lines.join('\n'));
  writeFileSync(join(folder, 'manifest.csv'), `id,a,b\nx,fifo,${seed(1)}\n`);
});

/** What a run does before the signal: it has taken so much of the processor, or does not take any more. */
const busyFor =
  (ms: number) =>
  (time: number): boolean =>
    time >= ms;
function idle(): (time: number) => boolean {
  let [last, since] = [0, 0];
  return (time) => {
    if (time === 0 || time > last) [last, since] = [time, performance.now()];
    return performance.now() - since > 500;
  };
}

/** How it ended, as a shell counts it, and how much of the processor it took after the signal, in ms. */
async function endedBy(
  signal: NodeJS.Signals,
  args: readonly string[],
  isTime: (taken: number) => boolean,
): Promise<{ code: number; ms: number }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const ended = once(child, 'exit');
  const taken = (): number | undefined => processorTimeOf(child.pid ?? NaN);
  await until('the program is where the signal shall find it', () => isTime(taken() ?? Infinity));
  let last = taken() ?? NaN;
  const before = last;
  child.kill(signal);
  const watch = setInterval(() => (last = taken() ?? last), 10);
  const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
  clearInterval(watch);
  const codes: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
  return { code: code ?? (by === null ? -1 : (codes[by] ?? -1)), ms: last - before };
}

/** Of the processor, not of the clock: a machine that runs other tests makes it no longer. */
const patience = 500;

// Processor time is read from /proc.
describe.skipIf(process.platform !== 'linux')('a signal', () => {
  test.each([
    ['a source', ['segment', 'fifo']],
    ['one of two sources', ['align', 'fifo', seed(1)]],
    ['anchors', ['align', seed(0), seed(1), '--anchors', 'fifo']],
    ['a review', ['convert', 'fifo']],
    ['a manifest', ['batch', 'fifo', '--out', 'out']],
    ['gold', ['score', 'fifo', 'fifo']],
  ] as const)('ends the waiting for a pipe that nobody writes to: %s', async (_, args) => {
    const { code, ms } = await endedBy('SIGTERM', args, idle());
    expect(code).toBe(143);
    expect(ms).toBeLessThan(patience);
  });

  test.each([
    ['segment', 400],
    ['segment', 1000],
    ['detect', 1000],
  ] as const)(
    'ends %s of a long text after %i ms of it, and leaves nothing',
    async (command, busy) => {
      const { code, ms } = await endedBy('SIGINT', [command, 'long.txt'], busyFor(busy));
      expect(code).toBe(130);
      expect(ms).toBeLessThan(patience);
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    },
  );
});
