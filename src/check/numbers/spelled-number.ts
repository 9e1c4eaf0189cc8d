import type { Span } from '../../domain.js';

/** A number that is spelled out, with offsets into the text. */
export interface SpelledNumber extends Span {
  readonly value: number;
}
