/** A book's blocks as files of its text, and its table of contents. */
import { headingText, type Block } from '../book/blocks.js';
import { blockMarkup } from '../book/page.js';
import { escapeXml } from '../../xml/xml-text.js';

/** Reading systems are slow with longer files (in UTF-16 units of markup). */
const longFile = 200_000;

/** A heading of this level or higher begins a new file. */
const chapterLevel = 2;

/** A file with less text than this goes on in spite of a heading: a title and what follows it. */
const shortFile = 2_000;

/** Deeper headings are not in the table of contents. */
const contentsLevel = 3;

/** A line of the table of contents. */
export interface ContentsEntry {
  readonly level: number;
  readonly title: string;
  /** From the package's folder. */
  readonly href: string;
}

/** A file of the text. */
export interface TextFile {
  readonly name: string;
  readonly body: string;
}

/** The text in files; `contents` grows as they are made. */
export async function* textFiles(
  batches: AsyncIterable<readonly Block[]>,
  contents: ContentsEntry[],
): AsyncGenerator<TextFile> {
  let count = 1;
  let ids = 0;
  let body = '';
  const name = (): string => `text/${String(count).padStart(4, '0')}.xhtml`;
  for await (const blocks of batches)
    for (const block of blocks) {
      const { heading } = block;
      const begins = heading > 0 && heading <= chapterLevel && body.length > shortFile;
      if (begins || body.length > longFile) {
        yield { name: name(), body };
        count++;
        body = '';
      }
      const id = heading > 0 && heading <= contentsLevel ? `h${++ids}` : undefined;
      body += blockMarkup(block, { xml: true, topLevel: 1, ...(id !== undefined && { id }) });
      if (id !== undefined)
        contents.push({ level: heading, title: headingText(block), href: `${name()}#${id}` });
    }
  if (body !== '' || count === 1) yield { name: name(), body };
}

/** The table of contents as nested lists; a deeper level than its parent's next counts as one deeper. */
export function contentsList(entries: readonly ContentsEntry[]): string {
  let list = '';
  const open: number[] = [];
  for (const { level, title, href } of entries) {
    while (open.length > 1 && (open.at(-1) ?? 0) > level && (open.at(-2) ?? 0) >= level) {
      list += '</li></ol>';
      open.pop();
    }
    if (open.length === 0 || level > (open.at(-1) ?? 0)) {
      list += '<ol>';
      open.push(level);
    } else {
      list += '</li>';
      open[open.length - 1] = level;
    }
    list += `\n<li><a href="${href}">${escapeXml(title.trim() === '' ? '…' : title)}</a>`;
  }
  return list + '</li></ol>'.repeat(open.length);
}
