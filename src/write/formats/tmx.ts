import { checkCodes, decimal, sentenceRanges } from '../records/cell-fields.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { filledCells, type Cell, type OutputRecord } from '../records/records.js';
import { xmlDeclaration, XmlText } from '../xml/xml-text.js';

/**
 * A translation memory, TMX 1.4b: a unit for each pair, with a variant for each text of it. What TMX has
 * no element for stands in props. Dates and authors only if they are given, so that equal tables
 * give equal bytes.
 */
export const writeTmx: WriteFormat = async function* (head, batches, options, onDiagnostic) {
  const xml = new XmlText();
  const origin = xml.attributes({ creationdate: options.date, creationid: options.author });
  const source = sourceLanguage(head);
  yield onlyFile(memoryHead(xml, source, origin));
  for await (const records of batches)
    yield onlyFile(records.map((record) => unit(xml, head, record, source, origin)).join(''));
  yield onlyFile(memoryEnd);
  xml.report(onDiagnostic);
};

/** Required by the format. Of what is written rather than of the program, whose updates keep the bytes equal. */
const toolVersion = '1';

function memoryHead(xml: XmlText, source: string, origin: string): string {
  const attributes = xml.attributes({
    creationtool: 'paralign',
    creationtoolversion: toolVersion,
    segtype: 'sentence',
    'o-tmf': 'paralign',
    adminlang: 'en',
    srclang: source,
    datatype: 'plaintext',
  });
  return `${xmlDeclaration}<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header${attributes}${origin}/>\n<body>\n`;
}

const memoryEnd = '</body>\n</tmx>\n';

/** The language of the first source, or `*all*` if it has several or none. */
function sourceLanguage({ sources, streams }: OutputHead): string {
  // The streams of a single source are each other's translations; the first is what was translated.
  if (sources.length === 1) return streams[0]?.language ?? '*all*';
  const [language, ...others] = sources[0]?.languages ?? [];
  return language === undefined || others.length > 0 ? '*all*' : language;
}

function unit(
  xml: XmlText,
  head: OutputHead,
  record: OutputRecord,
  source: string,
  origin: string,
): string {
  const cells = filledCells(record);
  const first = cells[0]?.language;
  const attributes = xml.attributes({
    tuid: String(record.id),
    // A row without the first source is a pair of two others.
    srclang:
      source === '*all*' || cells.some(({ language }) => language === source) ? undefined : first,
  });
  return [
    `<tu${attributes}${origin}>\n`,
    ...unitProps(record).map(([type, value]) => prop(xml, type, value)),
    record.note === '' ? '' : `${xml.element('note', {}, record.note)}\n`,
    ...cells.map((cell) => variant(xml, head, cell)),
    '</tu>\n',
  ].join('');
}

function unitProps({
  method,
  confidence,
  status,
  type,
  checks,
  cells,
}: OutputRecord): [string, string][] {
  const nameOf = cells.length > 2 ? languageOfStream(cells) : undefined;
  return [
    // A reviewer's link was not measured.
    ['confidence', method === 'manual' ? '' : decimal(confidence)],
    ['status', status],
    ['method', method],
    ['type', type],
    ['checks', checkCodes(checks, nameOf)],
  ];
}

function languageOfStream(cells: OutputRecord['cells']): (stream: number) => string {
  return (stream) => cells.find((cell) => cell?.stream === stream)?.language ?? '?';
}

function variant(xml: XmlText, { sources }: OutputHead, cell: Cell): string {
  return [
    `<tuv${xml.attributes({ 'xml:lang': cell.language })}>\n`,
    prop(xml, 'source', sources[cell.source]?.name ?? ''),
    prop(xml, 'sentences', sentenceRanges(cell.sentences)),
    prop(xml, 'offsets', cell.spans.map(({ start, end }) => `${start}-${end}`).join(';')),
    prop(xml, 'original', cell.original ?? ''),
    `${xml.element('seg', {}, cell.text)}\n</tuv>\n`,
  ].join('');
}

/** A prop of our own, as the format asks for: its type begins with `x-`. */
function prop(xml: XmlText, type: string, value: string): string {
  return value === '' ? '' : `${xml.element('prop', { type: `x-${type}` }, value)}\n`;
}
