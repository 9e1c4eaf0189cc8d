import type { Block, Paragraph, SourceText, Span } from '../domain.js';
import { cutAtSwitches } from './cut-at-switches.js';
import { glanceAt, likeliest, rankLanguages, weighEvidence, type Evidence } from './evidence.js';
import { evidenceText } from './prepare.js';
import { primaryLanguage } from '../text/tags.js';

/** What helps detection. */
export interface LanguageOptions {
  /** BCP-47 tag of the whole source: nothing is detected then. */
  readonly language?: string;
  /** BCP-47 tags of the languages to expect: others are taken only on clear evidence. */
  readonly only?: readonly string[];
  /** Blocks stay whole: each is a sentence that must not be split. */
  readonly whole?: boolean;
}

/** Fewer letters are no evidence. */
const minLetters = 3;
/** Share that a language counts for which the document doesn't have. */
const unseenShare = 0.08;
/** Words of one text are no independent evidence: likelihoods are tempered for the confidence. */
const temper = 0.4;
/** Shorter passages without a clear answer take the document's language. */
const clearLetters = 12;
const minConfidence = 0.25;
/** A document of fewer letters, by the pieces that speak clearly, has no language. */
const minDocument = 8;

/**
 * Gives every block of a source its language with a confidence. The languages of the document as a
 * whole are a prior, which counts for much in a heading and for nothing in a long paragraph. A block
 * that changes language inside comes apart at the sentence where it does (unless blocks are to stay whole), and all are
 * numbered anew.
 */
export function detectLanguages(source: SourceText, options: LanguageOptions = {}): Paragraph[] {
  if (options.language !== undefined) {
    const language = options.language;
    return source.blocks.map((block) => ({ ...block, language, confidence: 1 }));
  }
  const only =
    options.only && options.only.length > 0 ? new Set(options.only.map(primaryLanguage)) : null;
  const spansOf = (block: Block): Span[] =>
    options.whole === true || block.segmented === true
      ? [{ start: block.start, end: block.end }]
      : cutAtSwitches(source.text, block, (text) => glanceAt(evidenceText(text), only));
  const pieces = source.blocks.flatMap((block) => spansOf(block).map((span) => ({ block, span })));
  const evidence = pieces.map(({ span }) => {
    const found = weighEvidence(evidenceText(source.text.slice(span.start, span.end)), only);
    return found && found.letters >= minLetters ? found : null;
  });
  const shares = documentShares(evidence);
  const main = mainLanguage(shares);
  const priorOf = languagePriors(shares);
  return pieces.map(({ block, span }, index) =>
    paragraph(block, span, index, {
      evidence: evidence[index] ?? null,
      priorOf,
      main,
    }),
  );
}

function paragraph(
  block: Block,
  span: Span,
  index: number,
  known: {
    readonly evidence: Evidence | null;
    readonly priorOf: (language: string) => number;
    readonly main: string;
  },
): Paragraph {
  const base = { ...block, ...span, number: index + 1 };
  if (!known.evidence) {
    return { ...base, language: known.main, confidence: known.main === 'und' ? 0 : 0.5 };
  }
  const { language, confidence } = decide(known.evidence, known.priorOf);
  if (known.evidence.letters >= clearLetters || confidence >= minConfidence) {
    return { ...base, language, confidence };
  }
  // A word or two: the document's language, if there is a document around them.
  return { ...base, language: known.main, confidence: known.main === 'und' ? 0 : confidence };
}

/** Logarithm of what the document as a whole says for a language. */
function languagePriors(shares: ReadonlyMap<string, number>): (language: string) => number {
  const unseen = Math.log(unseenShare);
  const priors = new Map<string, number>();
  for (const [language, share] of shares) {
    priors.set(language, Math.log(unseenShare + (1 - unseenShare) * share));
  }
  return (language) => (shares.size === 0 ? 0 : (priors.get(language) ?? unseen));
}

/** The language with the greatest posterior, and a roughly calibrated probability that it is right. */
function decide(
  evidence: Evidence,
  priorOf: (language: string) => number,
): { language: string; confidence: number } {
  let best = { language: 'und', score: -Infinity };
  const posteriors = rankLanguages(evidence).map(({ language, logLikelihood }) => {
    const prior = priorOf(language);
    const score = temper * logLikelihood + prior;
    const whole = logLikelihood + prior;
    if (whole > best.score) best = { language, score: whole };
    return { language, score };
  });
  const chosen = posteriors.find(({ language }) => language === best.language)?.score ?? 0;
  let sum = 0;
  for (const { score } of posteriors) sum += Math.exp(score - chosen);
  return { language: best.language, confidence: Math.min(0.999, 1 / sum) };
}

/**
 * What part of the document each language has, in letters, by the pieces that speak clearly: a
 * heading's wrong guess must not count for the next heading.
 */
function documentShares(evidence: readonly (Evidence | null)[]): Map<string, number> {
  const shares = new Map<string, number>();
  let total = 0;
  for (const found of evidence) {
    if (!found) continue;
    const best = likeliest(found);
    const language = found.languages[best] ?? 'und';
    const others = found.logLikelihoods.filter((_, at) => at !== best);
    const margin = (found.logLikelihoods[best] ?? 0) - Math.max(...others);
    const weight = found.letters * Math.min(1, margin / 6);
    shares.set(language, (shares.get(language) ?? 0) + weight);
    total += weight;
  }
  if (total < minDocument) return new Map();
  for (const [language, letters] of shares) shares.set(language, letters / total);
  return shares;
}

function mainLanguage(shares: ReadonlyMap<string, number>): string {
  let main = 'und';
  let most = 0;
  for (const [language, share] of shares) if (share > most) [main, most] = [language, share];
  return main;
}
