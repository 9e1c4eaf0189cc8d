/** What stands on a page: pieces of text with their places. */
import { isRightToLeft, isSpace } from './characters.js';

/**
 * A run of text on a page. Lengths are in points; `x` grows along the line, `y` (the baseline) from the
 * page's bottom to its top, also where the page or the text is turned.
 */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
  /** Blank space stands before it in the page's own order. */
  readonly spaceBefore: boolean;
  /** The file says itself what the signs stand for: in reading order, brackets as they are meant. */
  readonly isExact: boolean;
  /** The marked content that it is in, by which the tree of the document knows it. */
  readonly content: string | null;
  /** The file marks it as no part of the text: a running head, a page number. */
  readonly isArtifact: boolean;
  /** Degrees by which the line is turned, anticlockwise; `down` for columns of vertical writing. */
  readonly turn: Turn;
}

/** How lines run. */
export type Turn = 0 | 90 | 180 | 270 | 'down';

/** What a page says, in the order in which it is drawn, as pdf.js gives it. */
export type PageItem = TextItem | MarkItem;

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

interface MarkItem {
  readonly type: string;
  readonly id?: string | null;
  readonly tag?: string | null;
  /** A string of PDF, its bytes as characters. */
  readonly actualText?: unknown;
}

interface Mark {
  readonly content: string | null;
  readonly isArtifact: boolean;
  /** Replaces what stands inside. */
  readonly exact: { readonly text: string; readonly parts: Piece[] } | null;
}

/**
 * The pieces of a page in the order in which they are drawn.
 *
 * @param isVertical whether a font is written from top to bottom
 */
export function toPieces(
  drawn: readonly PageItem[],
  isVertical: (font: string) => boolean,
): Piece[] {
  const items = withoutGaps(drawn);
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  let space = false;
  for (const item of items) {
    const mark = marks.at(-1);
    if ('type' in item) {
      if (item.type === 'endMarkedContent') {
        marks.pop();
        if (mark?.exact && mark.exact !== marks.at(-1)?.exact) {
          const whole = exactPiece(mark.exact.text, mark.exact.parts);
          if (whole) pieces.push(whole);
        }
      } else marks.push(openMark(item, mark));
      continue;
    }
    if (isSpace(item.str)) {
      space = true;
      continue;
    }
    const { x, y, width, size, turn } = place(item, isVertical(item.fontName));
    const piece: Piece = {
      x,
      y,
      width,
      size,
      turn,
      text: item.str,
      font: item.fontName,
      spaceBefore: space,
      isExact: false,
      content: mark?.content ?? null,
      isArtifact: mark?.isArtifact ?? false,
    };
    space = false;
    (mark?.exact?.parts ?? pieces).push(piece);
  }
  for (const { exact } of marks.slice(0, 1)) if (exact) pieces.push(...exact.parts);
  return pieces;
}

/** A gap between letters that are read from the right; see packaging/pdf-text.mjs. */
const gap = '\ufdd2';

/** Gaps are spaces only where the page draws none: letters and their marks are often placed one by one. */
function withoutGaps(drawn: readonly PageItem[]): readonly PageItem[] {
  const items = withoutStretches(drawn);
  if (!items.some((item) => 'str' in item && item.str.includes(gap))) return items;
  const drawsSpaces = items.some(
    (item) => 'str' in item && item.str.includes(' ') && isRightToLeft(item.str),
  );
  return items.map((item) =>
    'str' in item ? { ...item, str: item.str.replaceAll(gap, drawsSpaces ? '' : ' ') } : item,
  );
}

const stretched = /\p{Script=Arabic}\p{M}*\+\+\p{M}*\p{Script=Arabic}/u;
const stretches = /(?<=\p{Script=Arabic}\p{M}*)\++(?=\p{M}*\p{Script=Arabic})/gu;

/** LibreOffice stretches justified Arabic lines inside of words, and says of what it draws there that it is `+`. */
function withoutStretches(items: readonly PageItem[]): readonly PageItem[] {
  if (!items.some((item) => 'str' in item && stretched.test(item.str))) return items;
  return items.map((item) =>
    'str' in item ? { ...item, str: item.str.replace(stretches, '') } : item,
  );
}

function openMark(item: MarkItem, around: Mark | undefined): Mark {
  const text = decodeString(item.actualText);
  return {
    content: item.id ?? around?.content ?? null,
    isArtifact: item.tag === 'Artifact' || around?.isArtifact === true,
    exact: around?.exact ?? (text === undefined ? null : { text, parts: [] }),
  };
}

/** One piece for what the file says in other words. Null where there is nothing to see or to say. */
function exactPiece(text: string, parts: readonly Piece[]): Piece | null {
  const [first] = parts;
  if (!first || text === '') return null;
  // A word that is divided by the end of a line counts as a whole where it begins.
  const same = parts.filter(({ y, turn }) => turn === first.turn && y === first.y);
  const x = Math.min(...same.map((part) => part.x));
  const end = Math.max(...same.map((part) => part.x + part.width));
  return { ...first, text, x, width: end - x, isExact: true };
}

const utf16be = new TextDecoder('utf-16be');
const utf8 = new TextDecoder();

function decodeString(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const bytes = Uint8Array.from(value, (unit) => unit.charCodeAt(0));
  if (value.startsWith('\xfe\xff')) return utf16be.decode(bytes);
  if (value.startsWith('\xef\xbb\xbf')) return utf8.decode(bytes);
  return value;
}

function place(
  { transform, width, height }: TextItem,
  vertical: boolean,
): Pick<Piece, 'x' | 'y' | 'width' | 'size' | 'turn'> {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  // Most text stands upright, and these functions take longer than all the rest.
  const size = (c === 0 ? Math.abs(d) : Math.hypot(c, d)) || height || Math.hypot(a, b);
  if (vertical) return { x: -f, y: e, width: height || size, size, turn: 'down' };
  const angle = b === 0 && a > 0 ? 0 : Math.round(Math.atan2(b, a) / (Math.PI / 2));
  switch (angle) {
    case 1:
      return { x: f, y: -e, width, size, turn: 90 };
    case -1:
      return { x: -f, y: e, width, size, turn: 270 };
    case 2:
    case -2:
      return { x: -e, y: -f, width, size, turn: 180 };
    default:
      return { x: e, y: f, width, size, turn: 0 };
  }
}
