/** What each common word says for the languages that have it. */
export interface WordWorth {
  /** Indexes of languages. */
  readonly at: readonly number[];
  /** What the word is worth for each of them. */
  readonly scores: readonly number[];
}

const [unknown, outside, begins, goesOn] = [0, 1, 2, 3];
/** For each unit of the basic plane: whether a word begins or goes on with it; 0 where nobody has asked. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  let kind = kinds[code] ?? unknown;
  if (kind === unknown) {
    kind = kindOfCharacter(String.fromCharCode(code));
    kinds[code] = kind;
  }
  return kind;
}

function kindOfCharacter(character: string): number {
  if (/^\p{L}/u.test(character)) return begins;
  return /^[\p{M}\u200c]/u.test(character) ? goesOn : outside;
}

const hashStart = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/**
 * Scores the words of a text without cutting them out of it, for a long text has millions. A word is a letter
 * with the letters, marks and non-joiners behind it: it ends at an apostrophe, as in the counts behind `wordLists`.
 */
export class WordScores {
  readonly #words: readonly string[];
  /** By word: where its languages begin in `#at` and `#scores`; one more entry for the end. */
  readonly #offsets: Int32Array;
  readonly #at: Uint8Array;
  readonly #scores: Float64Array;
  /** Index of a word plus one at its hash or the next free place; the length is a power of two. */
  readonly #table: Int32Array;

  constructor(worths: ReadonlyMap<string, WordWorth>) {
    this.#words = [...worths.keys()];
    const entries = [...worths.values()];
    const sum = entries.reduce((total, { at }) => total + at.length, 0);
    this.#offsets = new Int32Array(entries.length + 1);
    this.#at = new Uint8Array(sum);
    this.#scores = new Float64Array(sum);
    let length = 1;
    while (length < 3 * entries.length) length *= 2;
    this.#table = new Int32Array(length);
    let offset = 0;
    entries.forEach(({ at, scores }, index) => {
      this.#at.set(at, offset);
      this.#scores.set(scores, offset);
      offset += at.length;
      this.#offsets[index + 1] = offset;
      let slot = this.#slotOf(hashOf(this.#words[index] ?? ''));
      while (this.#table[slot] !== 0) slot = (slot + 1) & (length - 1);
      this.#table[slot] = index + 1;
    });
  }

  /**
   * Adds what the words of a text are worth, in order, to the sums of the languages. Capitals beyond A to Z must be
   * lower case already. Gives the number of letters, a letter beyond the basic plane counted as one.
   */
  addTo(sums: number[], text: string): number {
    let start = -1;
    let hash = hashStart;
    let letters = 0;
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const code = lowerAt(text, at);
      let kind = kindOf(code);
      let low = 0;
      if (code >= 0xd800 && code < 0xdc00 && at + 1 < length) {
        kind = kindOfCharacter(text.slice(at, at + 2));
        low = text.charCodeAt(at + 1);
      }
      if (kind === begins) letters++;
      const isWithin = kind === begins || (kind === goesOn && start >= 0);
      if (isWithin) {
        if (start < 0) [start, hash] = [at, hashStart];
        hash = Math.imul(hash ^ code, hashPrime);
      } else if (start >= 0) {
        this.#addWord(sums, text, start, at, hash);
        start = -1;
      }
      // The rest of a character beyond the basic plane.
      if (low >= 0xdc00 && low < 0xe000) {
        if (isWithin) hash = Math.imul(hash ^ low, hashPrime);
        at++;
      }
    }
    if (start >= 0) this.#addWord(sums, text, start, length, hash);
    return letters;
  }

  #addWord(sums: number[], text: string, start: number, end: number, hash: number): void {
    const table = this.#table;
    for (let slot = this.#slotOf(hash); ; slot = (slot + 1) & (table.length - 1)) {
      const index = (table[slot] ?? 0) - 1;
      if (index < 0) return;
      if (!isWordAt(this.#words[index] ?? '', text, start, end)) continue;
      const last = this.#offsets[index + 1] ?? 0;
      for (let entry = this.#offsets[index] ?? 0; entry < last; entry++) {
        const language = this.#at[entry] ?? 0;
        sums[language] = (sums[language] ?? 0) + (this.#scores[entry] ?? 0);
      }
      return;
    }
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#table.length - 1);
  }
}

/** The unit at `at`, A to Z as a to z. */
function lowerAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

function isWordAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== lowerAt(text, start + at)) return false;
  }
  return true;
}

function hashOf(word: string): number {
  let hash = hashStart;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), hashPrime);
  }
  return hash;
}
