import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/check/checker.js';
import { Passages } from '../../src/check/passages.js';
import { rowsOf, stream } from './made-row.js';

const english = Array.from({ length: 8 }, (_, k) => `In ${1900 + k} there were ${20 + k} of them.`);
const german = Array.from({ length: 8 }, (_, k) => `Im Jahr ${1900 + k} waren es ${20 + k} davon.`);

describe('a checker', () => {
  test('compares a row of three sources pair by pair', () => {
    const streams = [
      stream(0, 'en', ['It cost 1,500 marks then.']),
      stream(1, 'de', ['Es kostete damals 1.500 Mark.']),
      stream(2, 'es', ['Costó entonces 1.600 marcos.']),
    ];
    const checks = new Checker(streams, []).check({ cells: [[0], [0], [0]] });
    expect(checks.map(({ a, b }) => [a.stream, b.stream])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('reads no markup, and finds values at their places in the text with it', () => {
    const marked = (source: number, language: string, text: string) => {
      const made = stream(source, language, [text]);
      const sentences = made.sentences.map((sentence) => ({
        ...sentence,
        markup: [...text.matchAll(/\*\*|\[|\]\([^)]*\)/g)].map(({ index, 0: found }) => ({
          start: sentence.start + index,
          end: sentence.start + index + found.length,
        })),
      }));
      return { ...made, sentences };
    };
    const text = 'It [cost](http://a.b/77) **1,5**00 marks then.';
    const streams = [
      marked(0, 'en', text),
      marked(1, 'de', 'Es [kostete](http://a.b/88) damals 1.600 Mark.'),
    ];
    const [check, ...others] = new Checker(streams, []).check({ cells: [[0], [0]] });
    expect(others).toEqual([]);
    expect(check).toMatchObject({
      code: 'number',
      a: { values: ['1,500'] },
      b: { values: ['1.600'] },
    });
    const [span] = check?.a.spans ?? [];
    const first = streams[0]?.sentences[0]?.start ?? 0;
    expect(text.slice((span?.start ?? 0) - first, (span?.end ?? 0) - first)).toBe('1,5**00');
  });

  test('says nothing of a text that is the same on both sides', () => {
    const streams = [stream(0, 'en', ['The same text.']), stream(1, 'en', ['The same text.'])];
    expect(new Checker(streams, rowsOf(streams)).check({ cells: [[0], [0]] })).toEqual([]);
  });

  test('says nothing of a row that only one stream has', () => {
    const streams = [stream(0, 'en', english), stream(1, 'de', german)];
    expect(new Checker(streams, rowsOf(streams)).check({ cells: [[0], []] })).toEqual([]);
  });

  test('misses a number only where its rows keep numbers', () => {
    const lossy = german.map(() => 'Damals waren es schon recht viele davon.');
    const row = { cells: [[0], [0]] };
    const keeping = [stream(0, 'en', english), stream(1, 'de', [lossy[0]!, ...german.slice(1)])];
    const losing = [stream(0, 'en', english), stream(1, 'de', lossy)];
    const codes = (streams: typeof keeping, rows: ReturnType<typeof rowsOf>) =>
      new Checker(streams, rows).check(row).map(({ code }) => code);
    expect(codes(keeping, rowsOf(keeping))).toEqual(['number']);
    expect(codes(losing, rowsOf(losing))).toEqual([]);
    // Of no rows nothing is known.
    expect(codes(keeping, [])).toEqual([]);
  });

  test('knows what is usual from its own rows, whatever is checked first', () => {
    const lossy = ['Damals waren es schon recht viele davon.', ...german.slice(1)];
    const streams = [stream(0, 'en', english), stream(1, 'de', lossy)];
    const rows = [...rowsOf(streams), { cells: [[1], [2]] }];
    const table = rows.slice(0, -1);
    const forward = new Checker(streams, table);
    const backward = new Checker(streams, table);
    const first = rows.map((row) => forward.check(row));
    expect(first.map((checks) => checks.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
    const second = rows.toReversed().map((row) => backward.check(row));
    expect(second.toReversed()).toEqual(first);
  });

  test('finds the same where single sentences were read before', () => {
    const streams = [stream(0, 'en', english), stream(1, 'de', german.toReversed())];
    const rows = [...rowsOf(streams), { cells: [[2, 3], [4]] }];
    const passages = new Passages(streams);
    passages.readAhead();
    const fresh = new Checker(streams, rows);
    const read = new Checker(streams, rows, passages);
    expect(rows.map((row) => read.check(row))).toEqual(rows.map((row) => fresh.check(row)));
    expect(rows.flatMap((row) => fresh.check(row))).not.toEqual([]);
  });

  test('keeps what is usual for streams that are cut anew', () => {
    const streams = [stream(0, 'en', english), stream(1, 'de', german)];
    const checker = new Checker(streams, rowsOf(streams));
    const cut = [stream(0, 'en', english), stream(1, 'de', ['Damals waren es schon recht viele.'])];
    const codes = checker
      .over(cut)
      .check({ cells: [[0], [0]] })
      .map(({ code }) => code);
    expect(codes).toEqual(['number']);
  });

  test('gives places in the source, across sentences of one cell', () => {
    const streams = [
      stream(0, 'en', ['It was cold.', '', 'It cost 1,500 marks.']),
      stream(1, 'de', ['Es war kalt. Es kostete 1.600 Mark.']),
    ];
    const [check] = new Checker(streams, []).check({ cells: [[0, 1, 2], [0]] });
    const start = 100 + 'It was cold.\n\nIt cost '.length;
    expect(check?.a).toEqual({ stream: 0, values: ['1,500'], spans: [{ start, end: start + 5 }] });
  });

  test('refuses a position that its stream does not have', () => {
    const streams = [stream(0, 'en', english), stream(1, 'de', german)];
    expect(() => new Checker(streams, []).check({ cells: [[99], [0]] })).toThrow(RangeError);
  });
});
