/** Blocks as HTML that is also XHTML: the same elements for pages and books. */
import { isRightToLeft } from '../../../text/direction.js';
import { sentenceSeparator } from '../../../text/scripts.js';
import { escapeXml } from '../../xml/xml-text.js';
import type { Block, BookParagraph } from './blocks.js';

/** The attributes of a cell or paragraph: its language and direction. */
export function languageAttributes(language: string, xml: boolean): string {
  const tag = language === 'und' ? '' : escapeXml(language);
  const direction = language === 'und' ? 'auto' : isRightToLeft(language) ? 'rtl' : 'ltr';
  return `${xml ? `xml:lang="${tag}" ` : ''}lang="${tag}" dir="${direction}"`;
}

/** How a block is written. */
export interface BlockMarkup {
  /** With `xml:lang`, as books want it. */
  readonly xml: boolean;
  /** The level of the element for headings of level 1. */
  readonly topLevel: number;
  /** An id for links to the block. */
  readonly id?: string;
}

/** A block as a `div`, its columns as `div`s in it. */
export function blockMarkup({ heading, columns }: Block, markup: BlockMarkup): string {
  const id = markup.id === undefined ? '' : ` id="${markup.id}"`;
  const cells = columns.map((paragraphs, column) => cellMarkup(paragraphs, column, markup));
  return `<div class="row${heading > 0 ? ' heading' : ''}"${id}>${cells.join('')}</div>\n`;
}

function cellMarkup(
  paragraphs: readonly BookParagraph[],
  column: number,
  markup: BlockMarkup,
): string {
  const language = paragraphs[0]?.language;
  // An empty cell keeps its place beside the others.
  if (language === undefined) return `<div class="text t${column + 1} none"></div>`;
  const content = paragraphs.map((paragraph) => paragraphMarkup(paragraph, language, markup));
  return `<div class="text t${column + 1}" ${languageAttributes(language, markup.xml)}>${content.join('')}</div>`;
}

function paragraphMarkup(
  paragraph: BookParagraph,
  outer: string,
  { xml, topLevel }: BlockMarkup,
): string {
  const { heading, kind, language } = paragraph;
  const own = language === outer ? '' : ` ${languageAttributes(language, xml)}`;
  const content = piecesMarkup(paragraph);
  if (heading > 0) {
    const name = `h${Math.min(6, heading - 1 + topLevel)}`;
    return `<${name}${own}>${content}</${name}>`;
  }
  switch (kind) {
    case 'list-item':
      return `<ul><li${own}>${content}</li></ul>`;
    case 'quotation':
      return `<blockquote${own}><p>${content}</p></blockquote>`;
    case 'footnote':
    case 'caption':
    case 'table-cell':
      return `<p class="${kind}"${own}>${content}</p>`;
    default:
      return `<p${own}>${content}</p>`;
  }
}

function piecesMarkup({ pieces, language }: BookParagraph): string {
  return pieces
    .map(({ text, alone }) =>
      alone ? `<span class="alone">${escapeXml(text)}</span>` : escapeXml(text),
    )
    .join(sentenceSeparator(language));
}
