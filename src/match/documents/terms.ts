/** Words that two texts may share across languages: numbers, names and words of common origin. */
import { splitWords } from '../../text/words.js';

/** Letters of a word that are compared: endings differ between languages. */
const stemLength = 5;
const shortestWord = 4;
/** Words whose terms are kept: some 10 MB. */
const mostKnown = 1 << 17;

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
  /** The terms of words as they are written: a long text has few that are new. */
  #known = new Map<string, number>();
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
      for (const { text, kind } of splitWords(sentence)) {
        if (kind === 'number') found.add(this.#idOf(text, true));
        else if (kind === 'pair') found.add(this.#idOf(text, false));
        else if (text.length >= shortestWord) found.add(this.#idOfWord(text));
      }
    return Int32Array.from(found).sort();
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  isNumber(id: number): boolean {
    return this.#isNumber[id] ?? false;
  }

  #idOfWord(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size === mostKnown) this.#known = new Map();
    const id = this.#idOf(stemOf(word), false);
    this.#known.set(word, id);
    return id;
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
