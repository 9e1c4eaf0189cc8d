import { describe, expect, test } from 'vitest';
import { alignmentHash } from '../../src/report/alignment-hash.js';
import { parseDecisions } from '../../src/report/decisions.js';
import { table } from '../review/fixture.js';

const decision = {
  row: 3,
  texts: ['one', 'un'],
  was: { status: 'unreviewed', note: '' },
  status: 'accepted',
  note: null,
  edits: [null, 'une'],
};
const file = {
  format: 'paralign-decisions',
  version: 1,
  alignment: 'a'.repeat(64),
  source: 'book.paralign',
  decided_by: 'Ana',
  created: null,
  decisions: [decision],
};
const parse = (value: unknown) => parseDecisions('d.json', JSON.stringify(value));
const withDecision = (more: object) => ({ ...file, decisions: [{ ...decision, ...more }] });

describe('a decisions file', () => {
  test('is read as it was written', () => {
    expect(parse(file)).toEqual(file);
    const { was: _was, ...short } = decision;
    expect(parse({ ...file, decisions: [short] }).decisions).toEqual([short]);
  });

  test.each([
    ['no JSON', '{"format":', 'not valid JSON, line 1, column 11'],
    ['a list', '[]', 'is not a JSON object'],
    ['other JSON', '{"format":"x"}', 'the field "format" is not "paralign-decisions"'],
  ])('is refused with the place if it is %s', (_, text, message) => {
    expect(() => parseDecisions('d.json', text)).toThrow(message);
    expect(() => parseDecisions('d.json', text)).toThrow(
      expect.objectContaining({ code: 'bad-decisions' }),
    );
  });

  test.each([
    [
      'a later version',
      { ...file, version: 2 },
      'has version 2, but this program reads only up to 1',
    ],
    ['a version that is none', { ...file, version: 0 }, 'the field "version" is wrong: must be 1'],
    ['another hash', { ...file, alignment: 'x' }, 'the field "alignment" is wrong'],
    ['a date', { ...file, created: '2026-11-29' }, 'the field "created" is wrong: must be null'],
    ['no list', { ...file, decisions: {} }, 'the field "decisions" is wrong: must be a list'],
    ['another field', { ...file, more: 1 }, 'the field "more" is wrong: there is no such field'],
    [
      'a field too few',
      withDecision({ note: undefined }),
      '"decisions.0.note" is wrong: it is missing',
    ],
    ['row 0', withDecision({ row: 0 }), '"decisions.0.row" is wrong: must be at least 1'],
    [
      'half a row',
      withDecision({ row: 1.5 }),
      '"decisions.0.row" is wrong: must be a whole number',
    ],
    [
      'another status',
      withDecision({ status: 'edited' }),
      '"decisions.0.status" is wrong: must be one of accepted, rejected, needs-review, or null',
    ],
    [
      'a text that is none',
      withDecision({ texts: ['one', 2] }),
      '"decisions.0.texts.1" is wrong: must be a text',
    ],
    [
      'edits of other columns',
      withDecision({ edits: [null] }),
      '"decisions.0.edits" is wrong: must have as many entries as "texts"',
    ],
    [
      'a row twice',
      { ...file, decisions: [decision, decision] },
      '"decisions.1.row" is wrong: row 3 is decided in "decisions.0" already',
    ],
  ])('is refused with the field if it has %s', (_, value, message) => {
    expect(() => parse(value)).toThrow(message);
  });

  test('is refused where it holds more than any page', () => {
    const bomb = `{"decisions":[${'[],'.repeat(1_000_000)}[]]}`;
    expect(() => parseDecisions('d.json', bomb)).toThrow('d.json: larger than any decisions file');
    const text = '[{\\"'.repeat(300_000);
    const own = parse(withDecision({ note: text }));
    expect(own.decisions[0]?.note).toBe(text);
  });

  test('is refused in short where the JSON goes deep', () => {
    expect(() => parseDecisions('d.json', '['.repeat(100_000))).toThrow(/d\.json: /);
    expect(() =>
      parseDecisions('d.json', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    ).toThrow(/d\.json: /);
  });
});

describe('the hash of an alignment', () => {
  const of = (texts: readonly string[]) => ({ language: 'en', sentences: texts });
  const sources = [of(['A.', 'B.']), of(['C.', 'D.'])];
  const rows = [{ cells: [[0], [0]] }, { cells: [[1], [1]] }];
  const hash = alignmentHash(table(sources, rows));

  test('stays when decisions change', () => {
    const decided = rows.map(
      (row) =>
        ({ ...row, status: 'accepted', note: 'n', confidence: 0, edits: { 0: 'x' } }) as const,
    );
    expect(alignmentHash(table(sources, decided))).toBe(hash);
  });

  test('differs with other texts, links and numbers', () => {
    const others = [
      table([of(['A.', 'b.']), of(['C.', 'D.'])], rows),
      table(sources, [
        {
          cells: [
            [0, 1],
            [0, 1],
          ],
        },
      ]),
      table(sources, [{ cells: [[0], [1]] }, { cells: [[1], [0]] }]),
      table(sources, [{ ...rows[0], cells: [[0], [0]], id: 5 }, { cells: [[1], [1]] }]),
    ].map(alignmentHash);
    expect(new Set([hash, ...others]).size).toBe(5);
  });
});
