import type { Span } from '../domain.js';
import type { SpaceRules } from './languages/rules.js';

/** Letters looked at on either side of a space. */
const REACH = 24;
/** A sentence has at least so many characters. */
const MIN_LENGTH = 8;
/** Sum of the evidence at which a space ends a sentence. */
const THRESHOLD = 0.6;

/**
 * Splits text of a language that sets spaces between clauses and sentences alike and has no full
 * stop (Thai). The words on either side decide: particles and question words end sentences,
 * pronouns begin them, prepositions and conjunctions do neither. A naive Bayes score over two
 * words; what it can't tell stays together. Linear in the length.
 *
 * @param spans passages between other marks, which are ends for sure
 */
export function splitAtSpaces(text: string, spans: readonly Span[], rules: SpaceRules): Span[] {
  const segmenter = new Intl.Segmenter(rules.language, { granularity: 'word' });
  return spans.flatMap((span) => {
    const parts: Span[] = [];
    let start = span.start;
    for (let at = start + 1; at < span.end; at++) {
      if (text.charAt(at) !== ' ') continue;
      let next = at + 1;
      while (next < span.end && text.charAt(next) === ' ') next++;
      if (at - start >= MIN_LENGTH && span.end - next >= MIN_LENGTH) {
        const before = wordsOf(segmenter, text.slice(Math.max(start, at - REACH), at)).at(-1);
        const after = wordsOf(segmenter, text.slice(next, Math.min(span.end, next + REACH)))[0];
        const score =
          (rules.endings[before ?? ''] ?? unknown(before)) +
          (rules.beginnings[after ?? ''] ?? unknown(after));
        if (score >= THRESHOLD) {
          parts.push({ start, end: at });
          start = next;
        }
      }
      at = next - 1;
    }
    parts.push({ start, end: span.end });
    return parts;
  });
}

/** Foreign words and numbers are mostly set off by spaces inside sentences. */
function unknown(word: string | undefined): number {
  return word === undefined || /^[\p{sc=Latin}\p{N}]/u.test(word) ? -1.5 : 0;
}

function wordsOf(segmenter: Intl.Segmenter, text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) words.push(segment);
    else if (/[^\s]/.test(segment)) words.push(segment);
  }
  return words;
}
