/** A prepared document as bytes, for the cache. */
import type { PreparedDocument } from './prepare-document.js';

/** Texts and language as JSON, its length before it; lengths; rows. */
export function packDocument({ language, rows, lengths, texts }: PreparedDocument): Uint8Array {
  const json = Buffer.from(JSON.stringify({ language, texts, count: lengths.length }));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  const bytes = (array: Float32Array | Int16Array): Uint8Array =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([head, json, bytes(lengths), bytes(rows)]);
}

/** The document in bytes; undefined if they are none. */
export function unpackDocument(data: Buffer): PreparedDocument | undefined {
  try {
    const end = 4 + data.readUInt32LE();
    const read: unknown = JSON.parse(data.toString('utf8', 4, end));
    if (typeof read !== 'object' || read === null) return undefined;
    if (!('language' in read && 'texts' in read && 'count' in read)) return undefined;
    const { language, texts, count } = read;
    if (typeof language !== 'string' || typeof count !== 'number') return undefined;
    if (!Array.isArray(texts) || texts.length !== count) return undefined;
    const rowsAt = end + 4 * count;
    const copy = (from: number, to: number): ArrayBuffer =>
      new Uint8Array(data.subarray(from, to)).buffer;
    return {
      language,
      texts: texts.map(String),
      lengths: new Float32Array(copy(end, rowsAt)),
      rows: new Int16Array(copy(rowsAt, data.length)),
    };
  } catch {
    return undefined;
  }
}
