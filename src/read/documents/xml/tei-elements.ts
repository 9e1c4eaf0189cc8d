/** What the elements of TEI (P4 and P5) are for the blocks of a text. */
import type { BlockKind } from '../../../domain.js';
import type { XmlElement } from '../../xml/parse-xml.js';
import { identifierOf, type ElementPlace, type ElementRule } from './xml-blocks.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Data about the text, what stands for pictures, and what a scribe or an editor took out. */
const skipped = words(`
  teiHeader facsimile sourceDoc standOff fsdDecl xenoData figDesc fw index interp interpGrp spanGrp
  linkGrp link certainty precision respons del media graphic metamark noteCitation binaryObject`);

const structures = words(`
  TEI TEI.2 teiCorpus teiCorpus.2 text body front back group floatingText titlePage docTitle list
  table row figure castList castGroup listBibl listPerson listPlace listOrg listEvent noteGrp
  argument epigraph postscript opener closer div div0 div1 div2 div3 div4 div5 div6 div7`);

const blocks = words(`
  p ab head lg sp item cell titlePart byline docAuthor docDate docImprint docEdition dateline salute
  signed trailer stage speaker castItem addrLine imprimatur bibl biblStruct u`);

const kinds: Readonly<Record<string, BlockKind>> = {
  item: 'list-item',
  castItem: 'list-item',
  cell: 'table-cell',
  note: 'footnote',
  quote: 'quotation',
};

const sections = /^div[0-7]?$/;

/** What was meant comes before what stands in the source, and the editor's reading before others. */
const preferences: Readonly<Record<string, readonly string[]>> = {
  choice: ['corr', 'reg', 'expan'],
  app: ['lem', 'rdg'],
  subst: ['add'],
};

/** How an element of TEI is read. */
export function teiElement(element: XmlElement, place: ElementPlace): ElementRule {
  const { local, attributes } = element;
  if (skipped.has(local)) return { role: 'skip' };
  const kind = kinds[local];
  const details = { ...identifierOf(element), ...(kind !== undefined && { kind }) };
  const preferred = preferences[local];
  if (preferred) return choiceOf(preferred);
  switch (local) {
    case 'head':
      return { role: 'block', details: { ...details, ...headDetails(place.path) } };
    case 'note':
      return /^(?:noteAnchor|anchor)$/.test(attributes['type'] ?? '')
        ? { role: 'skip' }
        : { role: 'apart', details };
    case 's':
      return { role: 'block', details: { ...details, segmented: true } };
    case 'seg':
      if (/^(?:s|sentence)$/i.test(attributes['type'] ?? ''))
        return { role: 'block', details: { ...details, segmented: true } };
      break;
    case 'l':
      return { role: 'open', details, ...(place.isInText && { after: '\n' }) };
    case 'lb':
    case 'pb':
    case 'cb':
    case 'gb':
    case 'milestone':
      return { role: 'inline', ...(attributes['break'] !== 'no' && { after: ' ' }) };
    case 'w':
    case 'pc':
      return { role: 'token', ...joinOf(attributes['join']) };
    // Where they have their own paragraphs, those are the blocks.
    case 'bibl':
    case 'biblStruct':
      return { role: place.isInText ? 'inline' : 'block', details };
  }
  if (structures.has(local)) return { role: 'structure', details };
  return { role: blocks.has(local) ? 'block' : 'open', details };
}

function choiceOf(preferred: readonly string[]): ElementRule {
  return {
    role: 'choice',
    choose: (names) => {
      const found = preferred.map((name) => names.indexOf(name)).find((index) => index >= 0);
      return found ?? 0;
    },
  };
}

function joinOf(given: string | undefined): Pick<ElementRule, 'join'> {
  return given === 'left' || given === 'right' || given === 'both' ? { join: given } : {};
}

/** A division's head is a heading as deep as the division; that of a table or a figure is its caption. */
function headDetails(path: readonly string[]): { heading: number } | { kind: 'caption' } | object {
  const parent = path.at(-1) ?? '';
  if (parent === 'table' || parent === 'figure') return { kind: 'caption' };
  if (parent === 'list' || parent === 'lg') return {};
  return { heading: Math.min(6, Math.max(1, path.filter((name) => sections.test(name)).length)) };
}
