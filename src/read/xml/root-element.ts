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

/** The first element that the first bytes of a file show; undefined if the file is no XML. */
export function rootElement(head: Uint8Array): RootElement | undefined {
  const encoding = xmlEncoding(head);
  // Encodings that nobody knows are refused where the text is decoded; names of elements are ASCII as a rule.
  const known = /^utf-?(?:8|16(?:le|be))$/i.test(encoding) ? encoding : 'latin1';
  let rest = new TextDecoder(known.replace(/^utf(?=\d)/i, 'utf-'))
    .decode(head)
    .replace(/^\ufeff/, '');
  for (let found = beforeRoot.exec(rest); found; found = beforeRoot.exec(rest)) {
    rest = rest.slice(found[0].length);
  }
  const [tag, local] = rootTag.exec(rest) ?? [];
  return tag === undefined || local === undefined ? undefined : { local, tag };
}
