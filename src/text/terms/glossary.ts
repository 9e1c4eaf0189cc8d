/** Agreed translations of terms: plain data. */
import { primaryLanguage } from '../tags.js';
import { foldWord } from '../placed-words.js';

/** A term in one language. */
export interface GlossaryTerm {
  /** BCP-47; empty if the file does not say: the first term of an entry is then in the first text, the others in the second. */
  readonly language: string;
  readonly text: string;
}

/** What is agreed to say the same. Several terms in one language are alternatives. */
export type GlossaryEntry = readonly GlossaryTerm[];

/** A glossary. */
export interface Glossary {
  /** Its name in messages. */
  readonly name: string;
  readonly entries: readonly GlossaryEntry[];
}

/** A term of one text and the terms that may translate it. */
export interface TermTranslations {
  readonly source: string;
  readonly targets: readonly string[];
}

/**
 * What a glossary says between two texts: every term of the first language once, with all its translations. None for
 * texts in one language.
 */
export function translationsBetween(
  { entries }: Glossary,
  first: string,
  second: string,
): TermTranslations[] {
  const [a, b] = [primaryLanguage(first), primaryLanguage(second)];
  if (a === b) return [];
  const found = new Map<string, { readonly source: string; readonly targets: Set<string> }>();
  for (const entry of entries) {
    const side = (language: string, isFirst: boolean): string[] =>
      entry
        .filter((term, at) =>
          term.language === ''
            ? (at === 0) === isFirst
            : primaryLanguage(term.language) === language,
        )
        .map(({ text }) => text);
    const targets = side(b, false);
    if (targets.length === 0) continue;
    for (const source of side(a, true)) {
      const key = foldWord(source);
      const known = found.get(key) ?? { source, targets: new Set() };
      for (const target of targets) known.targets.add(target);
      found.set(key, known);
    }
  }
  return Array.from(found.values(), ({ source, targets }) => ({ source, targets: [...targets] }));
}
