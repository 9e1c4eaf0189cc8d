import type { DecodedText } from '../../decode/decode.js';
import { collect } from '../../decode/chunks.js';
import type { DocumentReader, FoundText } from '../document.js';
import { AppError } from '../../../errors.js';
import { TextBuilder } from '../text-builder.js';
import { findArticle } from './article.js';
import { decodePage } from './decode-page.js';
import { mostPageBytes, type Page } from './page.js';
import { walkPage } from './page-walker.js';
import { Skeleton } from './skeleton.js';

/** Pages with more elements than that are judged by the names of their elements alone. */
const mostSearched = 100_000;

/** Reads pages of HTML and XHTML: the article is text, what stands around it is marked as noise. */
export const htmlReader: DocumentReader = {
  takes: 'stream',
  textIs: 'extracted',
  read: async (name, chunks, { encoding }) => {
    const bytes = await collect(name, chunks, mostPageBytes);
    return readPage(name, await decodePage(name, bytes, encoding));
  },
};

/** The text of a decoded page. Throws AppError `empty-source` for one without any, `unreadable-document`. */
export function readPage(name: string, { text: html, doubt }: DecodedText): FoundText {
  const skeleton = new Skeleton(mostSearched);
  const page = walkPage(name, html, { isXhtml: /^\s*<\?xml\s/.test(html), listener: skeleton });
  const isText = findArticle(page, skeleton.finish());
  if (!isText.includes(true)) throw empty(name, page);
  const builder = new TextBuilder(name);
  page.blocks.forEach(({ text, heading, kind, id, stated }, index) => {
    builder.addExact(text, {
      heading,
      ...(kind !== undefined && { kind }),
      ...(id !== undefined && { locator: { kind: 'href', href: `#${id}` } }),
      ...(stated !== undefined && { stated }),
      ...(isText[index] !== true && { noise: 'boilerplate' }),
    });
  });
  return { ...builder.finish(), ...(doubt && { encodingDoubt: doubt }) };
}

function empty(name: string, { hasScripts }: Page): AppError {
  return new AppError('empty-source', `${name}: there is no text in the page`, {
    hint: hasScripts
      ? 'its scripts may fetch the text: open it in a browser and save it there as a complete page'
      : 'name a page with text in it',
  });
}
