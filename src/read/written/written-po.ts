/** The catalogues that paralign writes, with the comments of their messages. */
import { utf8Text } from '../decode/plain-utf8.js';
import { textLines } from '../decode/text-lines.js';
import { PoParser, type PoMessage } from '../tables/po/parse-po.js';
import { DraftRows, type DraftCell } from './draft-rows.js';
import { parseLanguage, parseRanges, parseShare, parseStatus } from './written-fields.js';
import type { WrittenFile } from './written-table.js';
import type { WrittenTable } from './written-table.js';

/** Longest line, in UTF-16 units. */
const mostLine = 64 << 20;

/** `row 7, confidence 0.9312, accepted, a.txt 4-5, b.txt 6`. */
const factsLine = /^row ([1-9]\d{0,8}), (manual|confidence [\d.]+), ([a-z]+), (.*)$/;
const placesPart = /^(.*) ([\d;-]+), (.*) ([\d;-]+)$/;

/** Reads the rows of a catalogue. Throws AppError `unreadable-document` with the line. */
export async function readOwnPo({ name, pieces }: WrittenFile): Promise<WrittenTable> {
  const rows = new DraftRows();
  let languages: readonly [string, string] = ['', ''];
  const parser = new PoParser(name, (message) => {
    if (message.id === '' && message.context === undefined)
      languages = languagesOf(message.translations[0] ?? '');
    else addMessage(rows, message, languages);
  });
  for await (const line of textLines(name, utf8Text(pieces()), mostLine)) parser.add(line);
  parser.end();
  return rows.finish();
}

function languagesOf(header: string): readonly [string, string] {
  const field = (name: string): string =>
    new RegExp(`^${name}: *(.*)$`, 'im').exec(header)?.[1]?.trim() ?? '';
  return [field('X-Source-Language'), field('Language').replaceAll('_', '-')];
}

/** A message without what paralign knows of it is one that somebody added: a pair like all others. */
function addMessage(
  rows: DraftRows,
  { id, translations, comments = [] }: PoMessage,
  languages: readonly [string, string],
): void {
  const said = comments.filter((line) => line.startsWith('#.')).map((line) => line.slice(3));
  const notes = comments.filter((line) => /^#(?: |$)/.test(line)).map((line) => line.slice(2));
  const [facts = '', ...checks] = said;
  const [, row, measured = '', status = '', places = ''] = factsLine.exec(facts) ?? [];
  const [, nameA = 'a', rangeA = '', nameB = 'b', rangeB = ''] = placesPart.exec(places) ?? [];
  const cell = (name: string, text: string, ranges: string, tag: string): DraftCell[] => {
    const language = parseLanguage(tag);
    const sentences = parseRanges(ranges) ?? [];
    if (text === '') return [];
    return [
      {
        name,
        cell: {
          ...(language !== undefined && { language }),
          text,
          sentences,
          count: Math.max(1, sentences.length),
          paragraphs: [],
          spans: [],
        },
      },
    ];
  };
  const cells = [
    ...cell(nameA, id, rangeA, languages[0]),
    ...cell(nameB, translations[0] ?? '', rangeB, languages[1]),
  ];
  rows.add(
    {
      id: row === undefined ? undefined : Number(row),
      method: measured === 'manual' ? 'manual' : row === undefined ? 'anchor' : 'parallel',
      score: 0,
      confidence: parseShare(measured.replace('confidence ', ''), row === undefined ? 1 : 0),
      crossing: false,
      status: parseStatus(status),
      note: notes.join('\n'),
      flagged: false,
      checks: checks.join(' '),
    },
    cells,
    cells.map(({ name }) => (name === nameA ? 0 : 1)),
  );
}
