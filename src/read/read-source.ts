import type { Block, BlockLinks, EncodingDoubt, SourceText, TextOrigin } from '../domain.js';
import { AppError } from '../errors.js';
import { checkSize, collect, peek } from './decode/chunks.js';
import { decodeBytes, withoutMark } from './decode/decode.js';
import type {
  FoundBlock,
  FoundText,
  FoundTexts,
  ReaderOptions,
  ReaderSettings,
} from './documents/document.js';
import {
  documentFormats,
  formatNamed,
  headLength,
  recogniseArchive,
  recogniseFormat,
  refuseMisnamed,
  type DocumentFormat,
} from './formats.js';
import { refuseLongBlocks } from './documents/long-blocks.js';
import { markNoise } from './noise/mark-noise.js';
import { isCompound } from './archive/compound.js';
import { isZip } from './archive/is-zip.js';
import { refuseArchive, refuseCompound } from './unread-archives.js';
import { refuseOwn, refuseUnread } from './unread-formats.js';

/** A file's bytes, whole or as they come, or a text that is known already. */
export type SourceData = Uint8Array | AsyncIterable<Uint8Array> | string;

/** How to read a file. */
export interface ReadOptions extends ReaderSettings {
  /** Name of the encoding (any that iconv knows); recognised from the bytes when left out. */
  readonly encoding?: string;
  /** One sentence a line, empty lines included: every line is a block and nothing is noise. */
  readonly segmented?: boolean;
  /** Name of the format (`text`, `markdown`); recognised by content, then by name, when left out. */
  readonly from?: string;
  /** Formats besides those that paralign has; they are asked first. */
  readonly formats?: readonly DocumentFormat[];
  /** Reads files of formats that want a process of their own; without it they are read in this one. */
  readonly isolate?: IsolatedRead;
}

/**
 * Reads a file somewhere else, where it does no harm: with limits of memory and time.
 *
 * @param format name of one of paralign's formats
 * @throws AppError `unreadable-document` where a limit is reached, and what the format's reader throws
 */
export type IsolatedRead = (
  format: string,
  name: string,
  bytes: Uint8Array,
  options: ReaderOptions,
) => Promise<FoundText | FoundTexts>;

/** What a file holds: one text as a rule, several in formats that hold several. */
export interface ReadResult {
  readonly sources: readonly SourceText[];
  /** Links between blocks of the sources that the file itself makes. */
  readonly links?: readonly BlockLinks[];
}

/**
 * Reads a file: recognises its format, decodes it and finds its blocks, in time linear in its
 * length. The text of plain text and Markdown stays as it is in the file but for a byte order mark,
 * and known text as it was given. Every block is a slice of its text.
 *
 * The text of a file goes by the file's name. Where a file holds several, each is called
 * `name:part`, the part being what the format tells them apart by: a language, a column, a file of
 * an archive.
 *
 * @throws AppError `empty-source`, `binary-source`, `undecodable-source` (with the byte offset),
 *   `unknown-encoding`, `unknown-format`, `unread-format`, `too-large`, or what the format's reader
 *   throws.
 */
export async function readSource(
  name: string,
  data: SourceData,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const opened = await open(name, data);
  const { head, content } = opened;
  // Who says what a file is, or hands over its text or its lines, knows it.
  const isKnown =
    typeof data === 'string' || options.from !== undefined || options.segmented === true;
  if (!isKnown) refuseOwn(name, head);
  const format = await chooseFormat(name, opened, options);
  if (format.name === 'text' && !isKnown) {
    refuseUnread(name, head);
    refuseMisnamed(name, head, options.formats);
  }
  const { found, doubt, textIs } = await find(format, name, content, options);
  const texts = 'texts' in found ? found.texts : [found];
  if (texts.every(({ text }) => text.trim() === '')) {
    throw new AppError('empty-source', `${name}: ${emptiness[textIs]}`, {
      hint: 'name a file with text in it',
    });
  }
  for (const each of texts) refuseLongBlocks(name, each, textIs);
  const names = textNames(name, texts);
  const sources = texts.map(
    ({ text, blocks, language, notices, encodingDoubt = doubt }, index): SourceText => ({
      name: names[index] ?? name,
      text,
      format: format.name,
      textIs,
      ...(language !== undefined && { language }),
      ...(encodingDoubt && { encodingDoubt }),
      ...(notices && notices.length > 0 && { notices }),
      // What the file links with another text is text, however often it repeats.
      blocks: finish(
        text,
        blocks,
        options.segmented === true || ('texts' in found && !!found.links),
      ),
    }),
  );
  return { sources, ...('texts' in found && found.links && { links: found.links }) };
}

const emptiness = { file: 'the file is empty', extracted: 'there is no text in it' } as const;

