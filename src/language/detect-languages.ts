import type { Paragraph, SourceText } from '../domain.js';
import { guessLanguages, type Guess } from './evidence.js';
import { countLetters, evidenceText } from './prepare.js';

/** What helps detection. */
export interface LanguageOptions {
  /** BCP-47 tag of the whole source: nothing is detected then. */
  readonly language?: string;
  /** BCP-47 tags of the languages that may occur. */
  readonly only?: readonly string[];
}

/** Fewer letters say nothing. */
const MIN_LETTERS = 3;
/** What the document's own languages count for a text of no length. */
const PRIOR = 0.15;
/** Letters after which the prior counts half. */
const FADE = 60;

/** Gives every block of a source its language. Blocks that change language inside come apart. */
export function detectLanguages(source: SourceText, options: LanguageOptions = {}): Paragraph[] {
  if (options.language !== undefined) {
    const language = options.language;
    return source.blocks.map((block) => ({ ...block, language, confidence: 1 }));
  }
  const only = options.only && options.only.length > 0 ? new Set(options.only) : null;
  const texts = source.blocks.map((block) =>
    evidenceText(source.text.slice(block.start, block.end)),
  );
  const guesses = texts.map((text) =>
    countLetters(text) < MIN_LETTERS ? [] : guessLanguages(text, only),
  );
  const shares = documentShares(texts, guesses);
  const main = [...shares].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
  return source.blocks.map((block, index) => {
    const letters = countLetters(texts[index] ?? '');
    const weight = PRIOR * (FADE / (FADE + letters));
    const ranked = (guesses[index] ?? [])
      .map(({ language, score }) => ({
        language,
        score: score + weight * (shares.get(language) ?? 0),
      }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = ranked;
    if (!first) return { ...block, language: main, confidence: main === 'und' ? 0 : 0.3 };
    const margin = first.score - (second?.score ?? 0);
    return { ...block, language: first.language, confidence: 1 - 0.5 * Math.exp(-margin * 20) };
  });
}

function documentShares(
  texts: readonly string[],
  guesses: readonly (readonly Guess[])[],
): Map<string, number> {
  const shares = new Map<string, number>();
  let total = 0;
  guesses.forEach((list, index) => {
    const best = list[0];
    if (!best) return;
    const letters = texts[index]?.length ?? 0;
    shares.set(best.language, (shares.get(best.language) ?? 0) + letters);
    total += letters;
  });
  for (const [language, letters] of shares) shares.set(language, letters / total);
  return shares;
}
