/** The passages of two columns, where the aligner did not look for them. */
import type { PagePassage, PageRow } from './page-data.js';
import { cellRange } from './row-facts.js';

/** Sentences without a partner that a passage may run over. */
const widestGap = 3;

/** The runs of rows that go forward in both columns with small gaps at most. Linear in the rows. */
export function passagesOf(rows: readonly PageRow[], a: number, b: number): PagePassage[] {
  const passages: PagePassage[] = [];
  for (const { cells, crossing, status } of rows) {
    const left = cellRange(cells[a]);
    const right = cellRange(cells[b]);
    if (left === null || right === null || status === 'rejected') continue;
    const moved = crossing === true;
    const last = passages.at(-1);
    if (last?.moved === moved && follows(last.a[1], left[0]) && follows(last.b[1], right[0]))
      passages[passages.length - 1] = {
        a: [last.a[0], left[1]],
        b: [last.b[0], right[1]],
        moved,
      };
    else passages.push({ a: left, b: right, moved });
  }
  return passages;
}

function follows(before: number, next: number): boolean {
  return next > before && next - before - 1 <= widestGap;
}
