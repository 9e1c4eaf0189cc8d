/** Highlights stretches of a text: findings of checks, matches of a search. */
import { run, type Line, type Style } from './line.js';

/** A stretch of a text, in UTF-16 offsets, and its style. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

/**
 * A text as runs. Highlights (in any order, possibly overlapping or extending beyond the text) add
 * their styles to a base style. O(runs * highlights).
 */
export function highlightText(
  text: string,
  highlights: readonly Highlight[],
  base: Style = '',
): Line {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of highlights) {
    if (end <= 0 || start >= text.length) continue;
    cuts.add(Math.max(0, start));
    cuts.add(Math.min(text.length, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const over = highlights.filter((own) => own.start < end && own.end > start);
    const styles = [base, ...over.map(({ style }) => style)].filter((style) => style !== '');
    return run(text.slice(start, end), styles.join(' '));
  });
}
