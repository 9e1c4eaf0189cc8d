import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReviewFile } from '../../src/platform/review/review-file.js';
import { simpleReview } from '../review/fixture.js';
import { seededRandom } from '../seeded-random.js';
import { killOnce } from './killing.js';
import { program, scratch } from './program.js';

// 200 of them: npm run bench -- review-kill
test('kill -9 at any moment loses nothing that was acknowledged', async () => {
  const folder = scratch();
  const path = join(folder, 'book.paralign');
  (await createReviewFile(path, simpleReview(200))).store.close();
  const random = seededRandom(Date.now());
  let kept = 0;
  for (let round = 0; round < 8; round++) kept = (await killOnce(path, random, program)).kept;
  expect(kept).toBeGreaterThan(20);
  rmSync(folder, { recursive: true, force: true });
});
