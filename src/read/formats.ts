/**
 * The formats that documents are read from. A format is an entry here and a reader in `documents/`,
 * which is loaded when a file needs it.
 */
import { AppError } from '../errors.js';
import { headText } from './decode/head-text.js';
import type { DocumentReader } from './documents/document.js';
import { isHtml, isHtmlFragment } from './documents/html/is-html.js';
import { isPdf } from './documents/pdf/is-pdf.js';
import { isRtf } from './documents/rtf/is-rtf.js';
import { textReader } from './documents/text.js';
import { tableFormatOf, type TableFormat } from './recognise/tables.js';
import { rootElement } from './xml/root-element.js';

/** How many of a file's first bytes formats are recognised by: enough for a prolog of XML. */
export const headLength = 4096;

/** A format, how to recognise it and how to read it. */
export interface DocumentFormat {
  /** Lower case; what `from` and a source's `format` call it. */
  readonly name: string;
  /** Endings of file names, in lower case, with the dot. */
  readonly endings: readonly string[];
  /** Whether the first bytes of a file (at most `headLength`) show that it is in this format. */
  sniff(head: Uint8Array): boolean;
  /** As `sniff`, for files whose name says nothing: what the first bytes show is likely, but not certain. */
  resembles?(head: Uint8Array): boolean;
  /** Whether its files are not text, so that no text can be taken for one. */
  readonly isBinary?: true;
  /** Whether reading may take memory and time without bound, so that it wants a process of its own. */
  readonly isolated?: true;
  /** Whether the text stays the file's own: only such formats apply to a text that is known already. */
  readonly keepsText?: true;
  /** For zip archives, instead of `sniff`: whether the names of the files in it show this format. */
  inArchive?(names: ReadonlySet<string>): boolean;
  /** The reader; loaded late, so that a format costs nothing until a file is in it. */
  load(): Promise<DocumentReader>;
}

/** No first bytes show plain text, Markdown, or which documents a zip archive holds. */
const byNameOnly = (): boolean => false;

/** Recognises a format by how its text begins, in any encoding that has ASCII or a mark. */
const beginsWith =
  (pattern: RegExp) =>
  (head: Uint8Array): boolean =>
    pattern.test(headText(head));

/** Recognises a table of texts. A shorter head is all of the file. */
const isTable =
  (format: TableFormat) =>
  (head: Uint8Array): boolean =>
    tableFormatOf(head, head.length < headLength) === format;

/** Text may begin with a tag: XML that nobody knows begins with its declaration. */
function isOtherXml(head: Uint8Array): boolean {
  const root = rootElement(head);
  return root !== undefined && root.local !== 'html' && /^<\?xml\s/.test(headText(head));
}

const plainText: DocumentFormat = {
  name: 'text',
  endings: ['.txt', '.text'],
  sniff: byNameOnly,
  keepsText: true,
  // Nearly every run needs it: not worth a file of its own to load.
  load: () => Promise.resolve(textReader),
};

