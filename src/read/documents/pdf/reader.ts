import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { AppError } from '../../../errors.js';
import type { DocumentReader, FoundText, ReaderOptions } from '../document.js';
import { mostCharacters } from '../text-builder.js';
import { assemble } from './assemble.js';
import type { Space } from './columns.js';
import { markFurniture } from './furniture.js';
import { findBodyFont, withFootnotes, withHeadings } from './headings.js';
import { isBomb, openPdf, reasonOf } from './open-pdf.js';
import { readPage } from './page.js';
import type { Passage } from './passage.js';

/** More pages than any book has: a tree of pages that was made to be walked for ever. */
const mostPages = 100_000;
/** Runs of text on one page: what a page of a newspaper has, a hundred times. */
const mostItems = 1_000_000;

/**
 * Reads PDF files that have text in them: by their own structure where they have one, else by where
 * the text stands. What many pages repeat at the same place is marked as noise.
 */
export const pdfReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: readPdf,
};

async function readPdf(
  name: string,
  bytes: Uint8Array,
  { onPage }: ReaderOptions,
): Promise<FoundText> {
  const document = new OpenDocument(name, bytes);
  try {
    const pages: Passage[][] = [];
    const count = await document.open();
    let characters = 0;
    for (let page = 1; page <= count; page++) {
      onPage?.(page, characters);
      const passages = await document.read(page);
      characters += lengthOf(passages);
      if (characters > mostCharacters) {
        throw new AppError(
          'too-large',
          `${name}: holds more than ${mostCharacters} characters of text`,
          {
            hint: 'split it',
          },
        );
      }
      pages.push(passages);
    }
    onPage?.(count, characters);
    if (characters === 0) throw withoutText(name, count);
    const found = assemble(name, finishPages(pages, document.isTagged));
    return { ...found, notices: [...document.notices, ...emptyPages(pages)] };
  } finally {
    await document.close();
  }
}

const lengthOf = (passages: readonly Passage[]): number =>
  passages.reduce((sum, { lines }) => lines.reduce((all, line) => all + line.length, sum), 0);

/** What only all pages together show: noise, headings, footnotes. */
function finishPages(pages: readonly (readonly Passage[])[], isTagged: boolean): Passage[] {
  const marked = markFurniture(pages);
  const body = findBodyFont(marked.flat());
  const withNotes = isTagged ? marked : withFootnotes(marked, body);
  return withHeadings(withNotes.flat(), body);
}

function withoutText(name: string, pages: number): AppError {
  return new AppError(
    'empty-source',
    `${name}: the PDF has no text: its ${pages === 1 ? 'page is a picture' : `${pages} pages are pictures`} or empty`,
    { hint: 'run OCR on it first, for example with OCRmyPDF' },
  );
}

function emptyPages(pages: readonly (readonly Passage[])[]): string[] {
  const empty = pages.flatMap((passages, index) => (passages.length === 0 ? [index + 1] : []));
  if (empty.length === 0) return [];
  const [first] = empty;
  const notice =
    empty.length === 1
      ? `page ${first} has no text`
      : `${empty.length} of ${pages.length} pages have no text, page ${first} the first of them`;
  return [`${notice}: if it is a picture of text, run OCR on it`];
}

/** A document that is read strictly, and page by page less so where it is damaged. */
class OpenDocument {
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #notices: string[] = [];
  #strict: PDFDocumentProxy | undefined;
  #lenient: PDFDocumentProxy | undefined;
  #isTagged = false;
  #columns: Space | null = null;

  constructor(name: string, bytes: Uint8Array) {
    this.#name = name;
    this.#bytes = bytes;
  }

  get notices(): readonly string[] {
    return this.#notices;
  }

  get isTagged(): boolean {
    return this.#isTagged;
  }

  /** How many pages there are. */
  async open(): Promise<number> {
    const opened = await openPdf(this.#name, this.#bytes, true);
    this.#strict = opened;
    const { numPages } = opened;
    if (numPages > mostPages) {
      throw new AppError('too-large', `${this.#name}: claims to have ${numPages} pages`, {
        hint: 'split it',
      });
    }
    this.#isTagged = await hasStructure(opened);
    return numPages;
  }

  /** The passages of a page. Throws AppError `unreadable-document`, which names the page. */
  async read(page: number): Promise<Passage[]> {
    if (!this.#strict) throw new TypeError('a page is read before the document is open');
    try {
      return await this.#readFrom(this.#strict, page);
    } catch (error) {
      if (error instanceof AppError) throw error;
      const reason = reasonOf(error);
      if (isBomb(reason)) throw this.#refusal(page, reason, error);
    }
    try {
      this.#lenient ??= await openPdf(this.#name, this.#bytes, false);
      const passages = await this.#readFrom(this.#lenient, page);
      this.#notices.push(`page ${page} is damaged: some of its text may be missing`);
      return passages;
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw this.#refusal(page, reasonOf(error), error);
    }
  }

  #refusal(page: number, reason: string, cause: unknown): AppError {
    return new AppError(
      'unreadable-document',
      `${this.#name}: page ${page} of the PDF cannot be read (${reason})`,
      { hint: 'download it again, or repair it with a PDF program', cause },
    );
  }

  async close(): Promise<void> {
    // What fails while a broken file is let go of says nothing that reading it has not said.
    await Promise.allSettled([this.#strict?.destroy(), this.#lenient?.destroy()]);
  }

  async #readFrom(document: PDFDocumentProxy, number: number): Promise<Passage[]> {
    const page = await document.getPage(number);
    const { items, styles } = await page.getTextContent({ includeMarkedContent: true });
    if (items.length > mostItems) {
      throw new AppError(
        'too-large',
        `${this.#name}: page ${number} has ${items.length} pieces of text`,
        {
          hint: 'check that it is the file that was meant',
        },
      );
    }
    const tree = this.#isTagged ? await page.getStructTree() : null;
    const { passages, columns } = readPage({
      page: number,
      items,
      tree,
      isVertical: (font) => styles[font]?.vertical === true,
      columns: this.#columns,
    });
    this.#columns = columns;
    page.cleanup();
    return passages;
  }
}

async function hasStructure(document: PDFDocumentProxy): Promise<boolean> {
  try {
    return (await document.getMarkInfo())?.Marked === true;
  } catch {
    return false;
  }
}