/** A file's content with its beginning looked at. */
interface OpenedData {
  readonly head: Uint8Array;
  readonly content: SourceData;
}

async function open(name: string, data: SourceData): Promise<OpenedData> {
  if (typeof data === 'string') {
    return { head: new TextEncoder().encode(data.slice(0, headLength)), content: data };
  }
  if (data instanceof Uint8Array) return { head: data.subarray(0, headLength), content: data };
  const { head, chunks } = await peek(data, headLength);
  // An archive's list of files stands at its end, that of a compound file anywhere.
  return { head, content: isZip(head) || isCompound(head) ? await collect(name, chunks) : chunks };
}

async function chooseFormat(
  name: string,
  { head, content }: OpenedData,
  { from, segmented, formats: own = [] }: ReadOptions,
): Promise<DocumentFormat> {
  const formats = [...own, ...documentFormats];
  if (from !== undefined) return formatNamed(from, formats);
  if (content instanceof Uint8Array && isCompound(head)) refuseCompound(name, content);
  if (!(content instanceof Uint8Array) || !isZip(head)) {
    const known = [...own, ...documentFormats.filter(({ keepsText }) => keepsText)];
    return recogniseFormat(name, head, typeof content === 'string' ? known : formats, segmented);
  }
  const { openArchive } = await import('./archive/archive.js');
  const { names } = await openArchive(name, content);
  return recogniseArchive(names, formats) ?? refuseArchive(name, names);
}

interface Finding {
  readonly found: FoundText | FoundTexts;
  /** Left out where the encoding is certain. */
  readonly doubt?: EncodingDoubt;
  readonly textIs: TextOrigin;
}

/** Hands a reader what it takes. */
async function find(
  format: DocumentFormat,
  name: string,
  content: SourceData,
  { segmented = false, encoding, columns, rows, joinCues, isolate }: ReadOptions,
): Promise<Finding> {
  // A known text has no encoding; a reader that insists on bytes gets them in UTF-8.
  const named = typeof content === 'string' ? 'utf-8' : encoding;
  const options: ReaderOptions = {
    segmented,
    ...(named !== undefined && { encoding: named }),
    ...(columns && { columns }),
    ...(rows !== undefined && { rows }),
    ...(joinCues !== undefined && { joinCues }),
  };
  if (isolate && format.isolated === true && documentFormats.includes(format)) {
    const found = await isolate(format.name, name, await wholeOf(name, content), options);
    return { found, textIs: 'extracted' };
  }
  const reader = await format.load();
  const { textIs } = reader;
  switch (reader.takes) {
    case 'text': {
      if (typeof content === 'string') {
        return { found: await reader.read(name, withoutMark(content), options), textIs };
      }
      const { text, doubt } = await decodeBytes(name, await wholeOf(name, content), encoding);
      return { found: await reader.read(name, text, options), ...(doubt && { doubt }), textIs };
    }
    case 'bytes':
      return { found: await reader.read(name, await wholeOf(name, content), options), textIs };
    case 'stream':
      return { found: await reader.read(name, chunksOf(content), options), textIs };
  }
}

async function wholeOf(name: string, content: SourceData): Promise<Uint8Array> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (!(content instanceof Uint8Array)) return collect(name, content);
  checkSize(name, content.length);
  return content;
}

async function* chunksOf(content: SourceData): AsyncGenerator<Uint8Array, void, undefined> {
  if (typeof content === 'string') yield new TextEncoder().encode(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}

function finish(text: string, found: readonly FoundBlock[], segmented: boolean): Block[] {
  const blocks = found.map((block, index) =>
    numbered(block, index + 1, segmented ? null : (block.noise ?? null)),
  );
  return segmented ? blocks : markNoise(text, blocks);
}

/** One literal where that is possible: a memory has a million blocks, and they take a third less so. */
function numbered(block: FoundBlock, number: number, noise: Block['noise']): Block {
  const { start, end, heading, kind, locator, segmented, stated } = block;
  if (kind === undefined && stated === undefined && block.markup === undefined) {
    if (segmented === true && locator) {
      return { number, start, end, heading, locator, segmented, noise };
    }
    if (segmented === undefined && !locator) return { number, start, end, heading, noise };
  }
  return { number, ...block, noise };
}

/** The names of a file's texts, all different. */
function textNames(name: string, texts: readonly FoundText[]): string[] {
  if (texts.length === 1) return [name];
  const names = new Set<string>();
  texts.forEach(({ part }, index) => {
    const plain = `${name}:${part ?? index + 1}`;
    let own = plain;
    for (let count = 2; names.has(own); count++) own = `${plain}#${count}`;
    names.add(own);
  });
  return [...names];
}
