/** From a page to its passages. */
import { isLeftToRight, isRightToLeft } from './characters.js';
import { toColumns } from './columns.js';
import { toPassages } from './paragraphs.js';
import type { Passage } from './passage.js';
import { toPieces, type PageItem, type Piece, type Turn } from './piece.js';
import { readStructure, type StructureNode } from './structure.js';

/** A page as pdf.js gives it. */
export interface PageContent {
  /** 1-based. */
  readonly page: number;
  readonly items: readonly PageItem[];
  /** The page's part of the document's structure; null where there is none. */
  readonly tree: StructureNode | null;
  /** Whether a font is written from top to bottom. */
  readonly isVertical: (font: string) => boolean;
}

/** The share of a page's text that its structure must hold to be followed. */
const fewestTagged = 0.5;

/** The passages of a page in reading order, and what the page itself marks as no text behind them. */
export function readPage({ page, items, tree, isVertical }: PageContent): Passage[] {
  const all = withoutDoubles(toPieces(items, isVertical));
  const artifacts = all.filter(({ isArtifact }) => isArtifact);
  const pieces = all.filter(({ isArtifact }) => !isArtifact);
  const noise = byPlace(artifacts, page).map((passage) => ({ ...passage, isNoise: true }));
  const structured = tree ? readStructure(tree, pieces, page) : null;
  if (structured && lengthOf(structured.rest) < lengthOf(pieces) * (1 - fewestTagged)) {
    return [...structured.passages, ...byPlace(structured.rest, page), ...noise];
  }
  return [...byPlace(pieces, page), ...noise];
}

function byPlace(pieces: readonly Piece[], page: number): Passage[] {
  const turns = new Map<Turn, Piece[]>();
  for (const piece of pieces) {
    const own = turns.get(piece.turn);
    if (own) own.push(piece);
    else turns.set(piece.turn, [piece]);
  }
  return [...turns.values()]
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .flatMap((own) =>
      toColumns(own, isMostlyRight(own)).flatMap((column) => toPassages(column, page)),
    );
}

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);

function isMostlyRight(pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const { text } of pieces) {
    if (isRightToLeft(text)) balance += text.length;
    else if (isLeftToRight(text)) balance -= text.length;
  }
  return balance > 0;
}

/** So many pieces back, the same text at the same place is the same one: bold by printing it twice. */
const doublesWithin = 4;

function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const isDouble = kept
      .slice(-doublesWithin)
      .some(
        (other) =>
          other.text === piece.text &&
          Math.abs(other.x - piece.x) < piece.size * 0.15 &&
          Math.abs(other.y - piece.y) < piece.size * 0.15 &&
          other.turn === piece.turn,
      );
    if (!isDouble) kept.push(piece);
  }
  return kept;
}
