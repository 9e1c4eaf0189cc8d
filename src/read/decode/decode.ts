import iconv from 'iconv-lite';
import type { EncodingDoubt } from '../../domain.js';
import { AppError } from '../../errors.js';
import { controlCharacters, describeBinary } from './binary.js';
import { knownEncodings } from './encodings.js';
import { oddPlace } from './mixed.js';
import { readAs } from './read-as.js';
import type { Recognition } from './recognise.js';
import { recogniseSevenBit, sevenBitName } from './seven-bit.js';

/** A source's text. */
export interface DecodedText {
  readonly text: string;
  /** Absent if the encoding is certain. */
  readonly doubt?: EncodingDoubt;
}

/** From this probability on, an encoding counts as certain. */
const certain = 0.95;
/** Below this probability, an encoding is not mentioned. */
const worthNaming = 0.01;
const mostNamed = 5;

/**
 * Turns the bytes of a source into text. Tries, in order: the named encoding, a byte order mark,
 * shifts of character sets, UTF-8, and then the encoding that gives the most probable text, which
 * may be uncertain. Never guesses at damaged UTF-8 or files in two encodings: these are errors with
 * the offset of the first bad byte.
 */
export async function decodeBytes(
  name: string,
  bytes: Uint8Array,
  encoding?: string,
): Promise<DecodedText> {
  if (encoding !== undefined && encoding.toLowerCase() !== 'auto') {
    return { text: decodeAs(name, bytes, encoding) };
  }
  const shown = markOf(bytes) ?? recogniseSevenBit(bytes);
  if (shown !== null) return { text: decodeAs(name, bytes, shown) };
  const binary = describeBinary(bytes);
  if (binary !== null) throw binarySource(name, binary);
  const controls = controlCharacters(bytes);
  const utf8 = readUtf8(bytes);
  if (controls === null && utf8.badOffset === null) return { text: utf8.text };
  // The letter tables are large, and most texts don't need them.
  const { recogniseEncoding } = await import('./recognise.js');
  const recognition = recogniseEncoding(bytes);
  const [best] = recognition.guesses;
  if (controls !== null && !(best && /^utf-(?:16|32)/.test(best.encoding))) {
    throw binarySource(name, controls);
  }
  if (!best) throw undecodable(name, 'UTF-8', utf8.badOffset ?? 0, bytes);
  if (recognition.isMixed) throw mixed(name, best.encoding, bytes);
  return decodeGuessed(name, bytes, recognition);
}

/** What a file declares holds unless it is less probable than that by what the bytes say. */
const leastProbable = 0.01;

/**
 * As `decodeBytes`, for a file that declares its encoding, which may be wrong: bytes that have a mark or
 * are valid UTF-8 are what they are, and a declaration that makes no sense of the others is left aside.
 */
export async function decodeDeclared(
  name: string,
  bytes: Uint8Array,
  declared?: string,
): Promise<DecodedText> {
  const isCertain = () => markOf(bytes) !== null || readUtf8(bytes).badOffset === null;
  if (declared === undefined || /^utf/i.test(declared) || isCertain())
    return decodeBytes(name, bytes);
  const { recogniseEncoding } = await import('./recognise.js');
  const { guesses } = recogniseEncoding(bytes);
  const isKnown = knownEncodings.some((known) => known.name === declared);
  const isProbable = guesses.some(
    ({ encoding, probability }) => encoding === declared && probability >= leastProbable,
  );
  if (isKnown && !isProbable && guesses.length > 0) return decodeBytes(name, bytes);
  const text = readAs(bytes, declared);
  return text.includes('\ufffd') ? decodeBytes(name, bytes) : { text };
}

/** A text without the byte order mark that it may begin with. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  // Two zero bytes after a UTF-16 byte order mark would be a character that no text has.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

interface Utf8Reading {
  readonly text: string;
  /** Offset of the first byte that is not UTF-8, null if there is none. */
  readonly badOffset: number | null;
}

