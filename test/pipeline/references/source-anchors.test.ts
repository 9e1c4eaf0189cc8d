import { describe, expect, test } from 'vitest';
import type { Source } from '../../../src/domain.js';
import {
  anchorsOfLines,
  anchorsOfPassages,
  checkAnchors,
  joinAnchors,
} from '../../../src/pipeline/references/source-anchors.js';
import { parseLinks } from '../../../src/read/tables/parse-links.js';
import { makeSource } from '../../write/table-fixture.js';

const read = (text: string, sources = 2) =>
  anchorsOfLines({ name: 'anchors', lines: parseLinks('anchors', text) }, sources);

describe('lines of links', () => {
  test('are anchors of the first two sources', () => {
    expect(read('12:14\n3,4:5\n9:\n')).toEqual([
      {
        a: 0,
        b: 1,
        links: [
          { a: [12], b: [14] },
          { a: [3, 4], b: [5] },
        ],
      },
    ]);
  });

  test('between any sources come together by pair', () => {
    expect(read('{"a":[3,4],"c":5}\n{"b":[1],"c":[2]}\n{"a":7,"b":8,"c":9}\n', 3)).toEqual([
      {
        a: 0,
        b: 2,
        links: [
          { a: [3, 4], b: [5] },
          { a: [7], b: [9] },
        ],
      },
      {
        a: 1,
        b: 2,
        links: [
          { a: [1], b: [2] },
          { a: [8], b: [9] },
        ],
      },
      { a: 0, b: 1, links: [{ a: [7], b: [8] }] },
    ]);
  });

  test('that name a source that is not there are refused with the line', () => {
    expect(() => read('{"a":[1],"b":[2]}\n{"a":[1],"q":[2]}\n')).toThrow(
      /^anchors:2: there is no source "q"/,
    );
    expect(() => read('{"q":[2]}\n')).toThrow(/^anchors:1: there is no source "q"/);
  });
});

describe('passages that a file links', () => {
  const sources: Source[] = [
    makeSource('a', 'en', ['One.', '', 'Views: 3|noise', 'Two.', 'Three.']),
    makeSource('b', 'es', ['Uno.', '', 'Dos.']),
  ];
  const spanOf = (source: number, first: number, last = first) => ({
    start: sources[source]?.sentences[first]?.start ?? -1,
    end: sources[source]?.sentences[last]?.end ?? -1,
  });

  test('link the sentences in them, empty ones too, but no noise', () => {
    const links = [
      { a: [spanOf(0, 0)], b: [spanOf(1, 0)] },
      { a: [spanOf(0, 1)], b: [spanOf(1, 1)] },
      { a: [spanOf(0, 4), spanOf(0, 2, 3)], b: [spanOf(1, 2)] },
      { a: [spanOf(0, 2)], b: [spanOf(1, 2)] },
    ];
    expect(anchorsOfPassages(sources, [{ a: 0, b: 1, links }])).toEqual([
      {
        a: 0,
        b: 1,
        links: [
          { a: [1], b: [1] },
          { a: [2], b: [2] },
          { a: [4, 5], b: [3] },
        ],
      },
    ]);
  });

  test('give way where people know better', () => {
    const found = [
      {
        a: 0,
        b: 1,
        links: [
          { a: [1], b: [1] },
          { a: [4], b: [3] },
        ],
      },
    ];
    const given = [{ a: 1, b: 0, links: [{ a: [3], b: [5] }] }];
    expect(joinAnchors(given, found)).toEqual([
      ...given,
      { a: 0, b: 1, links: [{ a: [1], b: [1] }] },
    ]);
    expect(joinAnchors([], found)).toEqual(found);
    expect(joinAnchors([{ a: 0, b: 2, links: given[0]?.links ?? [] }], found)[1]).toEqual(found[0]);
  });

  test('like all anchors must name sentences that are there', () => {
    const anchors = [{ a: 0, b: 1, links: [{ a: [1], b: [4] }] }];
    expect(() => checkAnchors(sources, anchors)).toThrow(
      'an anchor names sentence 4 of b, which has 3',
    );
  });
});
