import { bookBlocks, bookTitle, columnLanguages, columnTitles, type Block } from './book/blocks.js';
import { blockMarkup, languageAttributes } from './book/page.js';
import { pageStyle } from './book/style.js';
import { escapeXml } from '../xml/xml-text.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type FormatOptions, type WriteFormat } from '../records/output-format.js';

/**
 * A page with the texts beside each other, paragraph by paragraph. It loads nothing and runs nothing. Noise is
 * folded; text without a counterpart stays where it stood.
 */
export const writeHtml: WriteFormat = async function* (head, batches, options, onDiagnostic) {
  yield onlyFile(pageHead(head, options));
  for await (const blocks of bookBlocks(head, batches, onDiagnostic)) {
    const text = blocksMarkup(blocks);
    if (text !== '') yield onlyFile(text);
  }
  yield onlyFile('</main>\n</body>\n</html>\n');
};

const markup = { xml: false, topLevel: 2 };

function blocksMarkup(blocks: readonly Block[]): string {
  let text = '';
  blocks.forEach((block, index) => {
    if (!block.noise) {
      text += blockMarkup(block, markup);
      return;
    }
    if (blocks[index - 1]?.noise !== true)
      text += '<details class="noise"><summary>Not part of the text</summary>\n';
    text += blockMarkup(block, markup);
    if (blocks[index + 1]?.noise !== true) text += '</details>\n';
  });
  return text;
}

function pageHead(head: OutputHead, { layout = 'side' }: FormatOptions): string {
  const title = escapeXml(bookTitle(head));
  const languages = columnLanguages(head);
  const names = columnTitles(head).map((name, column) => {
    const [language = 'und'] = languages[column] ?? [];
    const tags = escapeXml((languages[column] ?? []).join(', '));
    return `<div class="text t${column + 1}" ${languageAttributes(language, false)}><bdi>${escapeXml(name)}</bdi> <span class="tag">${tags}</span></div>`;
  });
  return `<!DOCTYPE html>
<html lang="${escapeXml(languages[0]?.[0] ?? '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="paralign">
<title>${title}</title>
<style>
${pageStyle(head.columns, layout)}</style>
</head>
<body>
<h1>${title}</h1>
<main class="book ${layout}">
<div class="row names" aria-label="Texts" role="group">${names.join('')}</div>
`;
}
