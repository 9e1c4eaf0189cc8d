import { describe, expect, test } from 'vitest';
import { groupAlignments } from '../../src/align/groups.js';
import type { Alignment, Bead, Stream } from '../../src/domain.js';
import { seededRandom } from '../seeded-random.js';

function stream(source: number, length: number): Stream {
  const sentences = Array.from({ length }, (_, k) => ({
    number: k + 1,
    paragraph: 1,
    language: 'en',
    text: `${source}.${k}`,
    noise: null,
    start: 10 * k,
    end: 10 * k + 9,
  }));
  return { source, language: 'en', sentences };
}

function bead(a: number[], b: number[], confidence = 0.9, crossing = false): Bead {
  return { a, b, score: confidence, confidence, method: 'parallel', crossing };
}

/** An alignment from its pairs; what they leave out stands alone. */
function alignment(
  a: number,
  b: number,
  streams: readonly Stream[],
  pairs: readonly Bead[],
): Alignment {
  const lone = (side: 'a' | 'b', stream: Stream): Bead[] =>
    [...stream.sentences.keys()]
      .filter((position) => !pairs.some((pair) => pair[side].includes(position)))
      .map((position) => (side === 'a' ? bead([position], []) : bead([], [position])));
  const beads = [...pairs, ...lone('a', streams[a]!), ...lone('b', streams[b]!)];
  return { a, b, mode: 'parallel', reason: '', beads };
}

const cells = (groups: ReturnType<typeof groupAlignments>): string[] =>
  groups.map((group) => group.cells.map((cell) => cell.join(',')).join('|'));

