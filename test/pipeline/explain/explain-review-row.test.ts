import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { alignSources } from '../../../src/pipeline/align-sources.js';
import { explainReviewRow } from '../../../src/pipeline/explain/explain-review-row.js';
import { reviewFromTable } from '../../../src/review/from-table.js';

const seed = (name: string) => ({
  name,
  text: readFileSync(new URL(`../../../seeds/${name}`, import.meta.url), 'utf8'),
});

test('the explanation of a row says what was found in the texts as wholes', async () => {
  const embedder = await loadEmbedder();
  const table = await alignSources(
    [seed('000_a44dc55b9c05bbeb.txt'), seed('001_c6dfc5a8ac7cf315.txt')],
    { embedder, checks: false },
  );
  const review = reviewFromTable(table, { model: null, segmented: false });
  const row = review.rows.find(({ cells }) => cells.every((cell) => cell.length > 0));
  const lines = await explainReviewRow(review, row!.id, embedder);
  expect(lines.at(-1)).toMatch(
    /^The texts a en and b en: The texts run in parallel: read in order/,
  );
  await embedder.close();
});
