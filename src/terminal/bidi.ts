/**
 * Right-to-left text on terminals, which disagree about who reorders it. Terminals that do so
 * themselves (VTE, Konsole, mlterm, Terminal.app) need logical order, at most with isolates around
 * each text; for the others (xterm, kitty, Alacritty, tmux) a line can be put into visual order.
 */
import makeBidi from 'bidi-js';
import { hasRightToLeft } from '../text/direction.js';
import { splitGraphemes } from '../text/graphemes.js';
import { joinRuns, lineText, plain, type Line, type Run } from './line.js';

/** `logical`: as written; `isolate`: as written, inside isolates; `visual`: as it should appear. */
export const bidiModes = ['logical', 'isolate', 'visual'] as const;

/** How right-to-left text is sent to the terminal. */
export type BidiMode = (typeof bidiModes)[number];

let bidi: ReturnType<typeof makeBidi> | null = null;

/** A line of a text, already cut to its width, in the form that the terminal needs. */
export function directed(line: Line, mode: BidiMode, base: 'ltr' | 'rtl'): Line {
  if (mode === 'logical') return line;
  if (mode === 'isolate') return [plain('\u2068'), ...line, plain('\u2069')];
  return visualOrder(line, base);
}

/**
 * The characters of a line from left to right, with brackets mirrored (Unicode's bidirectional
 * algorithm, rule L2, over whole characters, which keeps marks on their letters). Linear, apart
 * from nested directions.
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
