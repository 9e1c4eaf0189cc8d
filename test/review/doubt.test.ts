import { expect, test } from 'vitest';
import { countReview, countToReview } from '../../src/review/doubt.js';
import { progress } from '../../src/review/queue.js';
import type { Review, ReviewRow } from '../../src/review/model.js';
import { seededRandom } from '../seeded-random.js';
import { simpleReview } from './fixture.js';

const side = (stream: number) => ({ stream, values: [`${stream}`], spans: [] });

test('a review that is closed has as many rows to review as one that is open, at any threshold', () => {
  const random = seededRandom(7);
  const pick = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0];
  const rows = simpleReview(400).rows.map((row): ReviewRow => ({
    ...row,
    confidence: pick([0, 0.3, 0.8, random(), 1]),
    status: pick(['unreviewed', 'unreviewed', 'accepted', 'rejected', 'edited']),
    doubt: random() < 0.1,
    method: pick(['parallel', 'parallel', 'manual']),
    checks: random() < 0.1 ? [{ code: 'number', a: side(0), b: side(1) }] : [],
  }));
  const review: Review = { ...simpleReview(1), rows };
  const counts = countReview(review);
  for (const threshold of [0, 0.3, 0.5, 0.8, 0.81, 1]) {
    const { toReview, accepted, rejected, edited } = progress(review, threshold);
    expect(countToReview(counts, threshold)).toBe(toReview);
    expect(counts).toMatchObject({ rows: 400, accepted, rejected, edited });
  }
});
