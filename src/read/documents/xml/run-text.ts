/** A word or a sign that a file marks as one. */
export interface Token {
  readonly text: string;
  /** Whether the file says that nothing stands between it and the token before or behind it. */
  readonly joinsLeft: boolean;
  readonly joinsRight: boolean;
}

/** Text, in which white space is one blank, `\n` a break that is meant, or a token. */
export type Piece = string | Token;

const opening = /^[\p{Ps}\p{Pi}¿¡„‚]$/u;
const closing = /^(?:[\p{Pe}\p{Pf}.,;:!?…%。，、；：！？]|\.\.\.|['’]\p{L}{1,2}|n['’]t)$/u;
/** Scripts that put no blanks between words. */
const unspaced =
  /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmer}|\p{sc=Myanmar}/u;

/**
 * The text of pieces in a row. Between tokens it has the blanks that the file has, but for those around
 * punctuation where each token has a line of its own; where the file has none at all, it gets them.
 */
export function runText(pieces: readonly Piece[]): string {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  const spacing = spacingOf(pieces);
  let text = '';
  let last: Token | undefined;
  let between = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      between += piece;
      continue;
    }
    text += last && between.trim() === '' ? gap(last, piece, between, spacing) : between;
    text += piece.text;
    last = piece;
    between = '';
  }
  return text + between;
}

/**
 * How tokens are spaced: `marked`: as the file has it; `lines`: with a blank between every two; `none`:
 * with nothing between any two.
 */
type Spacing = 'marked' | 'lines' | 'none';

function spacingOf(pieces: readonly Piece[]): Spacing {
  let blanks = 0;
  let joints = 0;
  let last: Piece | undefined;
  let isBlank = false;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      if (piece.trim() === '') isBlank ||= piece !== '';
      else last = undefined;
      continue;
    }
    if (piece.joinsLeft || piece.joinsRight || /^\s|\s$/.test(piece.text)) return 'marked';
    if (last !== undefined) {
      if (isBlank) blanks++;
      else joints++;
    }
    last = piece;
    isBlank = false;
  }
  if (blanks === 0) return 'none';
  return joints === 0 ? 'lines' : 'marked';
}

function gap(last: Token, next: Token, between: string, spacing: Spacing): string {
  if (last.joinsRight || next.joinsLeft) return '';
  if (spacing === 'marked') return between;
  if (between.includes('\n')) return between;
  if (opening.test(last.text) || closing.test(next.text)) return '';
  const isUnspaced = unspaced.test(last.text.slice(-1)) && unspaced.test(next.text.slice(0, 1));
  return spacing === 'none' && isUnspaced ? '' : ' ';
}
