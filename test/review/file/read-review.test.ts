import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { readReview } from '../../../src/review/file/read-review.js';
import { act } from '../../../src/review/history.js';
import { isRefusal, type Review } from '../../../src/review/model.js';
import { decide, setNote } from '../../../src/review/operations/decide.js';
import { simpleReview } from '../fixture.js';
import { reviewText } from '../review-text.js';

afterEach(() => vi.restoreAllMocks());

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** As a large file is read. */
const readLarge = (text: string): Review => readReview('x', bytesOf(text), 0);

function worked(): Review {
  let review = simpleReview(5, ['en', 'fr', 'he']);
  for (const operation of [
    (now: Review) => setNote(now, 3, 'a "note", ]\n}, ☎️ 彼'),
    (now: Review) => decide(now, 1, 'accepted'),
  ]) {
    const draft = operation(review);
    if (isRefusal(draft)) throw new Error(draft.refused);
    review = act(review, { type: 'do', entry: draft });
  }
  return act(review, { type: 'undo' });
}

describe('a large review file', () => {
  test.each([
    ['as it is written', (text: string) => text],
    ['on one line', (text: string) => JSON.stringify(JSON.parse(text))],
    ['indented', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ['with other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without a line end', (text: string) => text.trimEnd()],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with a field nobody knows', (text: string) => text.replace('{', '{\n"more":[\n1,\n2\n],')],
    ['with its rows twice', (text: string) => text.replace(/\n}\n$/, ',\n"rows":[\n1\n]\n}\n')],
    ['of version 1', (text: string) => text.replace('"version":2', '"version":1')],
  ])('opens as the same review, or is refused alike: %s', (_, changed) => {
    const text = changed(reviewText(worked()));
    const whole = (): Review => parseReview('x', text.replace(/^\ufeff/, ''));
    let expected: Review | undefined;
    try {
      expected = whole();
    } catch (error) {
      expect(() => readLarge(text)).toThrow(error instanceof Error ? error.message : '');
      return;
    }
    expect(readLarge(text)).toEqual(expected);
  });

  test.each([
    ['a row', /"score":0\.8/, '"score":"x"'],
    ['a sentence', /"start":0/, '"start":-1'],
    ['a sentence’s number', /"id":1,"source"/, '"id":0,"source"'],
    ['a missing comma', /\},\n/, '}\n'],
    ['a comma too many', /\}\n\],\n"rows"/, '},\n],\n"rows"'],
    ['a file that is cut off', /\n"history"[^]*$/, ''],
    ['a newer version', '"version":2', '"version":3'],
    ['no format', '"format"', '"form"'],
    ['what follows the end', /\}\n$/, '}\n{}\n'],
  ])('names the same mistake as if it were parsed at once: %s', (_, found, put) => {
    const sound = reviewText(simpleReview(4));
    const text = sound.replace(found, put);
    expect(text).not.toBe(sound);
    let message = 'no mistake';
    try {
      parseReview('x', text);
    } catch (error) {
      if (error instanceof Error) ({ message } = error);
    }
    expect(() => readLarge(text)).toThrow(message);
  });

  test('that is not UTF-8 is refused', () => {
    const bytes = bytesOf(reviewText(simpleReview(3)));
    bytes[bytes.indexOf('w'.charCodeAt(0), 300)] = 0xff;
    expect(() => readReview('x', bytes, 0)).toThrow('is not UTF-8');
  });

  test('is never parsed as a whole', () => {
    const text = reviewText(simpleReview(30_000));
    expect(text.length).toBeGreaterThan(4 << 20);
    const parse = vi.spyOn(JSON, 'parse');
    const review = readReview('x', bytesOf(text));
    expect(review.rows).toHaveLength(30_000);
    const lengths = parse.mock.calls.map(([own]) => own.length);
    // Besides pieces, the text of a source is one.
    expect(Math.max(...lengths)).toBeLessThan(text.length / 4);
    expect(lengths.length).toBeGreaterThan(20);
  });
});

test('rows are made while they are written', async () => {
  const { formatReview } = await import('../../../src/review/file/format-review.js');
  const review = simpleReview(20_000);
  let made = 0;
  function* rows() {
    for (const row of review.rows) {
      made++;
      yield row;
    }
  }
  const seen: number[] = [];
  for (const piece of formatReview({ ...review, rows: rows() })) {
    expect(piece.length).toBeLessThan(200_000);
    if (made > 0) seen.push(made);
  }
  expect(seen.length).toBeGreaterThan(10);
  expect(seen[0]).toBeLessThan(2_000);
});
