import { checkCodes, decimal, sentenceRanges } from '../records/cell-fields.js';
import { LegalText } from '../records/legal-text.js';
import { oneLine } from '../records/one-line.js';
import type { OutputHead } from '../records/head.js';
import { onlyFile, type FormatOptions, type WriteFormat } from '../records/output-format.js';
import type { OutputRecord } from '../records/records.js';
import { sideText, twoLanguages, twoSides } from '../records/two-sides.js';

/**
 * A catalogue of gettext: a message for each pair. A text that occurred before gets a context, because
 * a catalogue can't hold one message twice. Nothing is fuzzy: programs take a fuzzy message for not
 * translated, and what is written here are pairs; how sure each is stands in its comment.
 */
export const writePo: WriteFormat = async function* (head, batches, options, onDiagnostic) {
  const plain = new LegalText();
  // The message without a text and context is the header.
  const seen = new Set(['']);
  yield onlyFile(catalogueHead(twoLanguages(head), options));
  for await (const records of batches)
    yield onlyFile(records.map((record) => message(plain, head, record, seen)).join(''));
  plain.report(onDiagnostic);
};

function catalogueHead(
  [source, target]: readonly [string, string],
  { date, author = '' }: FormatOptions,
): string {
  const fields = [
    ['Project-Id-Version', ''],
    ['PO-Revision-Date', date === undefined ? '' : gettextDate(date)],
    ['Last-Translator', oneLine(author)],
    ['Language-Team', ''],
    ['Language', localeName(target)],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Content-Transfer-Encoding', '8bit'],
    ['X-Source-Language', source],
  ];
  const header = fields.map(([name, value]) => `${name}: ${value}\n`).join('');
  return `msgid ""\nmsgstr ${quoted(header)}\n`;
}

/** `20261129T101500Z` as `2026-11-29 10:15+0000`. */
function gettextDate(date: string): string {
  return date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5+0000');
}

/** gettext writes `pt-BR` as `pt_BR`. */
function localeName(tag: string): string {
  return tag.replaceAll('-', '_');
}

function message(
  plain: LegalText,
  head: OutputHead,
  record: OutputRecord,
  seen: Set<string>,
): string {
  const [a, b] = twoSides(record).map((cells) => trimBreaks(plain.legal(sideText(cells))));
  const text = a ?? '';
  const isSeen = seen.has(text);
  seen.add(text);
  return [
    '\n',
    ...comments('#', plain.legal(record.note)),
    ...comments('#.', facts(head, record)),
    ...comments('#.', plain.legal(checkCodes(record.checks))),
    isSeen ? `msgctxt ${quoted(`row ${record.id}`)}\n` : '',
    `msgid ${quoted(text)}\nmsgstr ${quoted(b ?? '')}\n`,
  ].join('');
}

/** gettext wants both texts or neither to begin and to end with a line break. */
function trimBreaks(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === '\n') start++;
  while (end > start && text[end - 1] === '\n') end--;
  return text.slice(start, end);
}

function facts({ sources }: OutputHead, record: OutputRecord): string {
  const { id, method, confidence, status } = record;
  const places = twoSides(record).flatMap((cells) =>
    cells.map(
      ({ source, sentences }) => `${sources[source]?.name ?? ''} ${sentenceRanges(sentences)}`,
    ),
  );
  const measured = method === 'manual' ? 'manual' : `confidence ${decimal(confidence)}`;
  return [`row ${id}`, measured, status, ...places].map(oneLine).join(', ');
}

function comments(mark: string, text: string): string[] {
  if (text === '') return [];
  return text
    .split(/\r\n|[\n\v\f\r\x1c-\x1e\u0085\u2028\u2029]/)
    .map((line) => `${mark} ${line}\n`);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

/** A string of C, a line of the file for each line of the text. */
function quoted(text: string): string {
  const lines = text.split(/(?<=\n)/).map((line) => {
    const inside = line.replace(/[\\"\n\t\r]/g, (character) => escapes[character] ?? character);
    return `"${inside}"`;
  });
  return lines.length > 1 ? ['""', ...lines].join('\n') : (lines[0] ?? '""');
}
