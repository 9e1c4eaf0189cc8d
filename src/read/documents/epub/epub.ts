import { openArchive } from '../../archive/archive.js';
import { checkSize } from '../../decode/chunks.js';
import type { DocumentReader, FoundText } from '../document.js';
import { decodePage } from '../html/decode-page.js';
import { mostBlocks, mostPageBytes, tooMany } from '../html/page.js';
import { walkPage } from '../html/page-walker.js';
import { TextBuilder } from '../text-builder.js';
import { readingOrder } from './package.js';

/** Most bytes that the files with a book's text may have together once unpacked; pictures don't count. */
const mostTextBytes = 64 << 20;

/**
 * Reads books in EPUB 2 and 3: the files of the reading order, one after the other. What a book says of its
 * language holds for all that says nothing itself.
 */
export const epubReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: readBook,
};

async function readBook(name: string, bytes: Uint8Array): Promise<FoundText> {
  const archive = await openArchive(name, bytes, mostTextBytes);
  const { chapters, language } = await readingOrder(name, archive);
  const builder = new TextBuilder(name);
  for (const { path, href } of chapters) {
    const place = `${name}:${path}`;
    const page = await archive.read(path);
    checkSize(place, page.length, mostPageBytes);
    const { text } = await decodePage(place, page);
    for (const block of walkPage(place, text, { isXhtml: true }).blocks) {
      const { heading, kind, id, isChrome, stated = language } = block;
      if (builder.count === mostBlocks) throw tooMany(name, 'blocks of text', mostBlocks);
      builder.addExact(block.text, {
        heading,
        ...(kind !== undefined && { kind }),
        locator: { kind: 'href', href: id === undefined ? href : `${href}#${id}` },
        ...(isChrome && { noise: 'boilerplate' }),
        ...(stated !== undefined && { stated }),
      });
    }
  }
  return builder.finish();
}
