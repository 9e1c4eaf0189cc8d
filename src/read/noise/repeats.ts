/** Shorter passages may well be said twice (letters; an ideograph counts for three). */
const minLetters = 40;
/** Length of the beginnings by which a passage is looked for inside others. */
const keyLength = 28;
/** Blocks with the same beginning that are looked for. */
const maxAlike = 8;

/**
 * Finds blocks that say word for word what is said elsewhere in the same source: copies of an
 * earlier block, and pull quotes, whole sentences lifted from a longer block before or after them.
 * The running text is never the repeat. Linear in the length of the texts.
 *
 * @param texts one text a block; empty texts take no part
 * @returns indexes of the blocks that repeat
 */
export function findRepeats(texts: readonly string[]): Set<number> {
  const plain = texts.map(normalise);
  const repeats = new Set<number>();
  const seen = new Map<string, number>();
  const byBeginning = new Map<string, number[]>();
  plain.forEach((text, index) => {
    if (weight(text) < minLetters) return;
    if (seen.has(text)) {
      repeats.add(index);
      return;
    }
    seen.set(text, index);
    const key = text.slice(0, keyLength);
    const others = byBeginning.get(key);
    // Forms and logs begin alike line by line: a few candidates are enough to stay linear.
    if (others && others.length < maxAlike) others.push(index);
    else if (others) return;
    else byBeginning.set(key, [index]);
  });
  plain.forEach((text, host) => {
    if (repeats.has(host)) return;
    for (const at of sentenceStarts(text)) {
      for (const index of byBeginning.get(text.slice(at, at + keyLength)) ?? []) {
        const quote = plain[index] ?? '';
        if (index === host || quote.length >= text.length || repeats.has(index)) continue;
        if (text.startsWith(quote, at) && endsSentence(text, at + quote.length)) repeats.add(index);
      }
    }
  });
  return repeats;
}

const opening = /["'“”‘’«»„「『*_>\s]/u;
const closing = /["'“”‘’«»」』*_\s]/u;

/** A text without the quotation marks and blanks around it, white space as single blanks. */
export function normalise(text: string): string {
  const composed = text.normalize('NFC');
  let start = 0;
  let end = composed.length;
  while (start < end && opening.test(composed.charAt(start))) start++;
  while (end > start && closing.test(composed.charAt(end - 1))) end--;
  return composed.slice(start, end).replace(/\s{2,}|[^\S ]/gu, ' ');
}

/** Letters and digits of a text, an ideograph as three of them; counted no further than a repeat needs. */
export function weight(text: string): number {
  let sum = 0;
  for (const character of text) {
    if (character < '\x80') sum += /[A-Za-z0-9]/.test(character) ? 1 : 0;
    else if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)) sum += 3;
    else if (/[\p{L}\p{N}]/u.test(character)) sum++;
    if (sum >= minLetters) break;
  }
  return sum;
}

function* sentenceStarts(text: string): Iterable<number> {
  yield 0;
  for (const match of text.matchAll(/[.!?…。！？।։؟:][\p{Pf}\p{Pe}"'»”’\])]*\s*/gu)) {
    let at = match.index + match[0].length;
    while (/["'“‘«„「『(—–-]|\s/u.test(text.charAt(at))) at++;
    yield at;
  }
}

function endsSentence(text: string, at: number): boolean {
  return (
    at >= text.length ||
    /[.!?…。！？।։؟]/u.test(text.charAt(at - 1)) ||
    /[.!?…。！？।։؟]/u.test(text.charAt(at))
  );
}
