/** The words of a text as links between words name them: every word at its place. */
import { segmentsOf } from './graphemes.js';
import { baseLanguage } from './tags.js';

/** A word of a text. */
export interface PlacedWord {
  /** As written. */
  readonly text: string;
  /** Small letters without the accents of Latin letters: what is compared. */
  readonly key: string;
  /** UTF-16 offsets into the text, half-open. */
  readonly start: number;
  readonly end: number;
}

const latinMarks = /(?<=\p{Script=Latin})\p{M}+/gu;

/** Small letters, without the accents of Latin letters; digits stay. */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replace(latinMarks, '').normalize('NFC').toLowerCase();
}

const splitters = new Map<string, Intl.Segmenter>();

/** Finds the words of texts in a language. */
export function wordSplitter(language: string): Intl.Segmenter {
  const known = splitters.get(language);
  if (known !== undefined) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // Not every tag that a file may state is one that Intl accepts.
    made = new Intl.Segmenter('en', { granularity: 'word' });
  }
  splitters.set(language, made);
  return made;
}

/** Short words that lose their vowel and are written onto the next one: l'eau, qu'il, dell'acqua. */
const elided = /^(?:\p{L}|qu|jusqu|lorsqu|puisqu|un|gl|all|dall|dell|nell|sull|quell|coll)['’]/iu;
const elidingLanguages: ReadonlySet<string> = new Set(['ca', 'fr', 'it', 'oc']);
const possessive = /['’]s$/iu;

/** The first words of a text, with their places: at most `most`. Linear in the text. */
export function splitPlacedWords(text: string, language: string, most = Infinity): PlacedWord[] {
  const base = baseLanguage(language);
  const found: PlacedWord[] = [];
  for (const { segment, index, isWordLike } of segmentsOf(text, wordSplitter(language))) {
    if (isWordLike !== true) continue;
    for (const [from, to] of partsOf(segment, base)) {
      if (found.length >= most) return found;
      const own = segment.slice(from, to);
      found.push({ text: own, key: foldWord(own), start: index + from, end: index + to });
    }
  }
  return found;
}

/** Where the parts of what the segmenter takes for one word begin and end. */
function partsOf(word: string, language: string): [from: number, to: number][] {
  if (!/['’]/u.test(word)) return [[0, word.length]];
  if (elidingLanguages.has(language)) {
    const length = elided.exec(word)?.[0].length ?? 0;
    if (length > 0 && length < word.length)
      return [
        [0, length],
        [length, word.length],
      ];
  }
  if (language === 'en') {
    const length = possessive.exec(word)?.[0].length ?? 0;
    if (length > 0 && length < word.length) return [[0, word.length - length]];
  }
  return [[0, word.length]];
}
