import { wordLists } from './common-words.js';

const ranks = new Map<string, ReadonlyMap<string, number>>();

/** The common words of a language with their rank, 0 for the most frequent; empty if unknown. */
export function commonWords(language: string): ReadonlyMap<string, number> {
  const known = ranks.get(language);
  if (known) return known;
  const words = (wordLists[language] ?? '').split(' ').filter((word) => word !== '');
  const made = new Map(words.map((word, rank) => [word, rank]));
  ranks.set(language, made);
  return made;
}
