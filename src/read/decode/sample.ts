/** Selects the bytes of a file from which its encoding is recognised. */

/** Lines longer than this are cut. */
const longestLine = 4096;
/** How often each byte beyond ASCII is looked at in full before others get their turn. */
const enoughOfEach = 3;
/** Bytes of ASCII are not counted: these stand for something else. */
const likeUtf8 = 0;
const unlikeUtf8 = 1;

/**
 * Lines with bytes beyond ASCII, at most about `most` bytes of them: the first of the file and,
 * from all of it, those with bytes that are rare. All bytes when there are no more of them.
 */
export function sampleOf(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  const seen = new Uint32Array(256);
  const taken: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < most;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    for (let from = start; from < end && size < most; from += longestLine) {
      const line = bytes.subarray(from, Math.min(end, from + longestLine));
      if (isWorthwhile(line, seen, size < most / 2)) {
        taken.push(line);
        size += line.length;
      }
    }
    start = end;
  }
  return taken.length === 0 ? bytes.subarray(0, most) : Buffer.concat(taken);
}

/** Whether a line holds bytes beyond ASCII that have not been seen often; counts them. */
function isWorthwhile(line: Uint8Array, seen: Uint32Array, isBeginning: boolean): boolean {
  let isNew = false;
  const see = (what: number): void => {
    const count = seen[what] ?? 0;
    if (isBeginning || count < enoughOfEach) isNew = true;
    seen[what] = count + 1;
  };
  line.forEach((byte, at) => {
    if (byte < 0x80) return;
    see(byte);
    // Places that look like UTF-8, and those that don't, show files of two encodings.
    const isInside = byte < 0xc0;
    const other = line[isInside ? at - 1 : at + 1] ?? 0;
    see((isInside ? other >= 0x80 : other >= 0x80 && other < 0xc0) ? likeUtf8 : unlikeUtf8);
  });
  return isNew;
}
