/** The text of some sentences of a source, as outputs write it and the review shows it. */
import type { Sentence, Span } from '../domain.js';
import { sentenceSeparator } from './scripts.js';

/** Turns runs of neighbouring sentences, given by number, into one span each. */
export function sentenceSpans(
  sentences: Iterable<Pick<Sentence, 'number' | 'start' | 'end'>>,
): Span[] {
  const spans: Span[] = [];
  let last: { number: number; start: number } | undefined;
  for (const { number, start, end } of sentences) {
    if (last && number === last.number + 1) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
    last = { number, start: spans.at(-1)?.start ?? start };
  }
  return spans;
}

/**
 * The source's own text over the spans, including everything between neighbours. Several spans are
 * joined by a space, or by nothing in languages without spaces.
 */
export function passageText(text: string, spans: readonly Span[], language: string): string {
  const [first, ...others] = spans;
  if (others.length === 0) return first ? text.slice(first.start, first.end) : '';
  return spans.map(({ start, end }) => text.slice(start, end)).join(sentenceSeparator(language));
}
