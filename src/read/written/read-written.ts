/** Files that paralign wrote itself, recognised by their content and read as the rows they are. */
import { decodeBytes } from '../decode/decode.js';
import { headText } from '../decode/head-text.js';
import { isZip } from '../archive/is-zip.js';
import type { WrittenTable } from './written-table.js';

/** First bytes that show what a file is. */
const headLength = 1 << 16;

/** How a file is read. */
export interface WrittenOptions {
  /** Name of the encoding, if somebody named it. */
  readonly encoding?: string;
  /** Name of the format, if somebody named it: others are not tried. */
  readonly from?: string;
}

/** A format that paralign writes and reads again. */
interface WrittenFormat {
  readonly name: string;
  /** Whether a text begins as paralign writes it. */
  isOwn(head: string): boolean;
  read(
    name: string,
    bytes: Uint8Array,
    encoding: string | undefined,
  ): Promise<WrittenTable | undefined>;
}

/** A format whose files are decoded before they are read. */
function textFormat(
  name: string,
  isOwn: (head: string) => boolean,
  read: (name: string, text: string) => Promise<WrittenTable>,
): WrittenFormat {
  return {
    name,
    isOwn,
    read: async (file, bytes, encoding) =>
      read(file, (await decodeBytes(file, bytes, encoding)).text),
  };
}

const table = (name: string): WrittenFormat =>
  textFormat(
    name,
    (head) => {
      const delimiter = delimiterOf(head);
      return delimiter !== undefined && (name === 'tsv') === (delimiter === '\t');
    },
    async (file, text) => {
      const { readOwnTable } = await import('./written-lines.js');
      return readOwnTable(file, text, delimiterOf(text.slice(0, headLength)) ?? ',');
    },
  );

const formats: readonly WrittenFormat[] = [
  textFormat(
    'json',
    (head) => /^\{\s*"format":\s*"paralign"\s*[,}]/.test(head),
    async (name, text) => (await import('./written-json.js')).readOwnJson(name, text),
  ),
  textFormat(
    'jsonl',
    (head) => /^\{\s*"id":\s*\d+,\s*"cells":\s*\[/.test(head),
    async (name, text) => (await import('./written-json.js')).readOwnJsonLines(name, text),
  ),
  table('csv'),
  table('tsv'),
  {
    name: 'tmx',
    isOwn: (head) => /<header\s[^>]*\bcreationtool="paralign"/.test(head),
    read: async (name, bytes, encoding) =>
      (await import('./written-tmx.js')).readOwnTmx(name, bytes, encoding),
  },
  {
    name: 'xliff',
    isOwn: (head) => head.includes('<xliff') && head.includes('<note category="method">'),
    read: async (name, bytes, encoding) =>
      (await import('./written-xliff.js')).readOwnXliff(name, bytes, encoding),
  },
  textFormat(
    'po',
    (head) => /^#\. row \d+, (?:manual|confidence )/m.test(head),
    async (name, text) => (await import('./written-po.js')).readOwnPo(name, text),
  ),
  {
    name: 'tei',
    isOwn: (head) => /<TEI[\s>]/.test(head) && /<link xml:id="link\d+"/.test(head),
    read: async (name, bytes, encoding) =>
      (await import('./written-tei.js')).readOwnTei(name, bytes, encoding),
  },
];

/** Whether a file begins as those do that paralign wrote in a format. */
export function isOwnFile(format: string, bytes: Uint8Array): boolean {
  const head = headText(bytes.subarray(0, headLength));
  return formats.some((own) => own.name === format && own.isOwn(head));
}

/** Whether a file may be one that `readWritten` reads, by its beginning. */
export function mayBeWritten(head: Uint8Array): boolean {
  const text = headText(head.subarray(0, headLength));
  return isZip(head) || formats.some((own) => own.isOwn(text));
}

/**
 * The rows of a file that paralign wrote.
 *
 * @returns undefined if it is none
 * @throws AppError for one that cannot be read
 */
export async function readWritten(
  name: string,
  bytes: Uint8Array,
  { encoding, from }: WrittenOptions = {},
): Promise<WrittenTable | undefined> {
  if (isZip(bytes)) {
    if (from !== undefined && from !== 'xlsx') return undefined;
    return (await import('./written-workbook.js')).readOwnWorkbook(name, bytes);
  }
  const head = headText(bytes.subarray(0, headLength));
  const format = formats.find((own) => isMeant(own.name, from) && own.isOwn(head));
  return format?.read(name, bytes, encoding);
}

/** A format of which each row stands alone, in order, and what separates its columns. */
export interface RowFormat {
  readonly name: 'csv' | 'tsv' | 'jsonl';
  /** Empty for json lines. */
  readonly delimiter: string;
}

/** The format of a file whose rows can be read one by one, by its beginning; undefined for any other. */
export function rowFormatOf(head: Uint8Array): RowFormat | undefined {
  const text = headText(head.subarray(0, headLength));
  const found = formats.find((own) => own.isOwn(text))?.name;
  if (found === 'jsonl') return { name: found, delimiter: '' };
  if (found !== 'csv' && found !== 'tsv') return undefined;
  return { name: found, delimiter: delimiterOf(text) ?? ',' };
}

/** Whether a format is the one that was named; what separates columns is seen in the file. */
function isMeant(name: string, from: string | undefined): boolean {
  const isTable = (word: string): boolean => word === 'csv' || word === 'tsv';
  return from === undefined || from === name || (isTable(from) && isTable(name));
}

/** What separates the columns of a header that has those of paralign; undefined if it has not. */
function delimiterOf(text: string): string | undefined {
  const header = /^(?:"?sep=[^"]"?\r?\n)?([^\r\n]*)/i.exec(text.trimStart())?.[1] ?? '';
  return [',', ';', '\t', '|'].find((delimiter) => {
    const fields = header.split(delimiter).map((field) => field.replace(/^"(.*)"$/, '$1'));
    return fields.includes('a_text') && fields.includes('b_text');
  });
}
