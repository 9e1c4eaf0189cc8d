import { primaryLanguage } from '../tags.js';
import type { Glossary } from './glossary.js';
import { TermFinder } from './term-finder.js';

/** A text in one language, in pieces. */
export interface LanguageText {
  /** BCP-47. */
  readonly language: string;
  readonly texts: Iterable<string>;
}

/** A glossary without the entries of which no text has a term: those say nothing about these texts. Near linear in the texts. */
export function usedEntries({ name, entries }: Glossary, texts: readonly LanguageText[]): Glossary {
  const used = new Set<number>();
  for (const { language, texts: pieces } of texts) {
    const terms = entries.flatMap((entry, number) =>
      entry
        .filter((term) => term.language === '' || isOne(term.language, language))
        .map(({ text }) => ({ number, text })),
    );
    if (terms.length === 0) continue;
    const finder = new TermFinder(
      terms.map(({ text }) => text),
      language,
    );
    for (const piece of pieces)
      for (const { term } of finder.find(piece)) used.add(terms[term]?.number ?? -1);
  }
  return { name, entries: entries.filter((_, number) => used.has(number)) };
}

function isOne(a: string, b: string): boolean {
  return primaryLanguage(a) === primaryLanguage(b);
}
