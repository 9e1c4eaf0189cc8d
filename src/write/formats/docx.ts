import { isRightToLeft } from '../../text/direction.js';
import { bookBlocks, columnLanguages, columnTitles, type Block } from './book/blocks.js';
import { paragraphMarkup } from './docx/paragraph.js';
import { documentParts, wordNamespace } from './docx/parts.js';
import { escapeXml } from '../xml/xml-text.js';
import { coreProperties } from './zip/core-properties.js';
import { zipBytes, type ZipEntry } from './zip/zip.js';
import type { OutputHead } from '../records/head.js';
import {
  onlyFile,
  type FormatOptions,
  type Layout,
  type WriteFormat,
} from '../records/output-format.js';

/** A Word document: a table with a column for each text, or the texts below each other. */
export const writeDocx: WriteFormat = async function* (head, batches, options, onDiagnostic) {
  const blocks = bookBlocks(head, batches, onDiagnostic);
  for await (const chunk of zipBytes(entries(head, blocks, options))) yield onlyFile(chunk);
};

function* entries(
  head: OutputHead,
  blocks: AsyncIterable<readonly Block[]>,
  options: FormatOptions,
): Generator<ZipEntry> {
  const { layout = 'side' } = options;
  yield* documentParts(coreProperties(options));
  yield { name: 'word/document.xml', content: documentMarkup(head, blocks, layout) };
}

/** A4 in twentieths of a point, and its margins. */
const page = { short: 11_906, long: 16_838, margin: 1_134 };

async function* documentMarkup(
  head: OutputHead,
  batches: AsyncIterable<readonly Block[]>,
  layout: Layout,
): AsyncGenerator<string> {
  const side = layout === 'side';
  // Three columns or more need a wide page.
  const wide = side && head.columns > 2;
  const [width, height] = wide ? [page.long, page.short] : [page.short, page.long];
  const column = Math.floor((width - 2 * page.margin) / head.columns);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${wordNamespace}"><w:body>`;
  if (side) yield tableStart(head, column);
  for await (const blocks of batches)
    yield blocks.map((block) => (side ? blockRow(block, column) : blockParagraphs(block))).join('');
  // A document may not end in a table.
  yield `${side ? '</w:tbl><w:p/>' : ''}<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"${wide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function tableStart(head: OutputHead, width: number): string {
  const languages = columnLanguages(head);
  const line = '<w:insideH w:val="single" w:sz="2" w:space="0" w:color="DDDDDD"/>';
  const grid = languages.map(() => `<w:gridCol w:w="${width}"/>`).join('');
  const names = columnTitles(head).map((name, index) => {
    const bidi = isRightToLeft(languages[index]?.[0] ?? '') ? '<w:bidi/>' : '';
    return cell(
      width,
      `<w:p><w:pPr><w:pStyle w:val="Names"/>${bidi}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(name)}</w:t></w:r></w:p>`,
    );
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${width * languages.length}" w:type="dxa"/><w:tblBorders>${line}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${names.join('')}</w:tr>`;
}

function blockRow({ columns, heading }: Block, width: number): string {
  const cells = columns.map((paragraphs) =>
    // Every cell has a paragraph.
    cell(width, paragraphs.map((one) => paragraphMarkup(one)).join('') || '<w:p/>'),
  );
  const whole = heading > 0 ? '<w:trPr><w:cantSplit/></w:trPr>' : '';
  return `<w:tr>${whole}${cells.join('')}</w:tr>`;
}

function cell(width: number, content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
}

/** The texts of a block stay on one page, as far as they fit. */
function blockParagraphs({ columns }: Block): string {
  const paragraphs = columns.flat();
  return paragraphs
    .map((paragraph, index) => paragraphMarkup(paragraph, index < paragraphs.length - 1))
    .join('');
}
