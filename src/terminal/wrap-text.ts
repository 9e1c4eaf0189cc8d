/** Wrapping and cutting by what a terminal shows: cells and graphemes, not UTF-16 units. */
import stringWidth from 'string-width';
import { oneLine } from './safe-text.js';

const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters and punctuation that every terminal shows one cell wide, composed ones only. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0386-\u0482\u048a-\u0556\u2010-\u201f\u2026]*$/;
/** Ideographs, kana, Hangul syllables and their punctuation: two cells each. */
const wide =
  /^[\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]+$/;

/** Widths looked up before: looking one up takes microseconds, and words come again. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/** Width in terminal cells. */
export function cellWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  if (wide.test(text)) return 2 * text.length;
  const before = known.get(text);
  if (before !== undefined) return before;
  const width = stringWidth(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, width);
  return width;
}

/** A line may break before a word, not before the punctuation that follows one. */
const wordStart = /^[\p{L}\p{N}]/u;
/** Punctuation that may not end a line: it stays with the word after. */
const opening = /^[\p{Ps}\p{Pi}¿¡]+$/u;

/** Pieces of a line that must not be broken, white space apart. */
function* unbreakable(text: string): Generator<{ piece: string; space: boolean }> {
  for (const chunk of text.split(' ')) {
    if (narrow.test(chunk)) {
      yield { piece: chunk, space: true };
      continue;
    }
    // Scripts that write no blanks break between words, which only a segmenter can tell.
    let held = '';
    let space = true;
    let open = false;
    for (const { segment } of words.segment(chunk)) {
      if (held && !open && wordStart.test(segment)) {
        yield { piece: held, space };
        space = false;
        held = '';
      }
      held += segment;
      open = opening.test(segment);
    }
    if (held) yield { piece: held, space };
  }
}

/**
 * Wraps a text to lines of at most `width` cells, sanitised; at least one line. A piece that is
 * wider than a line is cut between graphemes.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { piece, space } of unbreakable(oneLine(text))) {
    const size = cellWidth(piece);
    const gap = space && line ? 1 : 0;
    if (line && used + gap + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    } else if (gap) {
      line += ' ';
      used++;
    }
    if (size <= width) {
      line += piece;
      used += size;
      continue;
    }
    for (const { segment } of graphemes.segment(piece)) {
      const cells = cellWidth(segment);
      if (line && used + cells > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += segment;
      used += cells;
    }
  }
  if (line || lines.length === 0) lines.push(line);
  return lines;
}

/** At most `width` cells on one line, `…` at the end where something was cut off; sanitised. */
export function truncateText(text: string, width: number): string {
  const whole = oneLine(text);
  if (cellWidth(whole) <= width) return whole;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(whole)) {
    used += cellWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Fills up with blanks to `width` cells. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
