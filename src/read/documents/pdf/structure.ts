/** Documents that say themselves what is a heading, a paragraph or a cell. */
import type { BlockKind } from '../../../domain.js';
import { isRightToLeft } from './characters.js';
import { lineText, toLines, type Line } from './line.js';
import { lineStarts } from './line-starts.js';
import { noteLines } from './note-numbers.js';
import { extent, type Passage } from './passage.js';
import type { Piece } from './piece.js';

/** A node of a page's tree as pdf.js gives it: an element, or marked content by its id. */
export interface StructureNode {
  readonly role?: string;
  /** Which element of the document it is: on every page on which it goes on the same. */
  readonly element?: string | null;
  readonly children?: readonly StructureNode[];
  readonly type?: string;
  readonly id?: string;
}

/** Elements that are a block, and what they say of it. */
const blockRoles: ReadonlyMap<string, { readonly heading?: number; readonly kind?: BlockKind }> =
  new Map([
    ['Title', { heading: 1 }],
    ['H', { heading: 1 }],
    ...[1, 2, 3, 4, 5, 6].map((heading) => [`H${heading}`, { heading }] as const),
    ['P', {}],
    ['LI', { kind: 'list-item' }],
    ['LBody', { kind: 'list-item' }],
    ['TOCI', { kind: 'list-item' }],
    ['TD', { kind: 'table-cell' }],
    ['TH', { kind: 'table-cell' }],
    ['Caption', { kind: 'caption' }],
    ['Note', { kind: 'footnote' }],
    ['FENote', { kind: 'footnote' }],
    ['BlockQuote', { kind: 'quotation' }],
    ['Figure', { kind: 'caption' }],
    ['Formula', {}],
    ['Code', {}],
  ]);

/** Elements that only hold blocks. */
const groupRoles = new Set([
  ...['Root', 'Document', 'DocumentFragment', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'L', 'Table'],
  ...['TR', 'THead', 'TBody', 'TFoot', 'TOC', 'Index', 'BibEntry', 'NonStruct', 'Private'],
]);

/** Elements inside paragraphs that stay blocks of their own. */
const ownRoles = new Set(['Note', 'FENote', 'Caption']);

/** Nobody nests so deep. */
const mostDepth = 200;

interface OpenBlock {
  readonly heading?: number;
  readonly kind?: BlockKind;
  readonly element?: string;
  /** The list's item that it is in, with its number or bullet once that is known. */
  readonly item?: { marker: string };
  readonly pieces: Piece[];
}

/** What the tree of a page gives. */
export interface Structured {
  readonly passages: readonly Passage[];
  /** Pieces that the tree doesn't know. */
  readonly rest: readonly Piece[];
}

