import { describe, expect, test } from 'vitest';
import { ladderLinks } from '../../../src/read/tables/ladder.js';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';
import { exchangeTable } from './exchange-table.js';
import { written } from './written.js';

describe("hunalign's ladder", () => {
  test('goes from 0 0 to the lengths, with the score of the segment that begins at a rung', async () => {
    const { files, said } = await written(exchangeTable(), 'ladder');
    // The noise is a segment of its own, and so are both sides of what was rejected.
    expect(files['']?.split('\n')).toEqual([
      '0\t0\t0.8313',
      '1\t1\t0',
      '2\t1\t0.8313',
      '4\t2\t0',
      '5\t2\t0',
      '6\t2\t0',
      '6\t3\t0',
      '',
    ]);
    expect(said).toEqual([{ code: 'rejected-unaligned', count: 1 }]);
  });

  test('read back has the same links', async () => {
    const { files } = await written(exchangeTable(), 'ladder');
    const links = ladderLinks('x.ladder', files[''] ?? '');
    expect(links.map(({ sides }) => sides.map(({ sentences }) => sentences))).toEqual([
      [[1], [1]],
      [[3, 4], [2]],
    ]);
  });

  test('leaves out as few links that cross as possible, and says so', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['1', '2', '3', '4']), makeSource('b', 'es', ['a', 'b', 'c', 'd'])],
      [makeRow([[0], [3]]), makeRow([[1], [0]]), makeRow([[2], [1]]), makeRow([[3], [2]])],
    );
    const { files, said } = await written(table, 'ladder');
    expect(files['']).toBe('0\t0\t0\n1\t0\t0.8313\n2\t1\t0.8313\n3\t2\t0.8313\n4\t3\t0\n4\t4\t0\n');
    expect(said).toEqual([{ code: 'crossing-unaligned', count: 1 }]);
  });

  test('of two empty texts is one rung', async () => {
    const table = makeTable([makeSource('a', 'en', []), makeSource('b', 'es', [])], []);
    expect((await written(table, 'ladder')).files['']).toBe('0\t0\t0\n');
  });
});
