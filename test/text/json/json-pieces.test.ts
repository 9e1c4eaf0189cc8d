import { describe, expect, test } from 'vitest';
import { listPieces, objectPieces, textPieces } from '../../../src/text/json/json-pieces.js';

const joined = (pieces: Iterable<string>): string => [...pieces].join('');
const longest = (pieces: Iterable<string>): number =>
  Math.max(...Array.from(pieces, ({ length }) => length));

describe('JSON in pieces', () => {
  test.each([
    ['an empty text', ''],
    ['a short text', 'a "b"\n\u2028 é'],
    ['a long one', 'Ő "x" \\ \t'.repeat(30_000)],
    ['pairs at every even place', '😀'.repeat(100_000)],
    ['pairs at every odd place', `a${'😀'.repeat(100_000)}`],
    ['halves of pairs', '\ud83d'.repeat(70_000) + '\ude00'.repeat(70_000)],
  ])('is what JSON.stringify writes: %s', (_, text) => {
    expect(joined(textPieces(text)) === JSON.stringify(text)).toBe(true);
    // No piece ends within a pair, which would be lost where each is encoded for itself.
    const bytes = Buffer.concat(Array.from(textPieces(text), (piece) => Buffer.from(piece)));
    expect(bytes.equals(Buffer.from(JSON.stringify(text)))).toBe(true);
  });

  test('holds for lists and objects', () => {
    const items = Array.from({ length: 20_000 }, (_, id) => ({ id, text: `"${id}"` }));
    expect(joined(listPieces(items)) === JSON.stringify(items)).toBe(true);
    expect(joined(listPieces([]))).toBe('[]');
    expect(joined(listPieces([1, 2], '\n'))).toBe('[\n1,\n2\n]');
    const value = { name: 'a "b"', gone: undefined, text: 'x\n'.repeat(99_999), items, last: null };
    expect(joined(objectPieces(value)) === JSON.stringify(value)).toBe(true);
    expect(joined(objectPieces({}))).toBe('{}');
  });

  test('is never much at a time', () => {
    const items = Array.from({ length: 100_000 }, (_, id) => ({ id }));
    expect(longest(objectPieces({ text: 'a'.repeat(2e6), items }))).toBeLessThan(100_000);
  });
});
