import type { EvidenceKind, EvidenceList } from './evidence-list.js';

/**
 * The words of one text are not independent evidence, so likelihoods are tempered for the
 * confidence.
 */
const temper = 0.4;

// Written anew for every passage: a long text has a million.
let likelihoods = new Float64Array(64);
let ranks = new Uint16Array(64);
/** The languages that `ranks` has in order. */
let ranked: readonly string[] | null = null;

/**
 * The language with the highest posterior, and a roughly calibrated probability that it is right.
 *
 * @param index the passage's place in the list
 * @param prior logarithm of the prior of each of the passage's languages
 */
export function mostProbable(
  { languages }: EvidenceKind,
  evidence: EvidenceList,
  index: number,
  prior: Float64Array,
): { readonly language: string; readonly confidence: number } {
  const count = languages.length;
  if (count > likelihoods.length) {
    likelihoods = new Float64Array(2 * count);
    ranks = new Uint16Array(2 * count);
    ranked = null;
  }
  evidence.copyTo(likelihoods, index, count);
  rank(languages, count);
  let best = -1;
  let most = -Infinity;
  for (let at = 0; at < count; at++) {
    const candidate = ranks[at] ?? 0;
    const whole = (likelihoods[candidate] ?? 0) + (prior[candidate] ?? 0);
    if (whole > most) [best, most] = [candidate, whole];
  }
  const chosen = best < 0 ? 0 : temper * (likelihoods[best] ?? 0) + (prior[best] ?? 0);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const candidate = ranks[at] ?? 0;
    sum += Math.exp(temper * (likelihoods[candidate] ?? 0) + (prior[candidate] ?? 0) - chosen);
  }
  return { language: languages[best] ?? 'und', confidence: Math.min(0.999, 1 / sum) };
}

/**
 * Puts the languages in order, the most likely first, alphabetically if equal. It begins with the order that the last
 * passage in one of them has left: most neighbours are in the same language, whose relatives are the same.
 */
function rank(languages: readonly string[], count: number): void {
  if (ranked !== languages) for (let at = 0; at < count; at++) ranks[at] = at;
  ranked = languages;
  for (let at = 1; at < count; at++) {
    const language = ranks[at] ?? 0;
    const own = likelihoods[language] ?? 0;
    let to = at;
    for (; to > 0; to--) {
      const other = ranks[to - 1] ?? 0;
      const theirs = likelihoods[other] ?? 0;
      const isAfter =
        own < theirs || (own === theirs && (languages[language] ?? '') > (languages[other] ?? ''));
      if (isAfter) break;
      ranks[to] = other;
    }
    ranks[to] = language;
  }
}
