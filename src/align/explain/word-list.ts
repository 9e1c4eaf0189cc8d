/** The words of sentences as a person reads them, for explanations. */
import { segmentsOf } from '../../text/graphemes.js';
import { foldWord, wordSplitter } from '../../text/placed-words.js';

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

/** The distinct words of some texts in order; words of one letter or sign only if they are ideographs or numbers. */
export function listWords(texts: readonly string[], language: string): ListedWord[] {
  const found = new Map<string, ListedWord>();
  for (const text of texts) {
    for (const { segment, isWordLike } of segmentsOf(text, wordSplitter(language))) {
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
