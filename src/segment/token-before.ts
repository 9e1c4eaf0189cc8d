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
/** Maximum length of a token; nothing longer is an abbreviation. */
const maxToken = 40;

/** Finds the token that ends at `end` and does not begin before `from`. */
export function tokenBefore(text: string, from: number, end: number): TokenBefore {
  const limit = Math.max(from, end - maxToken);
  let start = end;
  while (start > limit && wordPattern.test(text.charAt(start - 1))) start--;
  // An opening quote or dash is not part of the word.
  while (start < end && /['’"״\-.·/]/.test(text.charAt(start))) start++;
  const token = text.slice(start, end);
  const lower = token.toLowerCase();
  const keys = [lower];
  let spaced = lower;
  let at = start;
  // "z. B", "s. r. o", "т. е": short pieces, each with a full stop.
  for (let steps = 0; steps < 3; steps++) {
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
  const and = /([\p{L}]{1,3})[ \u00a0]$/u.exec(text.slice(Math.max(from, at - 5), at))?.[1];
  if (and !== undefined) keys.push(`${and.toLowerCase()}.${spaced}`);
  const tail = /[-/'’]([^-/'’]+)$/u.exec(lower)?.[1];
  if (tail !== undefined) keys.push(tail);
  // Initials in scripts without case come in chains.
  const last = /\.((?:\p{Lo}|\p{M})+)$/u.exec(token)?.[1];
  if (last !== undefined) keys.push(last);
  return { token, keys, start };
}
