import { xmlEncoding } from './xml-encoding.js';

/** The first element of a file of XML. */
export interface RootElement {
  /** Its name without a prefix. */
  readonly local: string;
  /** Its tag as far as it was read, to look for a version or a namespace. */
  readonly tag: string;
}

/** What may stand before the first element: a declaration, instructions, comments, a DOCTYPE. */
const beforeRoot = /^(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>)/i;
const rootTag = /^<(?:[\w.-]+:)?([\p{L}_][\p{L}\p{N}_.-]*)[^>]*>?/u;

/** What heads show, as long as they are in use: half a dozen formats ask about each. */
const known = new WeakMap<Uint8Array, RootElement | null>();
/** `<`, which has this byte in UTF-16 as well. */
const lessThan = 0x3c;

/** Whether a tag may be among the first bytes of a file, in any encoding that has ASCII or is UTF-16. */
export function mayHaveTag(head: Uint8Array): boolean {
  return head.includes(lessThan);
}

/** The first element that the first bytes of a file show; undefined if the file is no XML. */
export function rootElement(head: Uint8Array): RootElement | undefined {
  if (!mayHaveTag(head)) return undefined;
  let root = known.get(head);
  if (root === undefined) known.set(head, (root = findRoot(head) ?? null));
  return root ?? undefined;
}

function findRoot(head: Uint8Array): RootElement | undefined {
  const encoding = xmlEncoding(head);
  // Encodings that nobody knows are refused where the text is decoded; names of elements are ASCII as a rule.
  const readable = /^utf-?(?:8|16(?:le|be))$/i.test(encoding) ? encoding : 'latin1';
  let rest = new TextDecoder(readable.replace(/^utf(?=\d)/i, 'utf-'))
    .decode(head)
    .replace(/^\ufeff/, '');
  for (let found = beforeRoot.exec(rest); found; found = beforeRoot.exec(rest)) {
    rest = rest.slice(found[0].length);
  }
  const [tag, local] = rootTag.exec(rest) ?? [];
  return tag === undefined || local === undefined ? undefined : { local, tag };
}
