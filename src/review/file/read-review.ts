/** Reads a review file from its bytes; the rows of a large one piece by piece. */
import * as v from 'valibot';
import { AppError } from '../../errors.js';
import type { Review, ReviewRow, ReviewSentence } from '../model.js';
import { compactRow, compactSentence } from './compact.js';
import { rowSchema, sentenceSchema } from './file-schema.js';
import { checkedReview, parseReview, type ParsedFile } from './parse-review.js';

/** Smaller files are parsed at once. */
const largeFile = 4 << 20;

/** The review in a file. Throws AppError `bad-review-file` as `parseReview`. */
export function readReview(name: string, bytes: Uint8Array, large = largeFile): Review {
  const parsed = bytes.length < large ? null : parseLines(bytes);
  return parsed === null ? parseReview(name, decode(name, bytes)) : checkedReview(name, parsed);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('bad-review-file', `${name}: is not a review file: it is not UTF-8`, {
      cause,
    });
  }
}

/**
 * The fields of a file that is laid out as paralign writes it. Null for any other file, which
 * may be as sound, and for one with a mistake, which whoever parses the whole will name.
 */
function parseLines(bytes: Uint8Array): ParsedFile | null {
  try {
    return new WrittenFile(bytes).parse();
  } catch (error) {
    // The decoder throws a TypeError.
    const isOther = error instanceof NotAsWritten || error instanceof TypeError;
    if (isOther || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The file is not laid out as paralign writes it. */
class NotAsWritten extends Error {}

/** Bytes of a list that are parsed at once. */
const pieceLength = 1 << 18;

class WrittenFile {
  readonly #bytes: Buffer;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Throws NotAsWritten, SyntaxError, and TypeError for what is not UTF-8. */
  parse(): ParsedFile {
    const fields = new Map<string, unknown>();
    let sentences: readonly ReviewSentence[] = [];
    let rows: readonly ReviewRow[] = [];
    this.#take('{');
    do {
      this.#take('\n');
      if (this.#takes('"sentences":[\n')) {
        add(fields, 'sentences', []);
        sentences = this.#list(v.array(sentenceSchema), compactSentence);
      } else if (this.#takes('"rows":[\n')) {
        add(fields, 'rows', []);
        rows = this.#list(v.array(rowSchema), compactRow);
      } else for (const [name, value] of Object.entries(this.#field())) add(fields, name, value);
    } while (this.#takes(','));
    this.#take('\n}');
    if (this.#textUntil(this.#bytes.length).trim() !== '') throw new NotAsWritten();
    if (!fields.has('format')) throw new NotAsWritten();
    return { fields: Object.fromEntries(fields), sentences, rows };
  }

  /** A field on one line, or with a list whose items have a line each. */
  #field(): object {
    let end = this.#find('\n', this.#at);
    if (this.#bytes[end - 1] === 0x5b) end = this.#find('\n', this.#find('\n]', end) + 1);
    if (this.#bytes[end - 1] === 0x2c) end--;
    const value: unknown = JSON.parse(`{${this.#textUntil(end)}}`);
    if (typeof value !== 'object' || value === null) throw new NotAsWritten();
    return value;
  }

  /** The items of a list up to its end, some of them at a time. */
  #list<T>(schema: v.GenericSchema<unknown, T[]>, compact: (item: T) => T): T[] {
    const items: T[] = [];
    const end = this.#find('\n]', this.#at);
    while (this.#at < end) {
      const next = this.#find(',\n', Math.min(this.#at + pieceLength, end));
      const to = Math.min(next, end);
      const read = v.safeParse(schema, JSON.parse(`[${this.#textUntil(to)}]`), {
        abortEarly: true,
      });
      if (!read.success) throw new NotAsWritten();
      for (const item of read.output) items.push(compact(item));
      if (to < end) this.#take(',\n');
    }
    this.#take('\n]');
    return items;
  }

  #textUntil(end: number): string {
    const text = this.#decoder.decode(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return text;
  }

  #find(text: string, from: number): number {
    const found = this.#bytes.indexOf(text, from);
    if (found < 0) throw new NotAsWritten();
    return found;
  }

  #takes(text: string): boolean {
    const end = this.#at + text.length;
    if (this.#bytes.toString('latin1', this.#at, end) !== text) return false;
    this.#at = end;
    return true;
  }

  #take(text: string): void {
    if (!this.#takes(text)) throw new NotAsWritten();
  }
}

/** Throws NotAsWritten for a field that is there already. */
function add(fields: Map<string, unknown>, name: string, value: unknown): void {
  if (fields.has(name)) throw new NotAsWritten();
  fields.set(name, value);
}
