const mark = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Programs that send files put things before the mark; PDF readers look so far for it. */
const markWithin = 1024;

/** Whether `%PDF-` stands within the first 1024 bytes. */
export function isPdf(head: Uint8Array): boolean {
  const last = Math.min(head.length, markWithin) - mark.length;
  for (let at = 0; at <= last; at++) {
    if (head[at] === mark[0] && mark.every((byte, index) => head[at + index] === byte)) return true;
  }
  return false;
}
