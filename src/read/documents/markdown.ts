import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { BlockKind, Markup, Span } from '../../domain.js';
import type { DocumentReader, FoundBlock } from './document.js';
import { blockParser } from './markdown-blocks.js';
import { findInlineMarkup, type InlineContext } from './markdown-inline.js';
import { sentenceLines, trimSpan } from './text.js';

/** Reads Markdown. Its markup stays in the text, and blocks tell where it stands. */
export const markdownReader: DocumentReader = {
  takes: 'text',
  textIs: 'file',
  read: (_name, text, { segmented }) => ({
    text,
    blocks: segmented ? sentenceLines(text) : findMarkdownBlocks(text),
  }),
};

const headingName = /^(?:ATX|Setext)Heading([1-6])$/;

/**
 * The blocks of a Markdown document that are text: headings, paragraphs (also those of lists and
 * quotations) and table cells, with the markup in them. Front matter, code, HTML and link definitions
 * are not. Linear in the text, however deep its blocks are nested and whatever marks stand in them.
 */
export function findMarkdownBlocks(text: string): FoundBlock[] {
  const from = frontMatterEnd(text);
  const body = forParser(text.slice(from));
  const blocks: FoundBlock[] = [];
  const tree = blockParser.parse(body);
  const context = linkNames(tree, body);
  tree.iterate({
    enter: (node) => {
      const heading = Number(headingName.exec(node.name)?.[1] ?? 0);
      if (heading === 0 && node.name !== 'Paragraph' && node.name !== 'TableCell') return true;
      const inside = heading === 0 ? { start: node.from, end: node.to } : headingText(node, body);
      const { start, end } = trimSpan(text, from + inside.start, from + inside.end);
      if (end > start) {
        const markup = blockMarkup(node, text, from, { start, end }, context);
        const kind = heading === 0 ? kindOf(node) : undefined;
        blocks.push({
          start,
          end,
          heading,
          ...(kind && { kind }),
          ...(markup.length > 0 && { markup }),
        });
      }
      return false;
    },
  });
  return blocks;
}

/** What a block is by what it directly stands in. */
function kindOf({ name, node }: SyntaxNodeRef): BlockKind | undefined {
  if (name === 'TableCell') return 'table-cell';
  const { parent } = node;
  if (parent?.name === 'ListItem') return 'list-item';
  return parent?.name === 'Blockquote' ? 'quotation' : undefined;
}

/** Names under which the document defines addresses of links. */
function linkNames(tree: Tree, body: string): InlineContext {
  const names = new Set<string>();
  const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
  tree.iterate({
    enter: (node) => {
      if (node.name !== 'LinkReference') return true;
      const label = node.node.getChild('LinkLabel');
      if (label) names.add(plain(body.slice(label.from + 1, label.to - 1)));
      return false;
    },
  });
  return { defines: (name) => names.has(plain(name)) };
}

const taskMark = /^\[[ xX]\]\s+/;
/** A line that ends in one more backslash than stands for backslashes. */
const hardBreak = /(?<!\\)(?:\\\\)*\\(?=[\r\n])/g;
const footnoteMark = /^\[\^[^\s\]]+\]:\s*/;

/** The markup of a block whose span is `start` to `end` in the text; the parser's offsets begin at `from`. */
function blockMarkup(
  node: SyntaxNodeRef,
  text: string,
  from: number,
  { start, end }: Span,
  context: InlineContext,
): Markup[] {
  const quotes: Markup[] = [];
  for (let child: SyntaxNode | null = node.node.firstChild; child; child = child.nextSibling) {
    const own = { start: from + child.from, end: from + child.to };
    if (child.name === 'QuoteMark' && own.start > start && own.end < end) quotes.push(own);
  }
  const own = text.slice(start, end);
  const breaks = [...own.matchAll(hardBreak)].map(({ index, 0: found }): Markup => {
    const at = start + index + found.length;
    return { start: at - 1, end: at };
  });
  let slice = own.replace(/[\r\n]/g, ' ');
  if (quotes.length > 0) slice = blanked(slice, quotes, start);
  const isTask = node.node.parent?.name === 'ListItem' && taskMark.test(slice);
  const head = (isTask ? taskMark : footnoteMark).exec(slice)?.[0].length ?? 0;
  if (head > 0) slice = `${' '.repeat(head)}${slice.slice(head)}`;
  const inline = findInlineMarkup(slice, context).map((mark): Markup => ({
    ...mark,
    start: mark.start + start,
    end: mark.end + start,
  }));
  const all: Markup[] = [...quotes, ...breaks, ...inline];
  if (head > 0) all.push({ start, end: start + head, opens: true });
  return all.sort((a, b) => a.start - b.start);
}

/** The text with blanks in the place of spans; `start` is its place in the text that they are of. */
function blanked(slice: string, spans: readonly Span[], start: number): string {
  let done = '';
  for (const span of spans) {
    done += slice.slice(done.length, span.start - start);
    done += ' '.repeat(span.end - span.start);
  }
  return done + slice.slice(done.length);
}

/**
 * The text, character for character at the same place, so that the parser sees in it the blocks that
 * CommonMark does: line ends are `\n`, and lines that are a tag are known by simpler ones.
 */
function forParser(text: string): string {
  return text
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(/\/(?=>[ \t]*$)/gm, ' ')
    .replace(/(?<=\s[\w.-]{1,40}):(?=[\w.-]{1,40}=)/g, '_');
}

/** A heading without its number signs or the line under it. */
function headingText({ node }: SyntaxNodeRef, text: string): Span {
  const { firstChild, lastChild } = node;
  const opens = firstChild?.name === 'HeaderMark' && firstChild.from === node.from;
  const closes = lastChild?.name === 'HeaderMark' && lastChild.from > node.from;
  if (!node.name.startsWith('Setext')) {
    return {
      start: opens ? firstChild.to : node.from,
      end: closes ? lastChild.from : node.to,
    };
  }
  // Marks of quotations may stand before the line.
  const lineStart = closes ? text.lastIndexOf('\n', lastChild.from) : node.to;
  return { start: node.from, end: Math.max(node.from, lineStart) };
}

const frontMatterStart = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)/;
const frontMatterEnds: Readonly<Record<string, RegExp>> = {
  '---': /(?:^|[\r\n])---[ \t]*(?=[\r\n]|$)/g,
  '+++': /(?:^|[\r\n])\+\+\+[ \t]*(?=[\r\n]|$)/g,
};

/** Where YAML or TOML at the beginning ends; 0 if there is none. */
function frontMatterEnd(text: string): number {
  const opening = frontMatterStart.exec(text);
  const closing = frontMatterEnds[opening?.[1] ?? ''];
  if (opening === null || closing === undefined) return 0;
  closing.lastIndex = opening[0].length - 1;
  const found = closing.exec(text);
  return found === null ? 0 : found.index + found[0].length;
}
