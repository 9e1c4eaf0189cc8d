/** Programs that send files put things before the mark; PDF readers look so far for it. */
const markWithin = 1024;

/** Whether `%PDF-` stands within the first 1024 bytes. */
export function isPdf(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, markWithin)).includes(
    '%PDF-',
    0,
    'latin1',
  );
}
