/** Files that are surely UTF-8, found out without holding them. */
import { describeBinary } from './binary.js';

/** Control characters that a text of any length may have. */
const mostControls = 4;

/**
 * Whether a file is read as UTF-8 when nobody names its encoding, as `decodeBytes` decides it. Where that depends
 * on more than single bytes, false: it is then for `decodeBytes` to find out.
 *
 * @param head the first bytes, at least 16 unless the file is shorter
 */
export async function isPlainUtf8(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  if (describeBinary(head) !== null) return false;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let controls = 0;
  let isWide = false;
  let mayShift = false;
  try {
    for await (const piece of pieces) {
      decoder.decode(piece, { stream: true });
      for (const byte of piece) {
        if (byte >= 0x80) isWide = true;
        else if (byte === 0x7e || byte === 0x1b) mayShift = true;
        else if (byte === 0) return false;
        else if (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && ++controls > mostControls)
          return false;
      }
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
  // Seven bits may be Japanese, Korean or Chinese.
  return isWide || !mayShift;
}

/** The same bytes without the byte order mark of UTF-8 that they may begin with. */
export async function* withoutUtf8Mark(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let isFirst = true;
  for await (const piece of pieces) {
    const hasMark = isFirst && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    isFirst = false;
    yield hasMark ? piece.subarray(3) : piece;
  }
}

/** The text of bytes that are UTF-8 without a mark, piece by piece. */
export async function* utf8Text(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
