/** Signatures of formats that users name by mistake, with their names for messages. */
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive, perhaps .docx, .odt or .epub'],
  ['{\\rtf', 'an RTF document'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x1f\x8b', 'gzip data'],
  ['\xfd7zXZ', 'xz data'],
  ['BZh', 'bzip2 data'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'an SQLite database'],
];

/** What kind of binary file the bytes are by their beginning, or null if they may be text. */
export function describeBinary(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [signature, what] of signatures) if (head.startsWith(signature)) return what;
  return null;
}

/** Content that only UTF-16 or UTF-32 text may have, in words; null if there is none. */
export function controlCharacters(bytes: Uint8Array): string | null {
  const zero = bytes.indexOf(0);
  if (zero >= 0) return `zero byte at offset ${zero}`;
  // Escape, tab, backspace and the line breaks occur in text; many others don't.
  let controls = 0;
  const { length } = bytes;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  return controls > 4 && controls > bytes.length * 0.005 ? `${controls} control characters` : null;
}
