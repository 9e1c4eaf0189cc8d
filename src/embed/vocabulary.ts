/**
 * The vocabulary of a WordPiece tokenizer.json, read in one pass.
 *
 * JSON.parse makes an object of a hundred thousand keys, from which the package makes an array of
 * pairs, then a map: 190 ms of CPU for 96,000 pieces. Reading the pieces straight into the map
 * takes 50 ms, which a program that should answer at once can feel.
 */
import { isRecord } from './model-config.js';

/** A vocabulary both ways. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  readonly pieces: string[];
}

/** A tokenizer.json whose vocabulary was taken out, leaving an empty object. */
export interface SplitTokenizer {
  readonly json: Record<string, unknown>;
  readonly vocabulary: Vocabulary;
}

const vocabularyKey = '"vocab":{';
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const closingBrace = 0x7d;

/**
 * Splits a tokenizer.json in the compact form that tokenizers are saved in. Null for any other
 * tokenizer or form: JSON.parse reads those.
 * @throws SyntaxError where the rest is not JSON
 */
export function splitTokenizer(text: string): SplitTokenizer | null {
  const start = text.indexOf(vocabularyKey);
  if (start < 0 || text.includes(vocabularyKey, start + 1)) return null;
  const from = start + vocabularyKey.length;
  const found = readPieces(text, from);
  if (found === null) return null;
  const json: unknown = JSON.parse(text.slice(0, from) + text.slice(found.end));
  if (!isRecord(json) || !isRecord(json['model'])) return null;
  const { type, vocab } = json['model'];
  if (type !== 'WordPiece' || !isRecord(vocab) || Object.keys(vocab).length > 0) return null;
  return { json, vocabulary: found };
}

/** Reads `"piece":id,"piece":id}` from `at`; `end` is where the brace stands. */
function readPieces(text: string, at: number): (Vocabulary & { end: number }) | null {
  const ids = new Map<string, number>();
  const pieces: string[] = [];
  for (let position = at; text.charCodeAt(position) === quote;) {
    let end = position + 1;
    let escaped = false;
    for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
      if (end >= text.length) return null;
      escaped ||= code === backslash;
      end += code === backslash ? 2 : 1;
    }
    const written = text.slice(position + 1, end);
    const piece = escaped ? String(JSON.parse(`"${written}"`)) : written;
    let next = end + 2;
    let id = 0;
    for (let digit = text.charCodeAt(next) - 48; digit >= 0 && digit < 10; next += 1) {
      id = 10 * id + digit;
      digit = text.charCodeAt(next + 1) - 48;
    }
    if (text.charCodeAt(end + 1) !== 0x3a || next === end + 2) return null;
    ids.set(piece, id);
    pieces[id] = piece;
    const separator = text.charCodeAt(next);
    if (separator === closingBrace) return { ids, pieces, end: next };
    if (separator !== comma) return null;
    position = next + 1;
  }
  return null;
}
