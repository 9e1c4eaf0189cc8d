/** What the elements of XML other than TEI are, by names that DocBook, DITA, JATS and XHTML share. */
import type { BlockKind } from '../../../domain.js';
import type { XmlElement } from '../../xml/parse-xml.js';
import { identifierOf, type ElementPlace, type ElementRule } from './xml-blocks.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** No text, or text for programs; of a formula in two forms the other is read. */
const skipped = words('script style binary indexterm remark textobject alt-text tex-math');

const blocks = words('p para simpara ab dt caption programlisting screen literallayout stanza');

/** They hold text, or paragraphs, or records. */
const containers = words('li item listitem list-item entry td th cell dd blockquote disp-quote');

const notes = words('footnote fn endnote');

const figures = words('figure table example fig equation');

const sections = words(`
  section sect1 sect2 sect3 sect4 sect5 sec chapter part article book appendix preface topic
  simplesect glossary bibliography refsect1 refsect2 refsect3`);

const kinds: Readonly<Record<string, BlockKind>> = {
  li: 'list-item',
  item: 'list-item',
  listitem: 'list-item',
  'list-item': 'list-item',
  entry: 'table-cell',
  td: 'table-cell',
  th: 'table-cell',
  cell: 'table-cell',
  footnote: 'footnote',
  fn: 'footnote',
  endnote: 'footnote',
  caption: 'caption',
  blockquote: 'quotation',
  'disp-quote': 'quotation',
};

/** Entries and items are also what dictionaries and feeds consist of. */
function kindOf(local: string, parent: string): BlockKind | undefined {
  const isOther =
    (local === 'entry' && parent !== 'row') || (local === 'item' && !/list/i.test(parent));
  return isOther ? undefined : kinds[local];
}

/**
 * How an element of any XML is read: by its name if that is a known one, else by what is in it (an element
 * with text of its own is a block, and elements in it are part of the text).
 */
export function xmlElement(element: XmlElement, { path, isInText }: ElementPlace): ElementRule {
  const { local, attributes } = element;
  const parent = path.at(-1) ?? '';
  const isNumber =
    (local === 'label' && notes.has(parent)) ||
    (local === 'xref' && attributes['ref-type'] === 'fn');
  if (skipped.has(local) || isNumber) return { role: 'skip' };
  const kind = kindOf(local, parent);
  const details = { ...identifierOf(element), ...(kind !== undefined && { kind }) };
  if (notes.has(local)) return { role: 'apart', details };
  if (local === 'br' || local === 'sbr') return { role: 'inline', after: '\n' };
  // The title of a work that is spoken of inside a paragraph is part of it.
  if (local === 'article-title' && !isInText)
    return { role: 'block', details: { ...details, heading: 1 } };
  if (local === 'title' || local === 'subtitle' || local === 'bridgehead') {
    if (isInText) return { role: 'inline' };
    if (figures.has(parent)) return { role: 'block', details: { ...details, kind: 'caption' } };
    const depth = path.filter((name) => sections.has(name)).length;
    return { role: 'block', details: { ...details, heading: Math.min(6, Math.max(1, depth)) } };
  }
  // What the element stands for is written with marks.
  if (local === 'quote') return { role: 'open', details, before: '“', after: '”' };
  const level = /^h([1-6])$/.exec(local)?.[1];
  if (level !== undefined)
    return { role: 'block', details: { ...details, heading: Number(level) } };
  if (containers.has(local)) return { role: 'container', details };
  return { role: blocks.has(local) ? 'block' : 'open', details };
}
