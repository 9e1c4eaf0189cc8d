/** Whether a text is in the language that it should be in. */
import { weighEvidence, type Evidence } from '../language/evidence.js';
import { evidenceText } from '../language/prepare.js';
import { allCandidates } from '../language/candidates.js';
import { onlyLanguage } from '../language/scripts.js';
import { primaryLanguage } from '../text/tags.js';

/** Words of one text are no independent evidence, so their likelihoods count less. */
const temper = 0.4;
/**
 * Chinese has one rival, and no words speak for either: each letter that is no kana does, as letters of other scripts do. The other
 * way round they count less, as a Japanese title has no kana either.
 */
const decidedByLetters = 'zh';
/** Nats against another script for each letter: a name in Latin letters is not yet another language. */
const natsPerLetter = 0.15;
/** More evidence says nothing more. */
const most = 6;

/** Names of one language that detection knows under another. */
const detectedAs: Readonly<Record<string, string>> = {
  no: 'nb',
  fil: 'tl',
  cmn: 'zh',
  arb: 'ar',
  pes: 'fa',
  swh: 'sw',
  zsm: 'ms',
};

const detectable: ReadonlySet<string> = new Set([
  ...Object.values(onlyLanguage),
  ...Object.values(allCandidates).flatMap((list) => list.map(({ language }) => language)),
]);

/**
 * How much more likely a text is in the language that it should be in than in the likeliest of all others, in
 * nats from -6 to 6; 0 if nothing can be said: the language is unknown to detection, or the text has no letters.
 */
export function languageSupport(text: string, language: string): number {
  const primary = primaryLanguage(language);
  const expected = detectedAs[primary] ?? primary;
  if (!detectable.has(expected)) return 0;
  const evidence = weighEvidence(evidenceText(text), null);
  if (evidence === null) return 0;
  const margin = marginOf(evidence, expected);
  return Math.max(-most, Math.min(most, margin));
}

function marginOf({ languages, logLikelihoods, letters }: Evidence, expected: string): number {
  let own = -Infinity;
  let other = -Infinity;
  for (const [index, language] of languages.entries()) {
    const nats = logLikelihoods[index] ?? -Infinity;
    if (language === expected) own = nats;
    else if (nats > other) other = nats;
  }
  if (own === -Infinity) return -natsPerLetter * letters;
  if (other === -Infinity) return natsPerLetter * letters;
  const isByLetters = expected === decidedByLetters && own > other;
  return (isByLetters ? 1 : temper) * (own - other);
}
