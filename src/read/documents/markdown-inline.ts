/** Finds the markup inside a block of Markdown: what stands in the file and is not read. */
import type { SyntaxNode } from '@lezer/common';
import { parser as commonMark, Strikethrough } from '@lezer/markdown';
import type { Markup, Span } from '../../domain.js';
import { htmlEntities } from '../xml/html-entities.js';

/** Takes a line for a paragraph, whatever it begins with. */
const inlineParser = commonMark.configure([
  Strikethrough,
  {
    remove: [
      'LinkReference',
      'IndentedCode',
      'FencedCode',
      'Blockquote',
      'HorizontalRule',
      'BulletList',
      'OrderedList',
      'ATXHeading',
      'HTMLBlock',
      'SetextHeading',
    ],
  },
]);

/** Without any of these there is no markup. */
const anyMark = /[*_`[\]<\\~&]/;
const eachMark = /[*_`[\]<\\~]/g;

/**
 * The parser looks back from mark to mark: a block with more marks, or longer, is read in parts, so that none
 * takes the square of its length. No writer comes near it.
 */
const mostMarks = 500;
const marksAPart = 250;
const longestPart = 20_000;

/** What is known of a document besides the block. */
export interface InlineContext {
  /** Whether the document defines a link's address under this name. */
  defines(label: string): boolean;
}

/**
 * The markup of a block, in order: marks of emphasis, code and links with their addresses, of images and
 * footnotes, tags. `text` is the block with blanks in the place of line ends and of the marks of quotations;
 * spans are relative to it.
 */
export function findInlineMarkup(text: string, context: InlineContext): Markup[] {
  if (!anyMark.test(text)) return [];
  const found: Markup[] = [];
  for (const { start, end } of parts(text)) {
    const part = text.slice(start, end);
    const collect = new MarkupCollector(part, start, context, found);
    collect.addChildren(inlineParser.parse(part).topNode);
  }
  return found;
}

/** The text whole, or cut at blanks. */
function parts(text: string): Span[] {
  const marks = [...text.matchAll(eachMark)].map(({ index }) => index);
  if (marks.length <= mostMarks && text.length <= longestPart) {
    return [{ start: 0, end: text.length }];
  }
  const spans: Span[] = [];
  let mark = 0;
  for (let start = 0; start < text.length;) {
    const most = Math.min(text.length, start + longestPart, marks[mark + marksAPart] ?? Infinity);
    let end = most;
    while (end < text.length && end > start && !/\s/.test(text.charAt(end - 1))) end--;
    if (end === start) end = most;
    spans.push({ start, end });
    while (mark < marks.length && (marks[mark] ?? 0) < end) mark++;
    start = end;
  }
  return spans;
}

const footnote = /^\[\^[^\s\]]+\]/;

/** Goes through what the parser found. */
class MarkupCollector {
  readonly #text: string;
  readonly #offset: number;
  readonly #context: InlineContext;
  readonly #found: Markup[];

  constructor(text: string, offset: number, context: InlineContext, found: Markup[]) {
    this.#text = text;
    this.#offset = offset;
    this.#context = context;
    this.#found = found;
  }

  /** Takes in the markup inside a node. */
  addChildren(node: SyntaxNode): void {
    for (const child of childrenOf(node)) this.#add(child);
  }

  #add(node: SyntaxNode): void {
    const { name, from, to } = node;
    switch (name) {
      case 'Escape':
        return this.#mark(from, from + 1, true);
      case 'HTMLTag':
        return this.#mark(from, to, this.#text.charAt(from + 1) !== '/');
      case 'Entity': {
        const says = entityText(this.#text.slice(from, to));
        if (says === undefined) return;
        const span = { start: this.#offset + from, end: this.#offset + to };
        this.#found.push({ ...span, says });
        return;
      }
      case 'Comment':
      case 'ProcessingInstruction':
        return this.#mark(from, to, false);
      case 'Link':
      case 'Image':
        return this.#link(node, name === 'Image');
      default:
        // Marks at both ends of what they are around.
        if (name.endsWith('Mark')) this.#mark(from, to, from === node.parent?.from);
        else this.addChildren(node);
    }
  }

  #link(node: SyntaxNode, isImage: boolean): void {
    const { from, to } = node;
    const [open, ...rest] = childrenOf(node);
    const at = rest.findIndex(({ name }) => name === 'LinkMark');
    const close = rest[at];
    if (open === undefined || close === undefined) return;
    if (!isImage && footnote.test(this.#text.slice(from, to))) {
      this.#mark(from, to, false);
      return;
    }
    // What a name stands for is an address only if the document says so; else the brackets are text.
    const inner = this.#text.slice(open.to, close.from);
    const label = this.#text.slice(close.to, to);
    const isNamed = label === '' || label.startsWith('[');
    const name = label.length > 2 ? label.slice(1, -1) : inner;
    const isLink = !isNamed || this.#context.defines(name);
    if (isLink) this.#mark(open.from, open.to, true);
    for (const child of rest.slice(0, at)) this.#add(child);
    if (isLink) this.#mark(close.from, to, false);
  }

  #mark(from: number, to: number, opens: boolean): void {
    if (to <= from) return;
    const span = { start: this.#offset + from, end: this.#offset + to };
    this.#found.push(opens ? { ...span, opens: true } : span);
  }
}

const entities: ReadonlyMap<string, string> = new Map([
  ...Object.entries(htmlEntities),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
]);

/** The characters that `&...;` stands for; undefined if it stands for none, or for a control character. */
function entityText(entity: string): string | undefined {
  const [, decimal, hex, name = ''] = /^&(?:#(\d+)|#x([\da-f]+)|(\w+));$/i.exec(entity) ?? [];
  if (name !== '') return entities.get(name);
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter && !(code >= 0x7f && code < 0xa0) ? String.fromCodePoint(code) : undefined;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
