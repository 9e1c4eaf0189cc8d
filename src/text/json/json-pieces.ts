/** JSON in pieces, for values whose whole text would be too much at once. */

/** UTF-16 units of a text that are written at a time. */
const pieceLength = 1 << 16;

/** What `JSON.stringify` returns for a text, in pieces. */
export function* textPieces(text: string): Generator<string, void, undefined> {
  if (text.length <= pieceLength) {
    yield JSON.stringify(text);
    return;
  }
  yield '"';
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + pieceLength);
    // Half of a pair is written as an escape.
    if (isHighSurrogate(text.charCodeAt(to - 1)) && to < text.length) to++;
    yield JSON.stringify(text.slice(from, to)).slice(1, -1);
    from = to;
  }
  yield '"';
}

/** What `JSON.stringify` returns for a list of objects, each with `separator` before it, in pieces. */
export function* listPieces(
  items: Iterable<unknown>,
  separator = '',
): Generator<string, void, undefined> {
  let piece = '';
  let isEmpty = true;
  for (const item of items) {
    piece += `${isEmpty ? '[' : ','}${separator}${JSON.stringify(item)}`;
    isEmpty = false;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield isEmpty ? '[]' : `${piece}${separator}]`;
}

/** What `JSON.stringify` returns for an object whose texts and lists may be very long, in pieces. */
export function* objectPieces(value: object): Generator<string, void, undefined> {
  let isFirst = true;
  const entries: [string, unknown][] = Object.entries(value);
  for (const [key, own] of entries) {
    if (own === undefined) continue;
    yield `${isFirst ? '{' : ','}${JSON.stringify(key)}:`;
    isFirst = false;
    if (typeof own === 'string') yield* textPieces(own);
    else if (Array.isArray(own)) yield* listPieces(own);
    else yield JSON.stringify(own);
  }
  yield isFirst ? '{}' : '}';
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
