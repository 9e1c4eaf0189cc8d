/** Words that two texts may share across languages: numbers, names and words of common origin. */
import { splitWords } from '../../text/words.js';

/** Letters of a word that are compared: endings differ between languages. */
const stemLength = 5;
const shortestWord = 4;
/** Pieces of text whose terms are kept: some 10 MB. */
const mostKnown = 1 << 17;
/** Longer pieces are runs of scripts without blanks, which hardly ever recur. */
const longestKnown = 32;
/** A part of a string that has fewer units is copied by V8; a longer one would keep the whole string. */
const leastSlice = 13;

/** Cyrillic and Greek letters in Latin ones, so that names meet across these scripts. */
const latin: Readonly<Record<string, string>> = {
  ...letters(
    'абвгдезийклмнопрстуфхцыэіїґқғңөұүһәјљњћђџў',
    'abvgdeziiklmnoprstufhcyeiigkgnouuhajlncdzu',
  ),
  ...letters('αβγδεζηικλμνξοπρσςτυφχω', 'abgdeziiklmnxoprsstyfho'),
  ё: 'e',
  ж: 'z',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: '',
  ь: '',
  ю: 'u',
  я: 'a',
  є: 'e',
  θ: 't',
  ψ: 'ps',
};

function letters(from: string, to: string): Record<string, string> {
  const target = [...to];
  return Object.fromEntries([...from].map((letter, at) => [letter, target[at] ?? '']));
}

/** The comparable words of texts, numbered over all documents of a run. */
export class TermIndex {
  readonly #ids = new Map<string, number>();
  /** The terms of what stands between two blanks, as it is written: a long text has little that is new. */
  #known = new Map<string, readonly number[]>();
  readonly #texts: string[] = [];
  readonly #isNumber: boolean[] = [];

  /** Number of distinct terms so far. */
  get size(): number {
    return this.#texts.length;
  }

  /** The distinct terms of a document's sentences, ascending. */
  add(sentences: readonly string[]): Int32Array {
    const found = new Set<number>();
    for (const sentence of sentences)
      for (let from = 0; from < sentence.length;) {
        // No word reaches across a blank, and none changes for what is behind one.
        let to = from;
        while (to < sentence.length && sentence.charCodeAt(to) !== blank) to++;
        if (to > from) for (const id of this.#idsOf(sentence.slice(from, to))) found.add(id);
        from = to + 1;
      }
    return Int32Array.from(found).sort();
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  isNumber(id: number): boolean {
    return this.#isNumber[id] ?? false;
  }

  /** The terms of a piece of text. */
  #idsOf(piece: string): readonly number[] {
    const known = this.#known.get(piece);
    if (known !== undefined) return known;
    const found: number[] = [];
    for (const { text, kind } of splitWords(piece)) {
      if (kind === 'number') found.push(this.#idOf(text, true));
      else if (kind === 'pair') found.push(this.#idOf(text, false));
      else if (text.length >= shortestWord) found.push(this.#idOf(stemOf(text), false));
    }
    if (piece.length <= longestKnown) {
      if (this.#known.size === mostKnown) this.#known = new Map();
      this.#known.set(copyOf(piece), found);
    }
    return found;
  }

  #idOf(text: string, isNumber: boolean): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    this.#isNumber.push(isNumber);
    return id;
  }
}

const blank = 0x20;

/** The same characters, without the string that they are a part of. */
function copyOf(piece: string): string {
  return piece.length < leastSlice ? piece : Buffer.from(piece, 'utf16le').toString('utf16le');
}

/** Terms as two texts write them: once if both write the same, as `Prague / Prahy` otherwise. */
export function writtenTerms(
  terms: readonly string[],
  a: readonly string[],
  b: readonly string[],
): string[] {
  const [inA, inB] = [writtenWords(a), writtenWords(b)];
  return terms.map((term) => {
    const [own, other] = [inA.get(term) ?? term, inB.get(term) ?? term];
    return own.toLowerCase() === other.toLowerCase() ? own : `${own} / ${other}`;
  });
}

/** The first word of each term. */
function writtenWords(sentences: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const sentence of sentences)
    for (const { text, kind, capital } of splitWords(sentence)) {
      const term = kind === 'word' ? stemOf(text) : text;
      if (found.has(term)) continue;
      const [first = '', ...rest] = text;
      found.set(term, capital ? first.toUpperCase() + rest.join('') : text);
    }
  return found;
}

/** The beginning of a word in Latin letters without marks. */
function stemOf(word: string): string {
  if (isPlain.test(word)) return word.slice(0, stemLength);
  let plain = '';
  for (const letter of word.normalize('NFD')) {
    if (isMark.test(letter)) continue;
    plain += latin[letter] ?? letter;
    if (plain.length >= stemLength) break;
  }
  return plain.slice(0, stemLength);
}

const isPlain = /^[a-z]*$/;
const isMark = /\p{M}/u;
