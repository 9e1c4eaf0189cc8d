/**
 * Right-to-left text on terminals, which disagree about who orders it. Those that do (VTE, Konsole,
 * mlterm, Terminal.app) want logical order, and at most a fence around each text; for the others
 * (xterm, kitty, Alacritty, tmux) a line can be put into the order in which it is read.
 */
import makeBidi from 'bidi-js';
import { hasRightToLeft } from '../text/direction.js';
import { splitGraphemes } from '../text/graphemes.js';
import { joinRuns, lineText, plain, type Line, type Run } from './line.js';

/** `logical`: as it is written; `isolate`: the same, fenced; `visual`: as it is to be seen. */
export const bidiModes = ['logical', 'isolate', 'visual'] as const;

/** How right-to-left text is sent to the terminal. */
export type BidiMode = (typeof bidiModes)[number];

let bidi: ReturnType<typeof makeBidi> | null = null;

/** A line of a text, cut to its width already, as the terminal is to get it. */
export function directed(line: Line, mode: BidiMode, base: 'ltr' | 'rtl'): Line {
  if (mode === 'logical') return line;
  if (mode === 'isolate') return [plain('\u2068'), ...line, plain('\u2069')];
  return visualOrder(line, base);
}

/**
 * The characters of a line from left to right (Unicode's bidirectional algorithm, rule L2, over
 * whole characters, so that marks stay on their letters), brackets mirrored. Linear but for the
 * nesting of directions.
 */
export function visualOrder(line: Line, base: 'ltr' | 'rtl'): Line {
  const text = lineText(line);
  if (!hasRightToLeft(text)) return line;
  bidi ??= makeBidi();
  const { levels } = bidi.getEmbeddingLevels(text, base);
  const pieces: (Run & { readonly level: number })[] = [];
  let at = 0;
  for (const part of line) {
    for (const character of splitGraphemes(part.text)) {
      const level = levels[at] ?? 0;
      const mirrored = level % 2 === 1 ? bidi.getMirroredCharacter(character) : null;
      pieces.push({ text: mirrored ?? character, style: part.style, level });
      at += character.length;
    }
  }
  const highest = pieces.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level--) {
    for (let first = 0; first < pieces.length; first++) {
      let end = first;
      while ((pieces[end]?.level ?? 0) >= level) end++;
      if (end - first > 1) pieces.splice(first, end - first, ...pieces.slice(first, end).reverse());
      first = Math.max(first, end - 1);
    }
  }
  return joinRuns(pieces);
}
