import { expect, test } from 'vitest';
import { sourcesJson } from '../../../src/cli/output/sources-json.js';

test('is the document that JSON.stringify writes, however long its lists are', () => {
  const item = (n: number): object => ({ number: n, text: 'a "b"\n', place: { page: n, x: [] } });
  const sources = [
    { name: 'a.txt', doubt: { others: [{ probability: 0.5 }, {}] }, sentences: [] },
    { name: 'b\n.txt', sentences: [item(1)] },
    { sentences: Array.from({ length: 3000 }, (_, n) => item(n)) },
  ];
  for (const some of [sources, sources.slice(1, 2), []]) {
    const pieces = [
      ...sourcesJson(
        some.map(({ sentences, ...head }) => ({ head, list: 'sentences', items: sentences })),
      ),
    ];
    expect(pieces.join('')).toBe(`${JSON.stringify({ sources: some }, null, 2)}\n`);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
  }
});
