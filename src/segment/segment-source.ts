import { markupWithin, plainText, splitPlain } from '../text/markup.js';
import type { NoiseReason, Paragraph, Sentence, SourceText, Span } from '../domain.js';
import { findMarkup } from './markup.js';
import { segmentText, type Splitter } from './segment-text.js';

/** Options of `segmentSource`. */
export interface SegmentOptions {
  /** Every paragraph is one sentence, empty ones included. */
  readonly segmented?: boolean;
  /** Treats noise as text. */
  readonly keepNoise?: boolean;
  /** Splits paragraphs; `segmentText` by default. */
  readonly split?: Splitter;
}

/**
 * Splits the paragraphs of a source into sentences, numbered through the source. Left-over markup
 * inside a paragraph becomes a separate noise sentence. A paragraph that the file marks as one
 * sentence stays whole.
 */
export function segmentSource(
  source: SourceText,
  paragraphs: readonly Paragraph[],
  options: SegmentOptions = {},
): Sentence[] {
  const { split = segmentText } = options;
  const sentences: Sentence[] = [];
  const add = (paragraph: Paragraph, { start, end }: Span, noise: NoiseReason | null) => {
    const sentence: Sentence = {
      number: sentences.length + 1,
      paragraph: paragraph.number,
      start,
      end,
      language: paragraph.language,
      text: source.text.slice(start, end),
      noise: options.keepNoise === true ? null : noise,
    };
    const markup = markupWithin(paragraph.markup, { start, end });
    sentences.push(markup ? { ...sentence, markup } : sentence);
  };
  for (const paragraph of paragraphs) {
    if (options.segmented === true || paragraph.segmented === true) {
      add(paragraph, paragraph, options.segmented === true ? null : paragraph.noise);
      continue;
    }
    const text = source.text.slice(paragraph.start, paragraph.end);
    for (const piece of findMarkup(text)) {
      const base = paragraph.start + piece.start;
      const end = paragraph.start + piece.end;
      const markup = markupWithin(paragraph.markup, { start: base, end });
      const passage = {
        text: source.text.slice(base, end),
        start: base,
        ...(markup && { markup }),
      };
      const saysNothing = markup !== undefined && plainText(passage).trim() === '';
      const whole = piece.markup || saysNothing;
      const spans = whole
        ? [{ start: 0, end: end - base }]
        : splitPlain(passage, (plain) => split(plain, paragraph.language));
      for (const span of spans) {
        const noise = paragraph.noise ?? (whole ? 'markup' : null);
        add(paragraph, { start: base + span.start, end: base + span.end }, noise);
      }
    }
  }
  return sentences;
}
