/**
 * The parser for the blocks of Markdown: CommonMark with the tables of GitHub. What stands inside a
 * block is not parsed: it stays text, and links and emphasis would cost their square to find.
 */
import {
  parser as commonMark,
  type BlockContext,
  type BlockParser,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
} from '@lezer/markdown';

/** Nobody nests so deep; every line of a list looks at all lists around it. */
const maxDepth = 100;

/** What is nested deeper is text, line by line. */
const deepBlocks: BlockParser = {
  name: 'DeepBlock',
  before: 'IndentedCode',
  parse(cx: BlockContext, line: Line) {
    if (cx.depth < maxDepth) return false;
    const start = cx.lineStart + line.pos;
    cx.addElement(cx.elt('Paragraph', start, cx.lineStart + line.text.length));
    cx.nextLine();
    return true;
  },
};

/** A link's definition has an address and a title; with every line more it is read from its beginning. */
const maxDefinitionLines = 12;
const maxDefinition = 4000;

const inert: LeafBlockParser = { nextLine: () => false, finish: () => false };

/** Stops looking for the end of a link's definition, which is the first parser of what begins with "[". */
class DefinitionLimit implements LeafBlockParser {
  #lines = 1;

  nextLine(_cx: BlockContext, _line: Line, leaf: LeafBlock): boolean {
    if (++this.#lines > maxDefinitionLines || leaf.content.length > maxDefinition) {
      leaf.parsers[0] = inert;
    }
    return false;
  }

  finish(): boolean {
    return false;
  }
}

const definitions: BlockParser = {
  name: 'DefinitionLimit',
  after: 'LinkReference',
  leaf: (_cx, leaf) => (leaf.content.startsWith('[') ? new DefinitionLimit() : null),
};

/** A line that a paragraph inside lists or quotations takes in without their marks before it. */
const isLazy = (cx: BlockContext, line: Line): boolean => cx.depth > 1 && line.basePos === 0;

/** A tag alone in its line, or a list's item of any number: no paragraph that is its equal ends at them. */
const endsLazily = /^(?:<\/?[a-z][^<>]*>[ \t]*$|\d{1,9}[.)][ \t]+\S)/i;
const web = /^<[a-z][\w+.-]*:/i;

/** What ends a paragraph inside lists and quotations when it stands outside of them. */
const lazyLines: BlockParser = {
  name: 'LazyLine',
  after: 'SetextHeading',
  endLeaf(cx, line) {
    if (!isLazy(cx, line)) return false;
    const text = line.text.slice(line.pos);
    return endsLazily.test(text) && !web.test(text);
  },
};

/** Where the cells of a table's line begin and end, with the blanks around them. */
function findCells(line: string): { readonly start: number; readonly end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '\\') at++;
    else if (at === line.length || line[at] === '|') {
      // Nothing stands before a pipe that opens the line or behind one that closes it.
      const outside = start === 0 || at >= line.length;
      if (!outside || line.slice(start, at).trim() !== '') cells.push({ start, end: at });
      start = at + 1;
    }
  }
  if (start < line.length && line.endsWith('\\')) cells.push({ start, end: line.length });
  return cells;
}

const delimiterCell = /^:?-+:?$/;

/** How many columns the line under a table's head has; 0 if it is no such line. */
function countColumns(line: string): number {
  if (!line.includes('|')) return 0;
  const cells = findCells(line);
  const fit = cells.every(({ start, end }) => delimiterCell.test(line.slice(start, end).trim()));
  return fit ? cells.length : 0;
}

class TableParser implements LeafBlockParser {
  #state: 'head' | 'table' | 'text' = 'head';
  readonly #cells: { readonly start: number; readonly end: number }[] = [];

  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (this.#state === 'head') {
      const columns = isLazy(cx, line) ? 0 : countColumns(line.text.slice(line.pos));
      this.#state = columns > 0 && findCells(leaf.content).length === columns ? 'table' : 'text';
      if (this.#state === 'table') this.#add(leaf.content, leaf.start);
    } else if (this.#state === 'table') {
      this.#add(line.text.slice(line.pos), cx.lineStart + line.pos);
    }
    return false;
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    if (this.#state !== 'table') return false;
    const cells = this.#cells.map(({ start, end }) => cx.elt('TableCell', start, end));
    const end = leaf.start + leaf.content.length;
    cx.addLeafElement(leaf, cx.elt('Table', leaf.start, end, cells));
    return true;
  }

  #add(line: string, from: number): void {
    for (const { start, end } of findCells(line)) {
      if (line.slice(start, end).trim() !== '')
        this.#cells.push({ start: from + start, end: from + end });
    }
  }
}

const tables: BlockParser = {
  name: 'Table',
  before: 'SetextHeading',
  leaf: (_cx, leaf) => (leaf.content.includes('|') ? new TableParser() : null),
  endLeaf(cx, line, leaf) {
    if (leaf.parsers.some((parser) => parser instanceof TableParser)) return false;
    if (isLazy(cx, line) || !line.text.includes('|', line.basePos)) return false;
    const columns = countColumns(cx.peekLine().replace(/^[>\s]+/, ''));
    return columns > 0 && findCells(line.text.slice(line.pos)).length === columns;
  },
};

const config: MarkdownConfig = {
  defineNodes: [{ name: 'Table', block: true }, 'TableCell'],
  parseBlock: [deepBlocks, definitions, tables, lazyLines],
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image'],
};

/** Gives a tree of blocks with offsets into the text, whose lines end with `\n`. Linear in the text. */
export const blockParser = commonMark.configure(config);
