/** Whether a file begins as RTF does. */
export function isRtf(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 64));
  return /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start.toString('latin1'));
}
