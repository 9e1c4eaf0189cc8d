/** From a page to its passages. */
import { isLeftToRight, isRightToLeft } from './characters.js';
import { toColumns, type Space } from './columns.js';
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
  /** Where the page before had its columns. */
  readonly columns: Space | null;
}

/** What a page holds. */
export interface ReadPage {
  /** In reading order; what the page itself marks as no text comes last. */
  readonly passages: Passage[];
  /** Where its columns are, for the next page. */
  readonly columns: Space | null;
}

/** The share of a page's text that its structure must hold to be followed. */
const fewestTagged = 0.5;

/** Reads a page. */
export function readPage({ page, items, tree, isVertical, columns }: PageContent): ReadPage {
  const all = withoutDoubles(toPieces(items, isVertical));
  const artifacts = all.filter(({ isArtifact }) => isArtifact);
  const pieces = all.filter(({ isArtifact }) => !isArtifact);
  const noise = byPlace(artifacts, page, null).passages.map((own) => ({ ...own, isNoise: true }));
  const structured = tree ? readStructure(tree, pieces, page) : null;
  if (structured && lengthOf(structured.rest) < lengthOf(pieces) * (1 - fewestTagged)) {
    const rest = byPlace(structured.rest, page, null).passages;
    return { passages: [...structured.passages, ...rest, ...noise], columns };
  }
  const placed = byPlace(pieces, page, columns);
  return { passages: [...placed.passages, ...noise], columns: placed.columns };
}

function byPlace(pieces: readonly Piece[], page: number, before: Space | null): ReadPage {
  const turns = new Map<Turn, Piece[]>();
  for (const piece of pieces) {
    const own = turns.get(piece.turn);
    if (own) own.push(piece);
    else turns.set(piece.turn, [piece]);
  }
  let columns = before;
  const sorted = [...turns.values()].sort((a, b) => lengthOf(b) - lengthOf(a));
  const passages = sorted.flatMap((own, index) => {
    const found = toColumns(own, {
      rightToLeft: isMostlyRight(own),
      before: index === 0 ? before : null,
    });
    if (index === 0) columns = found.space;
    return found.columns.flatMap((column) => toPassages(column, page));
  });
  return { passages, columns };
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
