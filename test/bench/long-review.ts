/** A review with ten thousand rows in two languages, for the benchmarks of the screen. */
import { reviewFromTable } from '../../src/review/from-table.js';
import type { Review } from '../../src/review/model.js';
import { table } from '../review/fixture.js';
import { seededRandom } from '../seeded-random.js';
import { seedParagraphs } from './places.js';

/** How many rows. */
export const rows = 10_000;

/** The review; a tenth of its rows is in doubt. */
export function longReview(): Review {
  const words = seedParagraphs().join(' ').split(/\s+/);
  const random = seededRandom(1);
  const sentence = () => {
    const start = Math.floor(random() * (words.length - 40));
    return `${words.slice(start, start + 10 + Math.floor(random() * 25)).join(' ')}.`;
  };
  const sources = ['en', 'es'].map((language) => ({
    language,
    sentences: Array.from({ length: rows }, sentence),
  }));
  return reviewFromTable(
    table(
      sources,
      Array.from({ length: rows }, (_, index) => ({
        cells: [[index], [index]],
        confidence: random() < 0.1 ? 0.5 : 0.97,
      })),
    ),
    { model: null, segmented: false },
  );
}
