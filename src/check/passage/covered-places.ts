import type { Span } from '../../domain.js';

/** So many spans are looked through one by one; most passages have no more. */
const fewSpans = 16;

/** The places of a text that mentions cover. Linear in the spans, however many there are. */
export class CoveredPlaces {
  readonly #length: number;
  readonly #spans: Span[] = [];
  /** By place, once there are more than a few spans. */
  #isCovered: Uint8Array | undefined;

  /** @param length of the text */
  constructor(length: number) {
    this.#length = length;
  }

  /** Covers a span, which is not empty. */
  add(span: Span): void {
    const spans = this.#spans;
    if (this.#isCovered === undefined) {
      spans.push(span);
      if (spans.length <= fewSpans) return;
      this.#isCovered = new Uint8Array(this.#length);
      for (const { start, end } of spans) this.#isCovered.fill(1, start, end);
    } else this.#isCovered.fill(1, span.start, span.end);
  }

  /** Whether a place between these two is covered. */
  has(start: number, end: number): boolean {
    const covered = this.#isCovered;
    if (covered === undefined)
      return this.#spans.some((span) => start < span.end && end > span.start);
    for (let at = start; at < end; at++) if (covered[at] === 1) return true;
    return false;
  }
}
