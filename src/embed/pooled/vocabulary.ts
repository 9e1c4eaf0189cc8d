/**
 * Reads the vocabulary of a WordPiece tokenizer.json in one pass.
 *
 * JSON.parse would create an object of a hundred thousand keys, which the package would turn into
 * an array of pairs and then a map. Here the bytes are read once and kept as they are.
 */
import { isUtf8 } from 'node:buffer';
import { isRecord } from '../runtime/model-config.js';
import {
  bytesOf,
  decodeAt,
  doubled,
  hashPrime,
  hashSeed,
  PieceIndex,
} from '../runtime/piece-index.js';

/** A tokenizer.json with its vocabulary removed, leaving an empty object. */
export interface SplitTokenizer {
  readonly json: Record<string, unknown>;
  readonly vocabulary: PieceIndex;
  /** The bytes that were removed. */
  readonly removed: Span;
}

/** A part of a file. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const vocabularyKey = '"vocab":{';
const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const openingBrace = 0x7b;
const closingBrace = 0x7d;

/**
 * Splits a tokenizer.json in the compact form in which tokenizers are saved. Null for any other
 * tokenizer or form, which JSON.parse can read.
 * @throws SyntaxError if the rest is not JSON, or the file is not UTF-8
 */
export function splitTokenizer(file: Uint8Array): SplitTokenizer | null {
  if (!isUtf8(file)) throw new SyntaxError('not UTF-8');
  if (file[0] !== openingBrace) return null;
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = bytes.indexOf(vocabularyKey);
  if (start < 0) return null;
  const from = start + vocabularyKey.length;
  const found = readPieces(bytes, from);
  if (found === null || bytes.includes(vocabularyKey, found.end)) return null;
  const removed = { start: from, end: found.end };
  const json = restOf(bytes, removed);
  return json && { json, vocabulary: found.index, removed };
}

/** A tokenizer.json without its vocabulary; null if that is not one of a WordPiece model. */
export function restOf(bytes: Buffer, { start, end }: Span): Record<string, unknown> | null {
  const json: unknown = JSON.parse(bytes.toString('utf8', 0, start) + bytes.toString('utf8', end));
  if (!isRecord(json) || !isRecord(json['model'])) return null;
  const { type, vocab } = json['model'];
  if (type !== 'WordPiece' || !isRecord(vocab) || Object.keys(vocab).length > 0) return null;
  return json;
}

/**
 * Reads `"piece":id,"piece":id}` starting at `from`; `end` is the position of the brace. Pieces are
 * hashed while being read.
 */
function readPieces(bytes: Buffer, from: number): { index: PieceIndex; end: number } | null {
  let starts = new Int32Array(1 << 16);
  let units = new Int32Array(1 << 16);
  let hashes = new Int32Array(1 << 16);
  let size = 0;
  const escapedOnes: [string, number][] = [];
  for (let position = from; bytes[position] === quote;) {
    let end = position + 1;
    let hash = hashSeed;
    let length = 0;
    let escaped = false;
    for (; ; length += 1) {
      let unit = bytes[end] ?? 0;
      if (unit === quote) break;
      if (unit < 0x80) {
        if (end >= bytes.length) return null;
        if (unit === backslash) {
          escaped = true;
          end += 1;
        }
        end += 1;
      } else {
        unit = decodeAt(bytes, end);
        end += bytesOf(unit);
        if (unit > 0xffff) {
          // A surrogate pair, as in strings.
          hash = Math.imul(hash ^ (0xd7c0 + (unit >> 10)), hashPrime);
          unit = 0xdc00 + (unit & 0x3ff);
          length += 1;
        }
      }
      hash = Math.imul(hash ^ unit, hashPrime);
    }
    let next = end + 2;
    let id = 0;
    for (let digit = (bytes[next] ?? 0) - 48; digit >= 0 && digit < 10;) {
      id = 10 * id + digit;
      next += 1;
      digit = (bytes[next] ?? 0) - 48;
    }
    if (bytes[end + 1] !== colon || next === end + 2 || id > bytes.length) return null;
    while (id >= starts.length) {
      starts = doubled(starts);
      units = doubled(units);
      hashes = doubled(hashes);
    }
    if (escaped) {
      escapedOnes.push([String(JSON.parse(bytes.toString('utf8', position, end + 1))), id]);
    } else {
      starts[id] = position + 1;
      units[id] = length;
      hashes[id] = hash;
    }
    if (id >= size) size = id + 1;
    const separator = bytes[next];
    if (separator === closingBrace) {
      const index = new PieceIndex({ bytes, starts, units, hashes, size });
      for (const [piece, number] of escapedOnes) index.set(piece, number);
      return { index, end: next };
    }
    if (separator !== comma) return null;
    position = next + 1;
  }
  return null;
}
