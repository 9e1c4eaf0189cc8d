/** Paragraphs of a book as WordprocessingML. */
import { isRightToLeft } from '../../../text/direction.js';
import { sentenceSeparator } from '../../../text/scripts.js';
import type { BookParagraph } from '../book/blocks.js';
import { escapeXml } from '../../xml/xml-text.js';

/** A paragraph with its language, direction and style. `keep` keeps it on a page with the next. */
export function paragraphMarkup(paragraph: BookParagraph, keep = false): string {
  const { language, pieces } = paragraph;
  const rightToLeft = isRightToLeft(language);
  const style = styleOf(paragraph);
  const separator = sentenceSeparator(language);
  const runs = pieces.map(({ text, alone }, index) => {
    const said = index > 0 && separator !== '' ? separator + text : text;
    return runMarkup(said, language, rightToLeft, alone);
  });
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keep ? '<w:keepNext/>' : '',
    rightToLeft ? '<w:bidi/>' : '',
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs.join('')}</w:p>`;
}

function runMarkup(text: string, language: string, rightToLeft: boolean, alone: boolean): string {
  const tag = escapeXml(language);
  // Word takes the language by script: Latin, East Asian, or complex.
  const properties = [
    alone ? '<w:u w:val="dotted" w:color="999999"/>' : '',
    rightToLeft ? '<w:rtl/>' : '',
    language === 'und' ? '' : `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`,
  ].join('');
  const content = escapeXml(text.replace(/\s+/g, ' '));
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${content}</w:t></w:r>`;
}

function styleOf({ heading, kind }: BookParagraph): string | undefined {
  if (heading > 0) return `Heading${Math.min(6, heading)}`;
  switch (kind) {
    case 'list-item':
      return 'ListItem';
    case 'quotation':
      return 'Quotation';
    case 'footnote':
    case 'caption':
    case 'table-cell':
      return 'SmallText';
    default:
      return undefined;
  }
}
