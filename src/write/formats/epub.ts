import { bookBlocks, bookTitle, columnLanguages, type Block } from './book/blocks.js';
import { bookStyle } from './book/style.js';
import { contentsList, textFiles, type ContentsEntry } from './epub/content.js';
import { Identity } from './epub/identity.js';
import { container, packageDocument, xhtmlPage } from './epub/package.js';
import { zipBytes, type ZipEntry } from './zip/zip.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type FormatOptions, type WriteFormat } from '../records/output-format.js';

/**
 * A book in EPUB 3. Screens of readers are narrow: the texts stand below each other unless asked otherwise, and
 * on narrow screens always. The table of contents follows from the headings.
 */
export const writeEpub: WriteFormat = async function* (head, batches, options, onDiagnostic) {
  const blocks = bookBlocks(head, batches, onDiagnostic);
  for await (const chunk of zipBytes(entries(head, blocks, options))) yield onlyFile(chunk);
};

async function* entries(
  head: OutputHead,
  blocks: AsyncIterable<readonly Block[]>,
  { layout = 'below', date }: FormatOptions,
): AsyncGenerator<ZipEntry> {
  const languages = languagesOf(head);
  const [language = 'und'] = languages;
  const title = bookTitle(head);
  const contents: ContentsEntry[] = [];
  const files: string[] = [];
  const identity = new Identity();
  yield { name: 'mimetype', content: 'application/epub+zip', stored: true };
  yield { name: 'META-INF/container.xml', content: container };
  yield { name: 'EPUB/style.css', content: bookStyle(head.columns, layout) };
  for await (const { name, body } of textFiles(blocks, contents)) {
    files.push(name);
    identity.add(body);
    yield { name: `EPUB/${name}`, content: [xhtmlPage(title, language, body, '../')] };
  }
  if (contents.length === 0) contents.push({ level: 1, title, href: files[0] ?? '' });
  const navigation = `<nav epub:type="toc" id="toc">${contentsList(contents)}</nav>\n`;
  yield { name: 'EPUB/nav.xhtml', content: xhtmlPage(title, language, navigation, '') };
  yield {
    name: 'EPUB/package.opf',
    content: packageDocument(head, { languages, files, identity: identity.digits, date }),
  };
}

/** All languages of the book, each once. */
function languagesOf(head: OutputHead): string[] {
  const found = [...new Set(columnLanguages(head).flat())];
  return found.length > 0 ? found : ['und'];
}
