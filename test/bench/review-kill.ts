/** Two hundred reviews killed at random moments (`kill -9`), one after the other on the same file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReviewFile } from '../../src/platform/review/review-file.js';
import { killOnce } from '../e2e/killing.js';
import { simpleReview } from '../review/fixture.js';
import { seededRandom } from '../seeded-random.js';
import { program } from './places.js';

const rounds = 200;

/** Prints a line now and then, and the sum; throws at the first loss. Needs the program built. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-kill-'));
  const path = join(folder, 'book.paralign');
  (await createReviewFile(path, simpleReview(300))).store.close();
  const random = seededRandom(Date.now());
  let acknowledged = 0;
  let inFlight = 0;
  let last = 0;
  for (let round = 1; round <= rounds; round++) {
    const result = await killOnce(path, random, program);
    acknowledged += result.acknowledged - last;
    inFlight += result.kept - result.acknowledged;
    last = result.kept;
    if (round % 20 === 0)
      process.stdout.write(`${round} kills, ${acknowledged} steps acknowledged, none lost\n`);
  }
  process.stdout.write(
    `${rounds} kills: ${acknowledged} steps acknowledged, 0 lost, ${inFlight} written but not yet acknowledged\n`,
  );
  rmSync(folder, { recursive: true, force: true });
}
