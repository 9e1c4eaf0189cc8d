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
  const firsts = new FirstTexts();
  const repeats = new Set<number>();
  /** Texts that are long enough and not said before. */
  const quotable: number[] = [];
  const beginnings = new Beginnings(texts.length);
  plain.forEach((text, index) => {
    if (weight(text) < minLetters) return;
    if (!firsts.add(text)) {
      repeats.add(index);
      return;
    }
    quotable.push(index);
    beginnings.add(text);
  });
  const places = possibleQuotes(plain, repeats, beginnings);
  if (places.length === 0) return repeats;
  // Only now the texts that are asked for: a long text has a million.
  const wanted = new HashCounts(places.length);
  for (const { host, at } of places) wanted.add(hashAt(plain[host] ?? '', at));
  const byBeginning = new Map<string, number[]>();
  for (const index of quotable) {
    const text = plain[index] ?? '';
    if (wanted.count(hashAt(text, 0)) === 0) continue;
    const key = text.slice(0, keyLength);
    const others = byBeginning.get(key);
    // Forms and logs begin alike line by line: a few candidates are enough to stay linear.
    if (others === undefined) byBeginning.set(key, [index]);
    else if (others.length < maxAlike) others.push(index);
  }
  const before = new Set<number>();
  let last = -1;
  for (const { host, at } of places) {
    // A host that was itself found in an earlier one quotes nothing.
    if (host !== last && repeats.has(host)) before.add(host);
    last = host;
    if (before.has(host)) continue;
    const text = plain[host] ?? '';
    for (const index of byBeginning.get(text.slice(at, at + keyLength)) ?? []) {
      const quote = plain[index] ?? '';
      if (index === host || quote.length >= text.length || repeats.has(index)) continue;
      if (text.startsWith(quote, at) && endsSentence(text, at + quote.length)) repeats.add(index);
    }
  }
  return repeats;
}

/** A place in a text where another one may be quoted. */
interface QuotePlace {
  /** Index of the text. */
  readonly host: number;
  readonly at: number;
}

/** The places where a sentence begins as another text does, as far as hashes tell. */
function possibleQuotes(
  plain: readonly string[],
  repeats: ReadonlySet<number>,
  beginnings: Beginnings,
): QuotePlace[] {
  const places: QuotePlace[] = [];
  plain.forEach((text, host) => {
    if (repeats.has(host)) return;
    for (let place: Start | null = startOfText; place; place = nextStart(text, place)) {
      const { at } = place;
      // Each text begins as itself.
      if (beginnings.has(text, at, at === 0 ? 2 : 1)) places.push({ host, at });
    }
  });
  return places;
}

/** Which texts are there already. Hashing a text as a whole takes long: most differ in their beginning, end or length. */
class FirstTexts {
  /** The text that is alone with its rough hash so far; null once there are several. */
  readonly #alone = new Map<number, string | null>();
  readonly #others = new Set<string>();

  /** Adds a text; false if it is there already. */
  add(text: string): boolean {
    const half = Math.max(0, text.length - keyLength);
    const rough = Math.imul(hashAt(text, 0) ^ text.length, 0x01000193) ^ hashAt(text, half);
    const alone = this.#alone.get(rough);
    if (alone === undefined) {
      this.#alone.set(rough, text);
      return true;
    }
    if (alone !== null) {
      this.#others.add(alone);
      this.#alone.set(rough, null);
    }
    if (this.#others.has(text)) return false;
    this.#others.add(text);
    return true;
  }
}

/** How the texts begin that may be quoted. */
class Beginnings {
  readonly #keys: HashCounts;
  readonly #short: HashCounts;

  /** @param most number of texts that will be added */
  constructor(most: number) {
    this.#keys = new HashCounts(most);
    this.#short = new HashCounts(most);
  }

  add(text: string): void {
    this.#keys.add(hashAt(text, 0));
    this.#short.add(hashAt(text, 0, shortLength));
  }

  /** Whether at least `least` texts begin as the passage at `at` does: always if so, and rarely if not. */
  has(text: string, at: number, least: number): boolean {
    return (
      this.#short.count(hashAt(text, at, shortLength)) >= least &&
      this.#keys.count(hashAt(text, at)) >= least
    );
  }
}

/** Most sentences begin as no text does even by this many characters. */
const shortLength = 10;

/** A hash of the beginning of the passage at `at`. */
function hashAt(text: string, at: number, length = keyLength): number {
  const end = Math.min(text.length, at + length);
  let hash = 0x811c9dc5 | 0;
  for (let place = at; place < end; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** How often hashes were added: never too small, rarely too large. Takes a few bytes for each. */
class HashCounts {
  readonly #counts: Uint8Array;

  /** @param most number of hashes that will be added */
  constructor(most: number) {
    let length = 64;
    while (length < 8 * most) length *= 2;
    this.#counts = new Uint8Array(length);
  }

  add(hash: number): void {
    const place = hash & (this.#counts.length - 1);
    this.#counts[place] = Math.min(255, this.count(hash) + 1);
  }

  count(hash: number): number {
    return this.#counts[hash & (this.#counts.length - 1)] ?? 0;
  }
}

const opening = /["'“”‘’«»„「『*_>\s]/u;
const closing = /["'“”‘’«»」』*_\s]/u;

/** A text without the quotation marks and blanks around it, white space as single blanks. */
export function normalise(text: string): string {
  const composed = text.normalize('NFC');
  let start = 0;
  let end = composed.length;
  while (start < end && !isAsciiWord(composed, start) && opening.test(composed.charAt(start)))
    start++;
  while (end > start && !isAsciiWord(composed, end - 1) && closing.test(composed.charAt(end - 1)))
    end--;
  return composed.slice(start, end).replace(/\s{2,}|[^\S ]/gu, ' ');
}

/** Letters and digits of a text, an ideograph as three of them; counted no further than a repeat needs. */
export function weight(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length && sum < minLetters; at++) {
    if (text.charCodeAt(at) < 0x80) {
      if (isAsciiWord(text, at)) sum++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length - 1;
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)) sum += 3;
    else if (/[\p{L}\p{N}]/u.test(character)) sum++;
  }
  return sum;
}

/** Whether the character at `at` is one of A to Z, a to z and 0 to 9. */
function isAsciiWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Where a sentence may begin, and where to look for the next. */
interface Start {
  readonly at: number;
  readonly next: number;
}

const startOfText: Start = { at: 0, next: 0 };
/** By UTF-16 unit: 1 for marks that end sentences. A set would be asked for every character of a text. */
const terminals = new Uint8Array(0x10000);
for (const mark of '.!?…。！？।։؟:') terminals[mark.charCodeAt(0)] = 1;

/** The next place where a sentence may begin; null behind the last. */
function nextStart(text: string, { next }: Start): Start | null {
  let end = next;
  while (end < text.length && terminals[text.charCodeAt(end)] === 0) end++;
  if (end === text.length) return null;
  end++;
  while (end < text.length && /[\p{Pf}\p{Pe}"'»”’\])]/u.test(text.charAt(end))) end++;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  let at = end;
  while (at < text.length && /["'“‘«„「『(—–-]|\s/u.test(text.charAt(at))) at++;
  return { at, next: end };
}

function endsSentence(text: string, at: number): boolean {
  return (
    at >= text.length ||
    /[.!?…。！？।։؟]/u.test(text.charAt(at - 1)) ||
    /[.!?…。！？।։؟]/u.test(text.charAt(at))
  );
}