/** The passages of a page in the order of its tree. Null where the tree is too deep to be meant. */
export function readStructure(
  root: StructureNode,
  pieces: readonly Piece[],
  page: number,
): Structured | null {
  const byContent = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.content === null) continue;
    const own = byContent.get(piece.content);
    if (own) own.push(piece);
    else byContent.set(piece.content, [piece]);
  }
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  const visit = (
    node: StructureNode,
    around: Omit<OpenBlock, 'pieces'>,
    depth: number,
    parent: StructureNode | null,
  ): boolean => {
    if (depth > mostDepth) return false;
    if (node.type === 'content' && node.id !== undefined) {
      const own = byContent.get(node.id);
      if (own) {
        byContent.delete(node.id);
        if (!open) blocks.push((open = { ...around, pieces: [] }));
        for (const piece of own) open.pieces.push(piece);
      }
      return true;
    }
    const { role = '', children = [] } = node;
    const isBullet = role === 'Lbl' && around.kind === 'list-item';
    if (isBullet) {
      for (const id of contentsOf(node, depth)) {
        if (around.item) around.item.marker += byContent.get(id)?.map(textOf).join('') ?? '';
        byContent.delete(id);
      }
      return true;
    }
    const says = blockRoles.get(isUnnamedItem(node, parent) ? 'LI' : role);
    // A paragraph inside of an item or a cell is a block of that kind.
    const isInside = around.kind !== undefined && (role === 'P' || role === 'Figure');
    const { element } = node;
    const inner =
      says === undefined
        ? around
        : {
            ...(isInside ? around : says),
            ...(says.kind === 'list-item' && { item: itemOf(role, around) }),
            ...(element && { element }),
          };
    const isBlock = says !== undefined || (groupRoles.has(role) && role !== 'NonStruct');
    const outer = open;
    if (isBlock || ownRoles.has(role)) open = undefined;
    for (const child of children) if (!visit(child, inner, depth + 1, node)) return false;
    // What follows a note inside of a paragraph belongs to the paragraph.
    if (isBlock || ownRoles.has(role)) open = ownRoles.has(role) ? outer : undefined;
    return true;
  };
  if (!visit(root, {}, 0, null)) return null;
  const known = new Set(blocks.flatMap((block) => block.pieces));
  const found = blocks.flatMap((block) => toPassage(block, page));
  const passages = found.map(({ last, ...passage }) => ({
    ...passage,
    isFull: isFull(last, passage, found),
  }));
  return {
    passages,
    rest: pieces.filter((piece) => !known.has(piece) && isLeft(piece, byContent)),
  };
}

/** Pieces that no element took; bullets have been taken out. */
const isLeft = ({ content }: Piece, byContent: ReadonlyMap<string, unknown>): boolean =>
  content === null || byContent.has(content);

/** The item that an element is, or whose body it is. */
const itemOf = (role: string, { item }: Pick<OpenBlock, 'item'>): NonNullable<OpenBlock['item']> =>
  role === 'LBody' && item ? item : { marker: '' };

const textOf = ({ text }: Piece): string => text;

/** An item that Chromium does not call one: its page calls it a note. */
const isUnnamedItem = ({ role, children }: StructureNode, parent: StructureNode | null): boolean =>
  role === 'NonStruct' &&
  parent?.role === 'L' &&
  children?.some((child) => child.role === 'Lbl') === true;

function contentsOf(node: StructureNode, depth: number): string[] {
  if (node.type === 'content') return node.id === undefined ? [] : [node.id];
  if (depth > mostDepth) return [];
  return (node.children ?? []).flatMap((child) => contentsOf(child, depth + 1));
}

/** Lines that end ragged leave room for a long word, in shares of the width. */
const mostRoom = 0.2;

/** Whether a passage's last line ends where those of the page's widest passage beside it do. */
function isFull(last: Line, { x, end }: Passage, all: readonly Passage[]): boolean {
  let [left, right] = [x, end];
  for (const other of all) {
    // What begins or ends where this does not is another column, unless it is wider on both sides.
    if (other.x > x + 1 && other.end < end - 1) continue;
    if (other.x > end || other.end < x) continue;
    [left, right] = [Math.min(left, other.x), Math.max(right, other.end)];
  }
  const isRight = isRightToLeft(lineText(last));
  const room = isRight ? last.x - left : right - last.end;
  return room < (right - left) * mostRoom;
}

function toPassage(
  { pieces, heading, kind, element, item }: OpenBlock,
  page: number,
): (Passage & { readonly last: Line })[] {
  const written = toLines(pieces, Infinity).filter((line) => lineText(line) !== '');
  const [first] = written;
  if (!first) return [];
  const starts = lineStarts(written);
  const lines = written.map((line, index) => lineText(line, starts[index]));
  const note = item ? noteLines(lines, item.marker) : null;
  return [
    {
      lines: note ?? lines,
      page,
      size: first.size,
      font: first.font,
      heading: heading ?? 0,
      ...(note ? { kind: 'footnote' as const } : kind && { kind }),
      ...(element && { element }),
      ...extent(written),
      isIndented: false,
      isFull: true,
      last: written.at(-1) ?? first,
    },
  ];
}
