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
    sentences.push({
      number: sentences.length + 1,
      paragraph: paragraph.number,
      start,
      end,
      language: paragraph.language,
      text: source.text.slice(start, end),
      noise: options.keepNoise === true ? null : noise,
    });
  };
  for (const paragraph of paragraphs) {
    if (options.segmented === true || paragraph.segmented === true) {
      add(paragraph, paragraph, options.segmented === true ? null : paragraph.noise);
      continue;
    }
    const text = source.text.slice(paragraph.start, paragraph.end);
    for (const piece of findMarkup(text)) {
      const spans = piece.markup
        ? [{ start: 0, end: piece.end - piece.start }]
        : split(text.slice(piece.start, piece.end), paragraph.language);
      const base = paragraph.start + piece.start;
      for (const { start, end } of spans) {
        const noise = paragraph.noise ?? (piece.markup ? 'markup' : null);
        add(paragraph, { start: base + start, end: base + end }, noise);
      }
    }
  }
  return sentences;
}
