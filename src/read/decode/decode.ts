import iconv from 'iconv-lite';
import { AppError } from '../../errors.js';
import { recogniseLegacy } from './legacy.js';
import { describeBinary } from './binary.js';

/**
 * Turns the bytes of a source into text. Tries, in order: the named encoding, a byte order mark,
 * UTF-8, UTF-16 without a mark, the legacy encodings. Never guesses at damaged UTF-8: that is an
 * error with the offset of the first bad byte.
 */
export function decodeBytes(name: string, bytes: Uint8Array, encoding?: string): string {
  if (encoding !== undefined && encoding.toLowerCase() !== 'auto') {
    return decodeAs(name, bytes, encoding);
  }
  const marked = markOf(bytes);
  if (marked) return decodeAs(name, bytes, marked);
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return decodeAs(name, bytes, utf16);
  const binary = describeBinary(bytes);
  if (binary) {
    throw new AppError('binary-source', `${name}: not a text file (${binary})`, {
      hint: 'Give plain text or Markdown; other formats have to be converted first.',
    });
  }
  const utf8 = readUtf8(bytes);
  if (utf8.badOffset === null) return utf8.text;
  if (!utf8.isDamagedUtf8) {
    const legacy = recogniseLegacy(bytes);
    if (legacy) return decodeAs(name, bytes, legacy);
  }
  throw undecodable(name, 'UTF-8', utf8.badOffset, bytes);
}

/** A text without the byte order mark that it may begin with. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Text in UTF-16 is full of `00 20` or `00 0A` (and Latin text of zeros), always on one side. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, 1 << 16);
  if (length < 8) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i < length; i += 2) {
    const [a, b] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    if (b === 0 && isCommonAscii(a)) little++;
    if (a === 0 && isCommonAscii(b)) big++;
    // Ideographic space, comma and full stop: Chinese and Japanese have few others.
    if (b === 0x30 && a <= 2) little++;
    if (a === 0x30 && b <= 2) big++;
  }
  const units = length / 2;
  if (bytes.length % 2 !== 0) return null;
  if (little > units * 0.02 && little > 8 * big) return zeros(bytes, length) ? 'utf-16le' : null;
  if (big > units * 0.02 && big > 8 * little) return zeros(bytes, length) ? 'utf-16be' : null;
  return null;
}

const isCommonAscii = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || (byte >= 0x61 && byte <= 0x7a);

/** No single-byte or UTF-8 text has zeros at all. */
function zeros(bytes: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[i] === 0) return true;
  return false;
}

interface Utf8Reading {
  readonly text: string;
  /** Offset of the first byte that is not UTF-8, null if there is none. */
  readonly badOffset: number | null;
  /** UTF-8 but for a few places, as after a cut or a stray byte. */
  readonly isDamagedUtf8: boolean;
}

function readUtf8(bytes: Uint8Array): Utf8Reading {
  // ignoreBOM: a second mark, inside the text, must stay.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let badOffset: number | null = null;
  let bad = 0;
  let from = 0;
  let offset = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    if (badOffset === null) {
      offset += Buffer.byteLength(text.slice(from, at));
      from = at + 1;
      if (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) {
        offset += 3;
        continue;
      }
      badOffset = offset;
    }
    bad++;
  }
  if (badOffset === null) return { text, badOffset, isDamagedUtf8: false };
  let good = 0;
  for (const character of text) if (character > '\x7f' && character !== '\ufffd') good++;
  return { text, badOffset, isDamagedUtf8: good >= 3 * bad };
}

function decodeAs(name: string, bytes: Uint8Array, encoding: string): string {
  const label = encoding.toLowerCase();
  if (/^utf-?8$/.test(label)) {
    const { text, badOffset } = readUtf8(bytes);
    if (badOffset !== null) throw undecodable(name, 'UTF-8', badOffset, bytes);
    return withoutMark(text);
  }
  if (!iconv.encodingExists(label)) {
    throw new AppError('unknown-encoding', `${name}: no encoding is called "${encoding}"`, {
      hint: 'Known are, for example, utf-8, utf-16le, windows-1252, gb18030, big5, shift_jis, euc-kr and koi8-r.',
    });
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = iconv.decode(buffer, label);
  const at = text.indexOf('\ufffd');
  if (at >= 0 && iconv.encode('\ufffd', label).toString('binary') === '?') {
    throw undecodable(name, encoding, iconv.encode(text.slice(0, at), label).length, bytes);
  }
  return text;
}

function undecodable(name: string, encoding: string, offset: number, bytes: Uint8Array): AppError {
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  const what =
    offset < bytes.length ? `byte 0x${byte} at offset ${offset}` : `the end at offset ${offset}`;
  return new AppError('undecodable-source', `${name}: ${what} is not valid ${encoding}`, {
    hint: 'Name the encoding (windows-1252, gb18030, ...) or repair the file.',
  });
}
