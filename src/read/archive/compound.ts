/** Compound files (OLE 2): what Office wrote before 2007, and what it wraps documents with a password in. */

/** Whether a file begins as a compound file does. */
export function isCompound(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => head[at] === byte);
}

/** What a compound file may hold. */
export type CompoundContent = 'encrypted' | 'word' | 'excel' | 'powerpoint' | 'other';

const streams: readonly (readonly [name: string, content: CompoundContent])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'powerpoint'],
  ['Workbook', 'excel'],
  ['Book', 'excel'],
];

/** What a compound file holds, by the names in its directory; a file in it may be of another kind. */
export function compoundContent(bytes: Uint8Array): CompoundContent {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let first = Number.POSITIVE_INFINITY;
  let content: CompoundContent = 'other';
  for (const [name, kind] of streams) {
    // Names stand in fields of 64 bytes and end with a zero.
    const at = buffer.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
    if (at < 0 || at >= first) continue;
    first = at;
    content = kind;
  }
  return content;
}
