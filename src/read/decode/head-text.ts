/** What heads say, as long as they are in use: a dozen formats look at each. */
const known = new WeakMap<Uint8Array, string>();

/** How a text begins, by its first bytes: in UTF-16 if it is marked so, else in UTF-8, which ASCII is as well. */
export function headText(head: Uint8Array): string {
  let text = known.get(head);
  if (text === undefined) known.set(head, (text = decode(head)));
  return text;
}

function decode(head: Uint8Array): string {
  const [a, b] = head;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8')
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart();
}
