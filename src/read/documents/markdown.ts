import type { SyntaxNodeRef } from '@lezer/common';
import type { Span } from '../../domain.js';
import type { DocumentReader, FoundBlock } from './document.js';
import { blockParser } from './markdown-blocks.js';
import { sentenceLines, trimSpan } from './text.js';

/** Reads Markdown; its markup stays in the text. */
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
 * quotations) and table cells. Front matter, code, HTML and link definitions are not. Linear in the
 * text, however deep its blocks are nested.
 */
export function findMarkdownBlocks(text: string): FoundBlock[] {
  const from = frontMatterEnd(text);
  const body = forParser(text.slice(from));
  const blocks: FoundBlock[] = [];
  blockParser.parse(body).iterate({
    enter: (node) => {
      const heading = Number(headingName.exec(node.name)?.[1] ?? 0);
      if (heading === 0 && node.name !== 'Paragraph' && node.name !== 'TableCell') return true;
      const inside = heading === 0 ? { start: node.from, end: node.to } : headingText(node, body);
      const { start, end } = trimSpan(text, from + inside.start, from + inside.end);
      if (end > start) blocks.push({ start, end, heading });
      return false;
    },
  });
  return blocks;
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