/** All formats; content is asked in this order. */
export const documentFormats: readonly DocumentFormat[] = [
  plainText,
  {
    name: 'markdown',
    endings: ['.md', '.markdown', '.mdown', '.mkd'],
    sniff: byNameOnly,
    keepsText: true,
    load: async () => (await import('./documents/markdown.js')).markdownReader,
  },
  {
    name: 'html',
    endings: ['.html', '.htm', '.xhtml'],
    sniff: isHtml,
    resembles: (head) => isHtmlFragment(headText(head)),
    load: async () => (await import('./documents/html/html.js')).htmlReader,
  },
  {
    name: 'epub',
    endings: ['.epub'],
    isBinary: true,
    sniff: byNameOnly,
    inArchive: (names) =>
      names.has('META-INF/container.xml') || [...names].some((path) => path.endsWith('.opf')),
    load: async () => (await import('./documents/epub/epub.js')).epubReader,
  },
  {
    name: 'tmx',
    endings: ['.tmx'],
    sniff: (head) => rootElement(head)?.local === 'tmx',
    load: async () => (await import('./tables/tmx/tmx.js')).tmxReader,
  },
  {
    name: 'xliff',
    endings: ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff'],
    sniff: (head) => rootElement(head)?.local === 'xliff',
    load: async () => (await import('./tables/xliff/xliff.js')).xliffReader,
  },
  {
    name: 'po',
    endings: ['.po', '.pot'],
    sniff: beginsWith(/^(?:#[^\n]*\n\s*)*(?:msgctxt\s+"[^"\n]*"\s+)?msgid\s+"/),
    load: async () => (await import('./tables/po/po.js')).poReader,
  },
  {
    name: 'jsonl',
    endings: ['.jsonl', '.ndjson'],
    sniff: isTable('jsonl'),
    load: async () => (await import('./tables/json/record-lines.js')).recordLinesReader,
  },
  {
    name: 'json',
    endings: ['.json'],
    sniff: beginsWith(/^\[\s*(?:\{\s*"|\[\s*")/),
    load: async () => (await import('./tables/json/record-list.js')).recordListReader,
  },
  {
    name: 'hunalign',
    endings: [],
    sniff: byNameOnly,
    load: async () => (await import('./tables/hunalign-text.js')).hunalignReader,
  },
  {
    name: 'columns',
    endings: ['.columns'],
    sniff: byNameOnly,
    load: async () => (await import('./tables/tabbed-lines.js')).tabbedLinesReader,
  },
  {
    name: 'pdf',
    endings: ['.pdf'],
    sniff: isPdf,
    isBinary: true,
    isolated: true,
    load: async () => (await import('./documents/pdf/reader.js')).pdfReader,
  },
  {
    name: 'srt',
    endings: ['.srt'],
    sniff: beginsWith(/^\d+[ \t]*\r?\n\s*\d{1,4}:\d\d:\d\d[,.]\d{1,3}\s*-->/),
    load: async () => (await import('./documents/subtitles/subtitles.js')).srtReader,
  },
  {
    name: 'vtt',
    endings: ['.vtt'],
    sniff: beginsWith(/^WEBVTT(?:\s|$)/),
    load: async () => (await import('./documents/subtitles/subtitles.js')).vttReader,
  },
  {
    name: 'ass',
    endings: ['.ass', '.ssa'],
    sniff: beginsWith(/^\[Script Info\]/i),
    load: async () => (await import('./documents/subtitles/subtitles.js')).assReader,
  },
  {
    name: 'csv',
    endings: ['.csv'],
    sniff: byNameOnly,
    resembles: isTable('csv'),
    load: async () => (await import('./tables/delimited.js')).csvReader,
  },
  {
    name: 'tsv',
    endings: ['.tsv', '.tab'],
    sniff: byNameOnly,
    resembles: isTable('tsv'),
    load: async () => (await import('./tables/delimited.js')).tsvReader,
  },
  {
    name: 'xlsx',
    endings: ['.xlsx', '.xlsm'],
    sniff: byNameOnly,
    isBinary: true,
    inArchive: (names) => names.has('xl/workbook.xml'),
    load: async () => (await import('./tables/workbook.js')).xlsxReader,
  },
  {
    name: 'docx',
    endings: ['.docx', '.docm', '.dotx', '.dotm'],
    sniff: byNameOnly,
    isBinary: true,
    inArchive: (names) =>
      names.has('word/document.xml') ||
      (names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith('word/'))),
    load: async () => (await import('./documents/docx/docx.js')).docxReader,
  },
  {
    name: 'odt',
    endings: ['.odt', '.ott', '.fodt'],
    sniff: (head) => {
      const root = rootElement(head);
      return root?.local === 'document' && root.tag.includes('opendocument:xmlns:office:');
    },
    isBinary: true,
    inArchive: (names) =>
      names.has('content.xml') && (names.has('mimetype') || names.has('META-INF/manifest.xml')),
    load: async () => (await import('./documents/odt/odt.js')).odtReader,
  },
  {
    name: 'rtf',
    endings: ['.rtf'],
    sniff: isRtf,
    isBinary: true,
    load: async () => (await import('./documents/rtf/rtf.js')).rtfReader,
  },
  {
    name: 'tei',
    endings: ['.tei'],
    sniff: (head) => /^(?:TEI|teiCorpus)(?:\.2)?$/.test(rootElement(head)?.local ?? ''),
    load: async () => (await import('./documents/xml/xml.js')).teiReader,
  },
  // Behind all others that are XML: any other XML is read by what is in it.
  {
    name: 'xml',
    endings: ['.xml'],
    sniff: isOtherXml,
    load: async () => (await import('./documents/xml/xml.js')).xmlReader,
  },
];

/**
 * The format of a file: by its content, else by the ending of its name, else by what it resembles, else plain text. A text with one
 * sentence per line (`segmented`) may begin with anything: there, content counts only where the ending
 * agrees or the file is no text.
 */
export function recogniseFormat(
  name: string,
  head: Uint8Array,
  formats: readonly DocumentFormat[] = documentFormats,
  segmented = false,
): DocumentFormat {
  const isNamed = namedBy(name);
  return (
    formats.find(
      (format) => format.sniff(head) && (!segmented || format.isBinary === true || isNamed(format)),
    ) ??
    formats.find((format) => format.isBinary !== true && format !== plainText && isNamed(format)) ??
    (segmented ? undefined : formats.find((format) => format.resembles?.(head) === true)) ??
    plainText
  );
}

/** Tells of a format whether a file's name has one of its endings. */
function namedBy(name: string): (format: DocumentFormat) => boolean {
  const lower = name.toLowerCase();
  return ({ endings }) => endings.some((ending) => lower.endsWith(ending));
}

/**
 * Refuses a file that, by its name, is in a format that is no text, and by its content is not.
 *
 * @throws AppError `unreadable-document`
 */
export function refuseMisnamed(
  name: string,
  head: Uint8Array,
  own: readonly DocumentFormat[] = [],
): void {
  const isNamed = namedBy(name);
  const format = [...own, ...documentFormats].find(
    (known) => known.isBinary === true && isNamed(known),
  );
  // Of an empty file there is more to say.
  if (!format || head.length === 0) return;
  throw new AppError(
    'unreadable-document',
    `${name}: is not ${format.name.toUpperCase()}, as its name says`,
    { hint: 'download or save the file again; if it is plain text, name its format' },
  );
}

/** The format of a zip archive by the names of the files in it; undefined if none has such files. */
export function recogniseArchive(
  names: readonly string[],
  formats: readonly DocumentFormat[] = documentFormats,
): DocumentFormat | undefined {
  const all = new Set(names);
  return formats.find((format) => format.inArchive?.(all));
}

/** The format of a name. Throws AppError `unknown-format`, which lists the names. */
export function formatNamed(
  name: string,
  formats: readonly DocumentFormat[] = documentFormats,
): DocumentFormat {
  const format = formats.find((known) => known.name === name.toLowerCase());
  if (format !== undefined) return format;
  const names = formats.map((known) => known.name).join(', ');
  throw new AppError('unknown-format', `unknown format "${name}"`, {
    hint: `known formats: ${names}`,
  });
}
