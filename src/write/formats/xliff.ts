import type { Status } from '../../domain.js';
import { checkCodes, decimal, sentenceRanges } from '../records/cell-fields.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { linksSources, unlinked, type Cell, type OutputRecord } from '../records/records.js';
import { sideText, twoLanguages, twoSides } from '../records/two-sides.js';
import { xmlDeclaration, XmlText } from '../xml/xml-text.js';

/**
 * XLIFF 2.1: a unit with one segment for each row. A sentence without a partner has an empty source or no
 * target, so that every sentence is there. What a reviewer decided is the state of the segment.
 */
export const writeXliff: WriteFormat = async function* (head, batches, _options, onDiagnostic) {
  const xml = new XmlText();
  const [a, b] = twoLanguages(head);
  const names = head.sources.map(({ name }) => name);
  const root = xml.attributes({
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    version: '2.1',
    srcLang: a,
    trgLang: b,
  });
  // Line breaks inside of texts are theirs.
  const file = xml.attributes({ id: 'f1', original: names[0] ?? '', 'xml:space': 'preserve' });
  const nextId = unitIds();
  yield onlyFile(`${xmlDeclaration}<xliff${root}>\n<file${file}>\n`);
  let isEmpty = true;
  for await (const records of batches) {
    const units = records.flatMap(asPairs).map((record) => unit(xml, head, record, nextId(record)));
    isEmpty = false;
    yield onlyFile(units.join(''));
  }
  // A file must have a unit or a group.
  if (isEmpty) yield onlyFile('<group id="empty"/>\n');
  yield onlyFile('</file>\n</xliff>\n');
  xml.report(onDiagnostic);
};

/** Two streams of one source are no pair here. */
function asPairs(record: OutputRecord): readonly OutputRecord[] {
  return linksSources(record) ? [record] : unlinked(record);
}

/** Numbers of rows as ids; the sentences of a row that is none are `7`, `7.2`, `7.3`. */
function unitIds(): (record: OutputRecord) => string {
  let last = -1;
  let count = 1;
  return ({ id }) => {
    count = id === last ? count + 1 : 1;
    last = id;
    return count === 1 ? String(id) : `${id}.${count}`;
  };
}

function unit(xml: XmlText, head: OutputHead, record: OutputRecord, id: string): string {
  const [a, b] = twoSides(record);
  const notes = [...rowNotes(record), ...[...a, ...b].flatMap((cell) => cellNotes(head, cell))];
  const isPair = a.length > 0 && b.length > 0;
  const state = b.length === 0 ? 'initial' : stateOf(record.status);
  const attributes = xml.attributes({
    state,
    subState: isPair ? `paralign:${record.status}` : undefined,
  });
  return [
    `<unit${xml.attributes({ id })}>\n<notes>\n`,
    ...notes.map(([category, text]) => `${xml.element('note', { category }, text)}\n`),
    `</notes>\n<segment${attributes}>\n${xml.element('source', {}, sideText(a))}\n`,
    b.length === 0 ? '' : `${xml.element('target', {}, sideText(b))}\n`,
    '</segment>\n</unit>\n',
  ].join('');
}

function stateOf(status: Status): string {
  switch (status) {
    case 'accepted':
      return 'reviewed';
    case 'edited':
      return 'final';
    default:
      return 'translated';
  }
}

function rowNotes({ note, method, confidence, checks }: OutputRecord): [string, string][] {
  const isMeasured = method !== 'manual' && method !== 'noise' && method !== 'excluded';
  return [
    ...(note === '' ? [] : [['note', note] satisfies [string, string]]),
    ['method', method],
    ...(isMeasured ? [['confidence', decimal(confidence)] satisfies [string, string]] : []),
    ...(checks.length > 0 ? [['checks', checkCodes(checks)] satisfies [string, string]] : []),
  ];
}

/** Where a text comes from, and what it was before a reviewer changed it. */
function cellNotes({ sources }: OutputHead, cell: Cell): [string, string][] {
  const { source, sentences, spans, original, language } = cell;
  const side = source === 0 ? 'source' : 'target';
  const own = sources[source];
  const offsets = spans.map(({ start, end }) => `${start}-${end}`).join(';');
  return [
    [side, `${own?.name ?? ''}, sentences ${sentenceRanges(sentences)}, offsets ${offsets}`],
    ...(original === undefined ? [] : [[`${side}-original`, original] satisfies [string, string]]),
    // The languages of a file are those of its root.
    ...(language === own?.languages[0]
      ? []
      : [[`${side}-language`, language] satisfies [string, string]]),
  ];
}