describe('rows over several streams', () => {
  test('with two streams the rows are the beads, in reading order', () => {
    const streams = [stream(0, 4), stream(1, 4)];
    const pairs = [bead([0], [0]), bead([1, 2], [2])];
    const groups = groupAlignments(streams, [alignment(0, 1, streams, pairs)]);
    expect(cells(groups)).toEqual(['0|0', '|1', '1,2|2', '3|', '|3']);
  });

  test('links of three texts make one row', () => {
    const streams = [stream(0, 2), stream(1, 2), stream(2, 2)];
    const both = [bead([0], [0]), bead([1], [1])];
    const groups = groupAlignments(streams, [
      alignment(0, 1, streams, both),
      alignment(0, 2, streams, both),
      alignment(1, 2, streams, both),
    ]);
    expect(cells(groups)).toEqual(['0|0|0', '1|1|1']);
  });

  test('two texts are joined through a third that knows both', () => {
    const streams = [stream(0, 1), stream(1, 1), stream(2, 1)];
    const groups = groupAlignments(streams, [
      alignment(0, 1, streams, []),
      alignment(0, 2, streams, [bead([0], [0])]),
      alignment(1, 2, streams, [bead([0], [0], 0.7)]),
    ]);
    expect(cells(groups)).toEqual(['0|0|0']);
    expect(groups[0]!.confidence).toBe(0.7);
  });

  test('where links contradict each other the weakest is cut', () => {
    const streams = [stream(0, 3), stream(1, 1), stream(2, 1)];
    const groups = groupAlignments(streams, [
      alignment(0, 1, streams, [bead([0], [0], 0.9)]),
      alignment(0, 2, streams, [bead([2], [0], 0.4)]),
      alignment(1, 2, streams, [bead([0], [0], 0.8)]),
    ]);
    expect(cells(groups)).toEqual(['0|0|0', '1||', '2||']);
    // It may have belonged to the row after all.
    expect(groups[2]!.confidence).toBeCloseTo(0.6);
  });

  test('sentences that a bead joins need not be neighbours', () => {
    const streams = [stream(0, 3), stream(1, 2)];
    const groups = groupAlignments(streams, [alignment(0, 1, streams, [bead([0, 2], [1])])]);
    expect(cells(groups)).toContain('0,2|1');
  });

  test('a row holds one stream of a source, unless there is only that source', () => {
    const streams = [stream(0, 1), stream(0, 1), stream(1, 1)];
    const all = [
      alignment(0, 1, streams, [bead([0], [0], 0.5)]),
      alignment(0, 2, streams, [bead([0], [0], 0.9)]),
      alignment(1, 2, streams, []),
    ];
    expect(cells(groupAlignments(streams, all))).toEqual(['0||0', '|0|']);
    expect(cells(groupAlignments(streams.slice(0, 2), all.slice(0, 1)))).toEqual(['0|0']);
  });

  test('what a person fixed outlives what is more confident', () => {
    const streams = [stream(0, 3), stream(1, 1), stream(2, 1)];
    const fixed: Bead = { ...bead([2], [0], 0.3), method: 'anchor' };
    const groups = groupAlignments(streams, [
      alignment(0, 1, streams, [bead([0], [0], 0.9)]),
      alignment(0, 2, streams, [fixed]),
      alignment(1, 2, streams, [bead([0], [0], 0.8)]),
    ]);
    expect(cells(groups)).toContain('2||0');
  });

  test('the pivot leads: rows follow it and never hold two of its beads', () => {
    const streams = [stream(0, 2), stream(1, 2), stream(2, 2)];
    const swapped = [bead([0], [1], 0.9, true), bead([1], [0], 0.9)];
    const groups = groupAlignments(
      streams,
      [
        alignment(0, 1, streams, swapped),
        alignment(0, 2, streams, [bead([0, 1], [0], 0.95)]),
        alignment(1, 2, streams, [bead([0], [0], 0.5), bead([1], [1], 0.5)]),
      ],
      { pivot: 1 },
    );
    expect(groups.map((group) => group.cells[1]!.join())).toEqual(['0', '1']);
  });

  test('boundaries that disagree everywhere do not swallow the whole text', () => {
    const length = 60;
    const streams = [stream(0, length), stream(1, length), stream(2, length)];
    const ones = Array.from({ length }, (_, k) => bead([k], [k], 0.9));
    const twos = Array.from({ length: length / 2 - 1 }, (_, k) =>
      bead([2 * k + 1, 2 * k + 2], [2 * k + 1, 2 * k + 2], 0.5),
    );
    const pairs = Array.from({ length: length / 2 }, (_, k) =>
      bead([2 * k, 2 * k + 1], [2 * k, 2 * k + 1], 0.4),
    );
    const groups = groupAlignments(streams, [
      alignment(0, 1, streams, ones),
      alignment(0, 2, streams, twos),
      alignment(1, 2, streams, pairs),
    ]);
    for (const group of groups) {
      for (const cell of group.cells) expect(cell.length).toBeLessThanOrEqual(8);
    }
  });

  test('every sentence of every stream is there exactly once, whatever the links', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed);
      const count = 2 + Math.floor(random() * 4);
      const streams = Array.from({ length: count }, (_, k) =>
        stream(random() < 0.3 ? 0 : k, Math.floor(random() * 12)),
      );
      const alignments: Alignment[] = [];
      for (let a = 0; a < count; a++) {
        for (let b = a + 1; b < count; b++) {
          alignments.push(alignment(a, b, streams, randomPairs(streams, a, b, random)));
        }
      }
      const groups = groupAlignments(streams, alignments);
      streams.forEach((own, index) => {
        const seen = groups.flatMap((group) => group.cells[index]!).sort((x, y) => x - y);
        expect(seen).toEqual([...own.sentences.keys()]);
      });
      expect(groupAlignments(streams, alignments)).toEqual(groups);
    }
  });
});

function randomPairs(
  streams: readonly Stream[],
  a: number,
  b: number,
  random: () => number,
): Bead[] {
  const pairs: Bead[] = [];
  const freeB = [...streams[b]!.sentences.keys()];
  for (let i = 0; i < streams[a]!.sentences.length && freeB.length > 0; i++) {
    if (random() < 0.4) continue;
    const j = freeB.splice(Math.floor(random() * freeB.length), 1)[0]!;
    pairs.push(bead([i], [j], random()));
  }
  return pairs;
}
