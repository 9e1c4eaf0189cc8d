/** However busy the program is, or whatever it waits for, a signal ends it at once. */
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, program, scratch, seed } from './program.js';

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

/** How it ended, as a shell counts it, and after how many ms. */
async function endedBy(
  signal: NodeJS.Signals,
  args: readonly string[],
  delay: number,
): Promise<{ code: number; ms: number }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const ended = new Promise<{ code: number }>((resolve) =>
    child.on('exit', (code, by) => {
      const codes: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
      resolve({ code: code ?? (by === null ? -1 : (codes[by] ?? -1)) });
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, delay));
  const start = performance.now();
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  const { code } = await ended;
  clearTimeout(late);
  return { code, ms: performance.now() - start };
}

/** Half a second is what holds; a machine that runs other tests gets some more. */
const patience = 2000;

describe.skipIf(process.platform === 'win32')('a signal', () => {
  test.each([
    ['a source', ['segment', 'fifo']],
    ['one of two sources', ['align', 'fifo', seed(1)]],
    ['anchors', ['align', seed(0), seed(1), '--anchors', 'fifo']],
    ['a review', ['convert', 'fifo']],
    ['a manifest', ['batch', 'fifo', '--out', 'out']],
    ['gold', ['score', 'fifo', 'fifo']],
  ] as const)('ends the waiting for a pipe that nobody writes to: %s', async (_, args) => {
    const { code, ms } = await endedBy('SIGTERM', args, 800);
    expect(code).toBe(143);
    expect(ms).toBeLessThan(patience);
  });

  test.each([
    ['segment', 700],
    ['segment', 1500],
    ['detect', 1500],
  ] as const)('ends %s of a long text after %i ms, and leaves nothing', async (command, delay) => {
    const { code, ms } = await endedBy('SIGINT', [command, 'long.txt'], delay);
    expect(code).toBe(130);
    expect(ms).toBeLessThan(patience);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
