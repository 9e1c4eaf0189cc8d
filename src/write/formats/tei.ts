import type { OutputPart, Paragraph } from '../../domain.js';
import { columnLetters } from '../../text/column-letters.js';
import { decimal } from '../records/cell-fields.js';
import { isoDate } from '../records/iso-date.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { filledCells, isPair, type Cell, type OutputRecord } from '../records/records.js';
import { xmlDeclaration, XmlText } from '../xml/xml-text.js';

/**
 * TEI P5 in one document: the links in `<standOff>`, then each text with its sentences as `<s xml:id>`. A
 * `<link>` has the ids of its sentences (`a12` is the twelfth of the first source), its type, what was
 * decided as its subtype, and its confidence as `cert`. A text that a reviewer wrote stands in place
 * of its sentences, under the id of the first.
 */
export const writeTei: WriteFormat = async function* (head, batches, { date }, onDiagnostic) {
  const xml = new XmlText();
  const texts = head.sources.map((): TextPassages => ({ passages: [], blocks: [] }));
  yield onlyFile(documentHead(xml, head, date));
  let hasLinks = false;
  for await (const records of batches) {
    for (const record of records)
      for (const cell of filledCells(record)) {
        const { passages, blocks } = texts[cell.source] ?? { passages: [], blocks: [] };
        for (const passage of passagesOf(cell)) {
          passages.push(passage);
          blocks[passage.paragraph] ??= blockAttributes(
            head.sources[cell.source]?.paragraphs[passage.paragraph - 1],
          );
        }
      }
    const links = records.filter(isPair).map(linkElement);
    if (links.length === 0) continue;
    yield onlyFile((hasLinks ? '' : '<standOff>\n<linkGrp type="translation">\n') + links.join(''));
    hasLinks = true;
  }
  yield onlyFile(`${hasLinks ? '</linkGrp>\n</standOff>\n' : ''}<text>\n<group>\n`);
  for (const [source, text] of texts.entries()) yield* textElement(xml, head, source, text);
  yield onlyFile('</group>\n</text>\n</TEI>\n');
  xml.report(onDiagnostic);
};

/** A sentence, or what a reviewer wrote instead of several. Texts are slices of their source's. */
interface Passage {
  readonly number: number;
  readonly paragraph: number;
  readonly language: string;
  readonly text: string;
}

/** The passages of a text as they come up. A head has the paragraphs of the records at hand, and need not keep them. */
interface TextPassages {
  readonly passages: Passage[];
  /** The attributes of blocks, by the numbers of their paragraphs. */
  readonly blocks: string[];
}

function passagesOf({ sentences, text, original }: Cell): readonly Passage[] {
  const [first] = sentences;
  return original === undefined || !first ? sentences : [{ ...pick(first), text }];
}

function pick({ number, paragraph, language }: Passage): Omit<Passage, 'text'> {
  return { number, paragraph, language };
}

function documentHead(xml: XmlText, { sources }: OutputHead, date: string | undefined): string {
  const when = date === undefined ? '' : ` <date when="${isoDate(date)}"/>`;
  const names = sources.map(({ name }) => name);
  return `${xmlDeclaration}<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt>${xml.element('title', {}, names.join(', '))}</titleStmt>
<publicationStmt><p>Unpublished.${when}</p></publicationStmt>
<sourceDesc>${names.map((name) => xml.element('p', {}, name)).join('')}</sourceDesc>
</fileDesc>
</teiHeader>
`;
}

function passageId(source: number, number: number): string {
  return `${columnLetters(source)}${number}`;
}

function linkElement(record: OutputRecord): string {
  const { id, type, status, method, confidence } = record;
  const targets = filledCells(record).flatMap((cell) =>
    passagesOf(cell).map(({ number }) => `#${passageId(cell.source, number)}`),
  );
  // A reviewer's link was not measured.
  const cert = method === 'manual' ? '' : ` cert="${decimal(confidence)}"`;
  return `<link xml:id="link${id}" type="${type}" subtype="${status}"${cert} target="${targets.join(' ')}"/>\n`;
}

/** Passages per piece of the output. */
const passagesPerPart = 256;

function* textElement(
  xml: XmlText,
  { sources }: OutputHead,
  source: number,
  { passages, blocks }: TextPassages,
): Generator<OutputPart> {
  const language = sources[source]?.languages[0] ?? 'und';
  yield onlyFile(`<text${xml.attributes({ 'xml:lang': language })}>\n<body>\n`);
  passages.sort((x, y) => x.number - y.number);
  let block = -1;
  let piece = passages.length === 0 ? '<p/>\n' : '';
  for (const [index, passage] of passages.entries()) {
    if (passage.paragraph !== block) {
      piece += `${block < 0 ? '' : '</ab>\n'}<ab${blocks[passage.paragraph] ?? ''}>\n`;
      block = passage.paragraph;
    }
    const own = passage.language === language ? undefined : passage.language;
    const attributes = { 'xml:id': passageId(source, passage.number), 'xml:lang': own };
    piece += `${xml.element('s', attributes, passage.text)}\n`;
    if (index % passagesPerPart < passagesPerPart - 1) continue;
    yield onlyFile(piece);
    piece = '';
  }
  yield onlyFile(`${piece}${block < 0 ? '' : '</ab>\n'}</body>\n</text>\n`);
}

/** `<head>` would need the sections of the text; what kind of block it is stands in its type. */
function blockAttributes(paragraph: Paragraph | undefined): string {
  if (paragraph === undefined) return '';
  if (paragraph.heading > 0) return ` type="heading" n="${paragraph.heading}"`;
  const type = paragraph.noise === null ? (paragraph.kind ?? 'paragraph') : 'noise';
  return ` type="${type}"`;
}