function readUtf8(bytes: Uint8Array): Utf8Reading {
  // ignoreBOM: a second mark, inside the text, must stay.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let from = 0;
  let offset = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at));
    from = at + 1;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) {
      return { text, badOffset: offset };
    }
    offset += 3;
  }
  return { text, badOffset: null };
}

/** The most probable reading that all of the bytes allow. */
function decodeGuessed(name: string, bytes: Uint8Array, { guesses }: Recognition): DecodedText {
  for (const { encoding, probability } of guesses) {
    if (probability < worthNaming) break;
    const text = readAs(bytes, encoding);
    if (badOffset(bytes, text, encoding) !== null) continue;
    if (probability >= certain) return { text };
    const others = guesses.filter((other) => other.encoding !== encoding);
    const named = others.filter((other) => other.probability >= worthNaming).slice(0, mostNamed);
    return { text, doubt: { encoding, probability, others: named } };
  }
  return { text: decodeAs(name, bytes, guesses[0]?.encoding ?? 'utf-8') };
}

function decodeAs(name: string, bytes: Uint8Array, encoding: string): string {
  const label = encoding.toLowerCase();
  if (/^utf-?8$/.test(label)) {
    const { text, badOffset } = readUtf8(bytes);
    if (badOffset !== null) throw undecodable(name, 'UTF-8', badOffset, bytes);
    return withoutMark(text);
  }
  const isSevenBit = sevenBitName(label) !== null;
  if (!isSevenBit && !iconv.encodingExists(label)) {
    throw new AppError('unknown-encoding', `${name}: unknown encoding "${encoding}"`, {
      hint: 'known encodings include utf-8, utf-16le, windows-1252, gb18030, big5, shift_jis, euc-kr and koi8-r',
    });
  }
  const text = readAs(bytes, label);
  if (isSevenBit && text.includes('\ufffd')) throw undecodable(name, encoding, null, bytes);
  const offset = isSevenBit ? null : badOffset(bytes, text, label);
  if (offset !== null) throw undecodable(name, encoding, offset, bytes);
  return text;
}

/** The offset of the first byte that is not valid in an encoding, null if there is none. */
function badOffset(bytes: Uint8Array, text: string, encoding: string): number | null {
  let at = text.indexOf('\ufffd');
  if (at < 0) return null;
  // Some encodings contain the replacement character itself.
  const itself = iconv.encode('\ufffd', encoding);
  const isThere = itself.toString('latin1') !== '?';
  let from = 0;
  let offset = 0;
  for (; at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += iconv.encode(text.slice(from, at), encoding).length;
    if (!isThere || itself.some((byte, index) => bytes[offset + index] !== byte)) return offset;
    offset += itself.length;
    from = at + 1;
  }
  return null;
}

function binarySource(name: string, what: string): AppError {
  return new AppError('binary-source', `${name}: not a text file (${what})`, {
    hint: 'it is in no format that paralign reads as text; if a format was named, leave it out',
  });
}

function mixed(name: string, encoding: string, bytes: Uint8Array): AppError {
  const { offset, isUtf8 } = oddPlace(bytes);
  const what = isUtf8
    ? `mostly in ${encoding}, but the character ${placeAt(bytes, offset)} is UTF-8`
    : `mostly in UTF-8, but ${byteAt(bytes, offset)} is not valid UTF-8 (perhaps ${encoding})`;
  return new AppError('undecodable-source', `${name}: ${what}`, { hint: repair });
}

const repair = 'name the encoding (windows-1252, gb18030, ...) or repair the file';

function undecodable(
  name: string,
  encoding: string,
  offset: number | null,
  bytes: Uint8Array,
): AppError {
  const what =
    offset === null
      ? 'it'
      : offset < bytes.length
        ? byteAt(bytes, offset)
        : `the end at offset ${offset}`;
  return new AppError('undecodable-source', `${name}: ${what} is not valid ${encoding}`, {
    hint: repair,
  });
}

function byteAt(bytes: Uint8Array, offset: number): string {
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  return `byte 0x${byte} ${placeAt(bytes, offset)}`;
}

function placeAt(bytes: Uint8Array, offset: number): string {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1))
    line++;
  return `at offset ${offset} (line ${line})`;
}
