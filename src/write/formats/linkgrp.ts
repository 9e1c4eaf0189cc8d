import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { linksSources, unlinked, type OutputRecord } from '../records/records.js';
import { sideNumbers, twoSides } from '../records/two-sides.js';
import { xmlDeclaration, XmlText } from '../xml/xml-text.js';

/**
 * Links as InterText and the corpora made with it keep them apart from the texts:
 * `<link type="1-2" xtargets="s4;s5 s6" status="auto"/>`. The second text (`toDoc`) comes first, in
 * `type` as in `xtargets`. `s4` is the fourth sentence of a text.
 */
export const writeLinkGrp: WriteFormat = async function* (head, batches, _options, onDiagnostic) {
  const xml = new XmlText();
  const [from, to] = head.sources.map(({ name }) => name);
  const names = xml.attributes({ toDoc: to ?? '', fromDoc: from ?? '' });
  yield onlyFile(`${xmlDeclaration}<linkGrp${names}>\n`);
  for await (const records of batches)
    yield onlyFile(records.flatMap(asLinks).map(linkLine).join(''));
  yield onlyFile('</linkGrp>\n');
  xml.report(onDiagnostic);
};

/** Two streams of one source are no link here. */
function asLinks(record: OutputRecord): readonly OutputRecord[] {
  return linksSources(record) ? [record] : unlinked(record);
}

function linkLine(record: OutputRecord): string {
  const [from, to] = twoSides(record).map(sideNumbers);
  const [a, b] = [from ?? [], to ?? []];
  const ids = (numbers: readonly number[]): string =>
    numbers.map((number) => `s${number}`).join(' ');
  const isDecided = record.status === 'accepted' || record.status === 'edited';
  const status = isDecided ? 'man' : 'auto';
  return `<link type="${b.length}-${a.length}" xtargets="${ids(b)};${ids(a)}" status="${status}"/>\n`;
}
