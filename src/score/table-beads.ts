import type { LinkedRows } from './linked-rows.js';
import type { NumberedBead } from './vecalign-notation.js';

/** Shared by half a million beads. */
const none: readonly number[] = [];

/**
 * The beads of a table's first two sources, as the vecalign format would have them: rejected rows and
 * what links no sources count as sentences without a partner, and noise, too.
 */
export function tableBeads({ sources, streams, rows }: LinkedRows): NumberedBead[] {
  const linked: NumberedBead[] = [];
  // Of linked sentences only: a long text has few.
  const taken = [new Set<number>(), new Set<number>()] as const;
  for (const { cells, status } of rows) {
    if (status === 'rejected') continue;
    const numbers = (source: number): number[] =>
      cells
        .flatMap((positions, index) => {
          const stream = streams[index];
          return stream?.source === source
            ? positions.flatMap((position) => stream.sentences[position]?.number ?? [])
            : [];
        })
        .sort((x, y) => x - y);
    const [a, b] = [numbers(0), numbers(1)];
    if (a.length === 0 || b.length === 0) continue;
    for (const number of a) taken[0].add(number);
    for (const number of b) taken[1].add(number);
    linked.push({ a: a.map((number) => number - 1), b: b.map((number) => number - 1) });
  }
  const alone = (source: 0 | 1): NumberedBead[] =>
    (sources[source]?.sentences ?? [])
      .filter(({ number }) => !taken[source].has(number))
      .map(({ number }) => ({
        a: source === 0 ? [number - 1] : none,
        b: source === 1 ? [number - 1] : none,
      }));
  return [...linked, ...alone(0), ...alone(1)];
}
