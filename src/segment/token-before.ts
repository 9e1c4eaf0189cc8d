/** The token before a full stop. */
export interface TokenBefore {
  /** The word with its inner full stops and hyphens: `U.S`, `J.-P`, `1991`, `mid-30s`. */
  readonly token: string;
  /** Lower-case forms to look up, longest first: `z.b` for "z. B.", then `b`. */
  readonly keys: readonly string[];
  /** Where it begins. */
  readonly start: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}.'’ʼ"״׳\-/&·№§ºª\u200c]/u;
/** Whether a UTF-16 unit is in it, 0 until it is first met: a pattern looks classes up in lists of ranges. */
const units = new Uint8Array(0x10000);
const [inWord, outside] = [1, 2];

function isInWord(unit: number): boolean {
  const known = units[unit]!;
  if (known !== 0) return known === inWord;
  const found = wordPattern.test(String.fromCharCode(unit));
  units[unit] = found ? inWord : outside;
  return found;
}

/** Blanks that may stand within an abbreviation. */
const isThin = (unit: number): boolean => unit === 0x20 || unit === 0xa0 || unit === 0x202f;
const fullStop = 0x2e;
/** Maximum length of a token; nothing longer is an abbreviation. */
const maxToken = 40;

/** Finds the token that ends at `end` and does not begin before `from`. */
export function tokenBefore(text: string, from: number, end: number): TokenBefore {
  const limit = Math.max(from, end - maxToken);
  let start = end;
  while (start > limit && isInWord(text.charCodeAt(start - 1))) start--;
  // An opening quote or dash is not part of the word.
  while (start < end && /['’"״\-.·/]/.test(text.charAt(start))) start++;
  const token = text.slice(start, end);
  const lower = token.toLowerCase();
  const keys = [lower];
  let spaced = lower;
  let at = start;
  // "z. B", "s. r. o", "т. е": short pieces, each with a full stop.
  for (let steps = 0; steps < 3; steps++) {
    // Most words have no such thing before them, which takes no pattern to see.
    if (!isThin(text.charCodeAt(at - 1)) || text.charCodeAt(at - 2) !== fullStop) break;
    const before =
      /(?:^|[^\p{L}\p{M}\p{N}])((?:\p{L}\p{M}*){1,3}|(?:\p{L}\p{M}*\.){1,3}\p{L})\.[ \u00a0\u202f]$/u.exec(
        text.slice(Math.max(from, at - 12), at),
      );
    const piece = before?.[1];
    if (piece === undefined) break;
    spaced = `${piece.toLowerCase()}.${spaced}`;
    keys.unshift(spaced);
    at -= piece.length + 2;
  }
  // "и др", "і т. д" with the preceding word.
  const and = isThin(text.charCodeAt(at - 1))
    ? /([\p{L}]{1,3})[ \u00a0]$/u.exec(text.slice(Math.max(from, at - 5), at))?.[1]
    : undefined;
  if (and !== undefined) keys.push(`${and.toLowerCase()}.${spaced}`);
  const tail = /[-/'’]([^-/'’]+)$/u.exec(lower)?.[1];
  if (tail !== undefined) keys.push(tail);
  // Initials in scripts without case come in chains.
  const last = token.includes('.') ? /\.((?:\p{Lo}|\p{M})+)$/u.exec(token)?.[1] : undefined;
  if (last !== undefined) keys.push(last);
  return { token, keys, start };
}
