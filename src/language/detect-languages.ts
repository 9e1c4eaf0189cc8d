import type { Paragraph, SourceText } from '../domain.js';
import { weighEvidence, type Evidence } from './evidence.js';
import { evidenceText } from './prepare.js';

/** What helps detection. */
export interface LanguageOptions {
  /** BCP-47 tag of the whole source: nothing is detected then. */
  readonly language?: string;
  /** BCP-47 tags of the languages that may occur. */
  readonly only?: readonly string[];
}

/** Fewer letters say nothing. */
const MIN_LETTERS = 3;

/** Gives every block of a source its language. Blocks that change language inside come apart. */
export function detectLanguages(source: SourceText, options: LanguageOptions = {}): Paragraph[] {
  if (options.language !== undefined) {
    const language = options.language;
    return source.blocks.map((block) => ({ ...block, language, confidence: 1 }));
  }
  const only = options.only && options.only.length > 0 ? new Set(options.only) : null;
  const evidence = source.blocks.map((block) => {
    const found = weighEvidence(evidenceText(source.text.slice(block.start, block.end)), only);
    return found && found.letters >= MIN_LETTERS ? found : null;
  });
  const shares = documentShares(evidence);
  const main = [...shares].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
  return source.blocks.map((block, index) => {
    const found = evidence[index];
    if (!found) return { ...block, language: main, confidence: main === 'und' ? 0 : 0.3 };
    const ranked = found.scores
      .map(({ language, logLikelihood }) => ({
        language,
        score: logLikelihood + 3 * (shares.get(language) ?? 0),
      }))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    if (!best) return { ...block, language: main, confidence: 0 };
    let sum = 0;
    for (const { score } of ranked) sum += Math.exp(score - best.score);
    return { ...block, language: best.language, confidence: 1 / sum };
  });
}

function documentShares(evidence: readonly (Evidence | null)[]): Map<string, number> {
  const shares = new Map<string, number>();
  let total = 0;
  for (const found of evidence) {
    const best = found?.scores[0];
    if (!found || !best) continue;
    shares.set(best.language, (shares.get(best.language) ?? 0) + found.letters);
    total += found.letters;
  }
  for (const [language, letters] of shares) shares.set(language, letters / total);
  return shares;
}
