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
  read(name: string, text: string): Promise<WrittenTable>;
}

const tables = ['csv', 'tsv'].map((name): WrittenFormat => ({
  name,
  isOwn: (head) => (name === 'tsv') === (delimiterOf(head) === '\t'),
  read: async (file, text) => {
    const { readOwnTable } = await import('./written-lines.js');
    return readOwnTable(file, text, delimiterOf(text.slice(0, headLength)) ?? ',');
  },
}));

const textFormats: readonly WrittenFormat[] = [
  {
    name: 'json',
    isOwn: (head) => /^\{\s*"format":\s*"paralign"\s*[,}]/.test(head),
    read: async (name, text) => (await import('./written-json.js')).readOwnJson(name, text),
  },
  {
    name: 'jsonl',
    isOwn: (head) => /^\{\s*"id":\s*\d+,\s*"cells":\s*\[/.test(head),
    read: async (name, text) => (await import('./written-json.js')).readOwnJsonLines(name, text),
  },
  ...tables,
];

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
  const format = textFormats.find((own) => (from ?? own.name) === own.name && own.isOwn(head));
  if (format === undefined) return undefined;
  const { text } = await decodeBytes(name, bytes, encoding);
  return format.read(name, text);
}

/** What separates the columns of a header that has those of paralign; undefined if it has not. */
function delimiterOf(text: string): string | undefined {
  const header = /^(?:"?sep=[^"]"?\r?\n)?([^\r\n]*)/i.exec(text.trimStart())?.[1] ?? '';
  return [',', ';', '\t', '|'].find((delimiter) => {
    const fields = header.split(delimiter).map((field) => field.replace(/^"(.*)"$/, '$1'));
    return fields.includes('a_text') && fields.includes('b_text');
  });
}
