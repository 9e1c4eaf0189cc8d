import type { Span } from '../domain.js';

const segmenters = new Map<string, Intl.Segmenter>();

/** Splits one paragraph into sentences; spans are trimmed of white space and never overlap. */
export function segmentText(text: string, language: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const lead = segment.length - segment.trimStart().length;
    const length = segment.trim().length;
    if (length > 0) spans.push({ start: index + lead, end: index + lead + length });
  }
  return spans;
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? 'en' : language, {
    granularity: 'sentence',
  });
  segmenters.set(language, made);
  return made;
}
