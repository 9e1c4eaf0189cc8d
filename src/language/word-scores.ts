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
const blank = 0x20;

/**
 * Scores the words of a text without cutting them out of it, for a long text has millions. A word is a letter
 * with the letters, marks and non-joiners behind it: it ends at an apostrophe, as in the counts behind `wordLists`.
 */
export class WordScores {
  /** All words, with a blank behind each; a word that several languages have stands there as often. */
  readonly #text: string;
  /** By word: where it begins in `#text`, and its length. */
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;
  /** By word: where its languages begin in `#at` and `#scores`; one more entry for the end. */
  readonly #offsets: Int32Array;
  readonly #at: Uint8Array;
  readonly #scores: Float64Array;
  /** Index of a word plus one at its hash or the next free place; the length is a power of two. */
  readonly #table: Int32Array;

  /**
   * @param lists by language, its words with blanks between them, none of them twice
   * @param worthOf what a word is worth for a language, by its place in the list
   */
  constructor(lists: readonly string[], worthOf: (rank: number) => number) {
    const text = lists.map((list) => `${list} `).join('');
    this.#text = text;
    const most = text.length >> 1;
    this.#starts = new Int32Array(most);
    this.#lengths = new Int32Array(most);
    const hashes = new Int32Array(most);
    const ends = new Int32Array(lists.length);
    let count = 0;
    let begin = 0;
    lists.forEach((list, language) => {
      const end = begin + list.length + 1;
      let hash = hashStart;
      for (let at = begin; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code !== blank) {
          hash = Math.imul(hash ^ code, hashPrime);
          continue;
        }
        if (at > begin) {
          this.#starts[count] = begin;
          this.#lengths[count] = at - begin;
          hashes[count++] = hash;
        }
        begin = at + 1;
        hash = hashStart;
      }
      ends[language] = count;
    });
    let length = 1;
    while (length < 2 * count) length *= 2;
    this.#table = new Int32Array(length);
    const words = this.#file(hashes, count);
    this.#offsets = new Int32Array(count + 1);
    for (let each = 0; each < count; each++) {
      const next = (words[each] ?? 0) + 1;
      this.#offsets[next] = (this.#offsets[next] ?? 0) + 1;
    }
    for (let word = 0; word < count; word++) {
      this.#offsets[word + 1] = (this.#offsets[word + 1] ?? 0) + (this.#offsets[word] ?? 0);
    }
    this.#at = new Uint8Array(count);
    this.#scores = new Float64Array(count);
    const places = this.#offsets.slice();
    const worths: number[] = [];
    for (let language = 0, each = 0; language < lists.length; language++) {
      const end = ends[language] ?? 0;
      for (let rank = 0; each < end; rank++, each++) {
        if (rank === worths.length) worths.push(worthOf(rank));
        const word = words[each] ?? 0;
        const place = places[word] ?? 0;
        places[word] = place + 1;
        this.#at[place] = language;
        this.#scores[place] = worths[rank] ?? 0;
      }
    }
  }

  /** Enters words in the table; gives for each the first that is the same. */
  #file(hashes: Int32Array, count: number): Int32Array {
    const words = new Int32Array(count);
    const table = this.#table;
    const mask = table.length - 1;
    for (let each = 0; each < count; each++) {
      const start = this.#starts[each] ?? 0;
      const end = start + (this.#lengths[each] ?? 0);
      let slot = this.#slotOf(hashes[each] ?? 0);
      for (; ; slot = (slot + 1) & mask) {
        const word = (table[slot] ?? 0) - 1;
        if (word < 0) table[slot] = each + 1;
        if (word < 0 || this.#isWordAt(word, this.#text, start, end)) {
          words[each] = word < 0 ? each : word;
          break;
        }
      }
    }
    return words;
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
      if (!this.#isWordAt(index, text, start, end)) continue;
      const last = this.#offsets[index + 1] ?? 0;
      for (let entry = this.#offsets[index] ?? 0; entry < last; entry++) {
        const language = this.#at[entry] ?? 0;
        sums[language] = (sums[language] ?? 0) + (this.#scores[entry] ?? 0);
      }
      return;
    }
  }

  #isWordAt(word: number, text: string, start: number, end: number): boolean {
    if (this.#lengths[word] !== end - start) return false;
    const shift = (this.#starts[word] ?? 0) - start;
    for (let at = start; at < end; at++) {
      if (this.#text.charCodeAt(at + shift) !== lowerAt(text, at)) return false;
    }
    return true;
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
