import type { Check } from '../../domain.js';
import { translationsBetween, type Glossary } from '../../text/terms/glossary.js';
import { mayHaveTerm, TermFinder } from '../../text/terms/term-finder.js';
import { toSide, type Passage } from '../passage/passage.js';
import type { Mention } from '../passage/mentions.js';

/** What a glossary says between two languages. */
export interface AgreedTerms {
  readonly finder: TermFinder;
  /** Translations of each term of the finder. */
  readonly targets: readonly (readonly string[])[];
}

/** Prepares a glossary for every pair of languages that is asked for, once. */
export class GlossaryTerms {
  readonly #glossary: Glossary;
  readonly #known = new Map<string, AgreedTerms>();

  constructor(glossary: Glossary) {
    this.#glossary = glossary;
  }

  /** The terms of texts in these languages (BCP-47). */
  between(a: string, b: string): AgreedTerms {
    const key = `${a}\n${b}`;
    let own = this.#known.get(key);
    if (own === undefined) {
      const terms = translationsBetween(this.#glossary, a, b);
      const finder = new TermFinder(
        terms.map(({ source }) => source),
        a,
      );
      own = { finder, targets: terms.map(({ targets }) => targets) };
      this.#known.set(key, own);
    }
    return own;
  }
}

/** Longer passages are hardly ever wrong as wholes, and take long. */
const mostFindings = 20;

/**
 * Terms of the first passage of which the second has none of the agreed translations. It is enough that one mention of a term is
 * translated so: texts avoid saying a word twice.
 */
export function checkGlossary(a: Passage, b: Passage, { finder, targets }: AgreedTerms): Check[] {
  if (a.base === b.base) return [];
  const missing = new Map<number, Mention>();
  const judged = new Set<number>();
  for (const { term, start, end } of finder.find(a.text)) {
    if (judged.has(term)) continue;
    judged.add(term);
    const wanted = targets[term] ?? [];
    if (wanted.some((target) => mayHaveTerm(b.text, target, b.language))) continue;
    const value = `${a.text.slice(start, end)} = ${wanted.join(' / ')}`;
    missing.set(term, { value, start, end });
    if (missing.size === mostFindings) break;
  }
  if (missing.size === 0) return [];
  return [{ code: 'glossary', a: toSide(a, [...missing.values()]), b: toSide(b, []) }];
}
