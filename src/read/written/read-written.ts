/** Files that paralign wrote itself, recognised by their content and read as the rows they are. */
import { collect } from '../decode/chunks.js';
import { decodeBytes } from '../decode/decode.js';
import { headText } from '../decode/head-text.js';
import { isPlainUtf8, withoutUtf8Mark } from '../decode/plain-utf8.js';
import { isZip } from '../archive/is-zip.js';
import { readOwnJson, readOwnJsonLines } from './written-json.js';
import type { WrittenFile, WrittenTable } from './written-table.js';

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
  read(file: WrittenFile, encoding: string | undefined): Promise<WrittenTable | undefined>;
}

/** A format whose files are decoded before they are read: its reader gets UTF-8 without a mark. */
function textFormat(
  name: string,
  isOwn: (head: string) => boolean,
  read: (file: WrittenFile) => Promise<WrittenTable>,
): WrittenFormat {
  return {
    name,
    isOwn,
    read: async (file, encoding) => read({ ...file, pieces: await inUtf8(file, encoding) }),
  };
}

async function inUtf8(
  { name, head, pieces }: WrittenFile,
  encoding: string | undefined,
): Promise<WrittenFile['pieces']> {
  if (encoding === undefined && (await isPlainUtf8(head, pieces())))
    return () => withoutUtf8Mark(pieces());
  const { text } = await decodeBytes(name, await collect(name, pieces()), encoding);
  return inOneChunk(Buffer.from(text));
}

/** The bytes of a file that is held. */
const inOneChunk = (bytes: Uint8Array): WrittenFile['pieces'] =>
  async function* () {
    yield bytes;
  };

const table = (name: string): WrittenFormat =>
  textFormat(
    name,
    (head) => {
      const delimiter = delimiterOf(head);
      return delimiter !== undefined && (name === 'tsv') === (delimiter === '\t');
    },
    async (file) => {
      const { readOwnTable } = await import('./written-lines.js');
      const head = headText(file.head.subarray(0, headLength));
      return readOwnTable(file, delimiterOf(head) ?? ',');
    },
  );

const formats: readonly WrittenFormat[] = [
  textFormat('json', (head) => /^\{\s*"format":\s*"paralign"\s*[,}]/.test(head), readOwnJson),
  textFormat('jsonl', (head) => /^\{\s*"id":\s*\d+,\s*"cells":\s*\[/.test(head), readOwnJsonLines),
  table('csv'),
  table('tsv'),
  {
    name: 'tmx',
    isOwn: (head) => /<header\s[^>]*\bcreationtool="paralign"/.test(head),
    read: async (file, encoding) => (await import('./written-tmx.js')).readOwnTmx(file, encoding),
  },
  {
    name: 'xliff',
    isOwn: (head) => head.includes('<xliff') && head.includes('<note category="method">'),
    read: async (file, encoding) =>
      (await import('./written-xliff.js')).readOwnXliff(file, encoding),
  },
  textFormat(
    'po',
    (head) => /^#\. row \d+, (?:manual|confidence )/m.test(head),
    async (file) => (await import('./written-po.js')).readOwnPo(file),
  ),
  {
    name: 'tei',
    isOwn: (head) => /<TEI[\s>]/.test(head) && /<link xml:id="link\d+"/.test(head),
    read: async (file, encoding) => (await import('./written-tei.js')).readOwnTei(file, encoding),
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
export function readWritten(
  name: string,
  bytes: Uint8Array,
  options: WrittenOptions = {},
): Promise<WrittenTable | undefined> {
  const head = bytes.subarray(0, headLength);
  return readWrittenFile({ name, head, pieces: inOneChunk(bytes) }, options);
}

/** As `readWritten`, for a file that is not held. */
export async function readWrittenFile(
  file: WrittenFile,
  { encoding, from }: WrittenOptions = {},
): Promise<WrittenTable | undefined> {
  if (isZip(file.head)) {
    if (from !== undefined && from !== 'xlsx') return undefined;
    const { readOwnWorkbook } = await import('./written-workbook.js');
    return readOwnWorkbook(file.name, await collect(file.name, file.pieces()));
  }
  const head = headText(file.head.subarray(0, headLength));
  const format = formats.find((own) => isMeant(own.name, from) && own.isOwn(head));
  return format?.read(file, encoding);
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
