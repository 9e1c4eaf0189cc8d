/** A hundred kills of workers and of Redis, at random moments, over a batch of two thousand jobs on a queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalName } from '../../src/platform/job-journal.js';
import { differing, runFaultTrial } from '../e2e/queue-faults.js';
import { seededRandom } from '../seeded-random.js';
import { program } from './places.js';

const jobs = 2000;
const kills = 100;

/** Prints every tenth kill and what was lost; throws if anything was. Needs the program built, and redis-server. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-queue-'));
  let lines = 0;
  const { code, err, undisturbed, disturbed, workersKilled, serversKilled } = await runFaultTrial({
    program,
    folder,
    jobs,
    kills,
    workers: 2,
    random: seededRandom(Date.now()),
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    pause: 1000,
    log: (line) => {
      if (++lines % 10 === 0) process.stdout.write(`${line}\n`);
    },
  });
  const journal = disturbed.get(journalName)?.trim().split('\n').length ?? 0;
  const lost = differing(undisturbed, disturbed);
  process.stdout.write(
    `${workersKilled} workers and ${serversKilled} servers killed: exit ${code}, ${disturbed.size} files, ` +
      `${journal} lines in the journal, ${lost.length} files differ\n${err}`,
  );
  if (code !== 0 || lost.length > 0) throw new Error(`lost: ${lost.join(', ')}; see ${folder}`);
  rmSync(folder, { recursive: true, force: true });
}
