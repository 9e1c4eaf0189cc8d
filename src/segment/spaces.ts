import type { Span } from '../domain.js';
import type { SpaceRules } from './languages/rules.js';

/** Length of the longest word to look for on either side of a space. */
const longestWord = 14;
/** A sentence has at least this many characters. */
const minLength = 8;
/** Other white space may be next to the plain space. */
const blank = /\s/;
/** Total evidence at which a space ends a sentence. */
const threshold = 0.6;

/**
 * Splits text of a language that uses spaces between both clauses and sentences and has no full
 * stop (Thai). The words on either side decide: particles and question words end sentences,
 * pronouns begin them, prepositions and conjunctions do neither. A naive Bayes score over two
 * words; undecided text stays together. Linear in the length.
 *
 * @param spans passages between other marks, which are certain boundaries
 */
export function splitAtSpaces(text: string, spans: readonly Span[], rules: SpaceRules): Span[] {
  return spans.flatMap((span) => {
    const parts: Span[] = [];
    let start = span.start;
    for (let at = start + 1; at < span.end; at++) {
      if (text.charAt(at) !== ' ') continue;
      let next = at + 1;
      while (next < span.end && blank.test(text.charAt(next))) next++;
      let end = at;
      while (end > start && blank.test(text.charAt(end - 1))) end--;
      if (at - start >= minLength && span.end - next >= minLength) {
        const before = text.slice(Math.max(start, at - longestWord), at);
        const after = text.slice(next, Math.min(span.end, next + longestWord));
        const score = weighEnd(before, rules.endings) + weighBeginning(after, rules.beginnings);
        if (score >= threshold) {
          parts.push({ start, end });
          start = next;
        }
      }
      at = next - 1;
    }
    parts.push({ start, end: span.end });
    return parts;
  });
}

/** Foreign words and numbers are usually set off by spaces inside sentences. */
const foreignEvidence = -1.5;

/** Evidence of the longest listed word that the text ends with. */
function weighEnd(text: string, weights: ReadonlyMap<string, number>): number {
  for (let from = 0; from < text.length; from++) {
    const weight = weights.get(text.slice(from));
    if (weight !== undefined) return weight;
  }
  return /[\p{sc=Latin}\p{N}]$/u.test(text) ? foreignEvidence : 0;
}

/** Evidence of the longest listed word that the text begins with. */
function weighBeginning(text: string, weights: ReadonlyMap<string, number>): number {
  for (let to = text.length; to > 0; to--) {
    const weight = weights.get(text.slice(0, to));
    if (weight !== undefined) return weight;
  }
  return /^[\p{sc=Latin}\p{N}]/u.test(text) ? foreignEvidence : 0;
}
