/** The words of sentences as a person reads them, for explanations. */
import { segmentsOf } from '../../text/graphemes.js';

/** A word of one side. */
export interface ListedWord {
  /** As written. */
  readonly text: string;
  /** Small letters without accents: what is compared. */
  readonly key: string;
}

/** Longer sentences are explained by their first words. */
const mostWords = 120;

const marks = /\p{M}/gu;
const latinMarks = /(?<=\p{Script=Latin})\p{M}+/gu;

/** Small letters, without the accents of Latin letters; digits stay. */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replace(latinMarks, '').normalize('NFC').toLowerCase();
}

const splitters = new Map<string, Intl.Segmenter>();

function splitterOf(language: string): Intl.Segmenter {
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

/** The distinct words of some texts in order; words of one letter or sign only if they are ideographs or numbers. */
export function listWords(texts: readonly string[], language: string): ListedWord[] {
  const found = new Map<string, ListedWord>();
  for (const text of texts) {
    for (const { segment, isWordLike } of segmentsOf(text, splitterOf(language))) {
      if (isWordLike !== true || !isTelling(segment)) continue;
      const key = foldWord(segment);
      if (!found.has(key)) found.set(key, { text: segment, key });
      if (found.size === mostWords) return [...found.values()];
    }
  }
  return [...found.values()];
}

function isTelling(word: string): boolean {
  return word.replace(marks, '').length > 1 || /[\p{Ideographic}\p{Nd}]/u.test(word);
}
