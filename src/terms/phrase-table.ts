/** How often phrases of two texts are linked with each other. */
import {
  phraseKey,
  phraseText,
  type PhrasePair,
  type TextPair,
  type WordedText,
  type WordSpan,
} from './phrases.js';

/** A phrase and its translation, as often as they were linked. */
export interface CountedPhrase {
  readonly key: string;
  readonly a: string;
  readonly b: string;
  /** As it is written most often. */
  readonly textA: string;
  readonly textB: string;
  /** Pairs in which they are linked. */
  readonly count: number;
  /** The row of the shortest pair. */
  readonly example: number;
  /** How many different words are found beside it, at the side with the fewest; counted up to `mostNeighbours`. */
  readonly neighbours: number;
}

/** Neighbours are counted up to this number. */
export const mostNeighbours = 4;

/** More are not held: those found once are dropped then. */
const mostPhrases = 1_500_000;

/** One way to write a phrase, and how often it was seen. */
interface Spelling {
  readonly text: string;
  count: number;
}

interface Entry {
  readonly a: string;
  readonly b: string;
  readonly spelledA: Spelling[];
  readonly spelledB: Spelling[];
  count: number;
  example: number;
  length: number;
  last: number;
  /** Different words before and behind it, in both texts. */
  readonly beside: readonly [string[], string[], string[], string[]];
}

/** Counts phrases that are linked with each other. */
export class PhraseTable {
  #entries = new Map<string, Entry>();
  #pairs = 0;

  /** Counts the phrases of a pair, each once. */
  add(pair: TextPair, phrases: readonly PhrasePair[]): void {
    this.#pairs++;
    const length = pair.a.text.length + pair.b.text.length;
    for (const { a, b } of phrases) {
      const [keyA, keyB] = [phraseKey(pair.a, a), phraseKey(pair.b, b)];
      const key = `${keyA}\n${keyB}`;
      let entry = this.#entries.get(key);
      if (entry === undefined) {
        const made = { count: 1, example: pair.id, length, last: this.#pairs };
        const beside: Entry['beside'] = [[], [], [], []];
        seeNeighbours(beside, pair, { a, b }, this.#pairs);
        entry = { a: keyA, b: keyB, spelledA: [], spelledB: [], beside, ...made };
        this.#entries.set(key, entry);
        spell(entry.spelledA, pair.a, a);
        spell(entry.spelledB, pair.b, b);
        continue;
      }
      spell(entry.spelledA, pair.a, a);
      spell(entry.spelledB, pair.b, b);
      if (entry.last === this.#pairs) continue;
      entry.last = this.#pairs;
      entry.count++;
      seeNeighbours(entry.beside, pair, { a, b }, this.#pairs);
      if (length < entry.length && length >= shortestExample) {
        entry.length = length;
        entry.example = pair.id;
      }
    }
    if (this.#entries.size > mostPhrases)
      this.#entries = new Map([...this.#entries].filter(([, { count }]) => count > 1));
  }

  phrases(): CountedPhrase[] {
    return Array.from(this.#entries, ([key, entry]) => {
      const { a, b, count, example, beside } = entry;
      return {
        key,
        a,
        b,
        textA: spelling(entry.spelledA),
        textB: spelling(entry.spelledB),
        count,
        example,
        neighbours: Math.min(...beside.map(({ length }) => length)),
      };
    });
  }
}

/** Notes the words beside a phrase. The beginning and the end of a text are different ones every time. */
function seeNeighbours(
  beside: Entry['beside'],
  { a, b }: TextPair,
  phrases: PhrasePair,
  pair: number,
): void {
  const seen = [
    a.words[phrases.a.from - 1]?.key,
    a.words[phrases.a.end]?.key,
    b.words[phrases.b.from - 1]?.key,
    b.words[phrases.b.end]?.key,
  ];
  seen.forEach((key, side) => {
    const known = beside[side] ?? [];
    const own = key ?? `\n${pair}`;
    if (known.length < mostNeighbours && !known.includes(own)) known.push(own);
  });
}

/** Both texts of a shorter example would hardly be more than the term. */
const shortestExample = 50;

/** More spellings of a phrase are not told apart. */
const mostSpellings = 3;

/** Notes how a phrase is written: what begins a text may have its capital from there, and counts little. */
function spell(known: Spelling[], text: WordedText, span: WordSpan): void {
  const own = phraseText(text, span);
  const weight = span.from === 0 ? 0.01 : 1;
  const found = known.find((other) => other.text === own);
  if (found) found.count += weight;
  else if (known.length < mostSpellings) known.push({ text: own, count: weight });
}

/** The most frequent one; of equally frequent ones that with fewer capitals. */
function spelling(known: readonly Spelling[]): string {
  const [best] = [...known].sort(
    (x, y) => y.count - x.count || capitals(x.text) - capitals(y.text),
  );
  return best?.text ?? '';
}

function capitals(text: string): number {
  return (text.match(/\p{Lu}/gu) ?? []).length;
}
