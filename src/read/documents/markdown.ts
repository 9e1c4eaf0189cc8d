import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { DocumentReader, FoundBlock } from './document.js';
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

/**
 * The blocks of a Markdown document that are text: headings, paragraphs (also those of lists and
 * quotations) and table cells. Front matter, code, HTML and link definitions are not.
 */
export function findMarkdownBlocks(text: string): FoundBlock[] {
  const tree = fromMarkdown(text, {
    extensions: [frontmatter(['yaml', 'toml']), gfmTable()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml']), gfmTableFromMarkdown()],
  });
  const blocks: FoundBlock[] = [];
  collect(tree, text, blocks);
  return blocks;
}

function collect(node: Nodes, text: string, blocks: FoundBlock[]): void {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') {
    const first = node.children[0]?.position?.start.offset;
    const last = node.children.at(-1)?.position?.end.offset;
    if (first === undefined || last === undefined) return;
    const span = trimSpan(text, first, last);
    if (span.end > span.start) {
      blocks.push({ ...span, heading: node.type === 'heading' ? node.depth : 0 });
    }
    return;
  }
  if ('children' in node) for (const child of node.children) collect(child, text, blocks);
}
