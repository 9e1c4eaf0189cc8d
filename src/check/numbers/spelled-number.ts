import type { Span } from '../../domain.js';

/** A number written in words, with offsets into the text. */
export interface SpelledNumber extends Span {
  readonly value: number;
}
