/** What of an alignment comes back from a format: one line of the table in docs/formats.md. */
import type { Table } from '../../../src/domain.js';
import {
  filledCells,
  isPair,
  isRejectedLink,
  outputRecords,
  type OutputRecord,
} from '../../../src/write/records/records.js';
import { makeRow, makeSource, makeTable } from '../../write/table-fixture.js';

/** Two texts with one of everything that a person or the program can say about a row. */
export function fullTable(): Table {
  const side = (stream: number, ...values: string[]) => ({ stream, values, spans: [] });
  const table = makeTable(
    [
      makeSource('en.txt', 'en-GB', [
        'Fish & <b>chips</b> cost "3".',
        'Share this|noise',
        'Two.',
        'Three.',
        'Wrong.',
        'Alone.',
        'Last "one".',
        'Before that.',
      ]),
      makeSource('ar.txt', 'ar-EG', ['سمك.', 'اثنان وثلاثة.', 'خطأ.', 'قبل ذلك.', 'الأخير.']),
    ],
    [
      makeRow([[0], [0]], { id: 2, status: 'edited', edits: { 1: 'سمك & بطاطا.' } }),
      makeRow([[1, 2], [1]], {
        id: 5,
        status: 'accepted',
        confidence: 0.75,
        score: 0.5,
        note: 'Joined -- "well"; <done>',
        flagged: true,
        checks: [{ code: 'number', a: side(0, '2'), b: side(1) }],
      }),
      makeRow([[3], [2]], { id: 6, status: 'rejected' }),
      makeRow([[4], []], { id: 9 }),
      makeRow([[5], [4]], { id: 11, method: 'comparable', confidence: 0.25 }),
      makeRow([[6], [3]], { id: 12, method: 'manual', score: 0, confidence: 0, crossing: true }),
    ],
  );
  return { ...table, nextId: 14 };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const textsOf = ({ cells }: OutputRecord): string =>
  JSON.stringify(cells.map((cell) => cell && oneLine(cell.text)));
const originalsOf = ({ cells }: OutputRecord): string =>
  JSON.stringify(cells.map((cell) => cell && oneLine(cell.original ?? cell.text)));
const isLink = (record: OutputRecord): boolean => isPair(record) && !isRejectedLink(record);
const isEdited = ({ cells }: OutputRecord): boolean =>
  cells.some((cell) => cell?.original !== undefined);

/** Records that must be there again, by their texts. */
type Kind = readonly [string, (record: OutputRecord) => boolean];
const kinds: readonly Kind[] = [
  ['pairs in order', (record) => isLink(record) && !isEdited(record) && !record.crossing],
  ['pairs out of order', ({ crossing }) => crossing],
  ['texts a reviewer wrote', (record) => isLink(record) && isEdited(record)],
  ['rejected pairs', isRejectedLink],
  ['texts without a partner', (record) => !isPair(record) && record.method !== 'noise'],
  ['noise', ({ method }) => method === 'noise'],
];

/** What must be the same of every pair that is there again. */
type Property = readonly [string, (record: OutputRecord) => unknown];
const properties: readonly Property[] = [
  ['languages', (record) => filledCells(record).map(({ language }) => language)],
  ['row numbers', ({ id }) => id],
  [
    'sentence numbers',
    (record) => filledCells(record).map(({ sentences }) => sentences.map(({ number }) => number)),
  ],
  ['offsets', (record) => filledCells(record).map(({ spans }) => spans)],
  ['score', ({ score }) => score.toFixed(2)],
  ['confidence', ({ confidence }) => confidence.toFixed(2)],
  ['method', ({ method }) => method],
  ['mark of pairs out of order', ({ crossing }) => crossing],
  ['decisions', ({ status }) => status],
  ['notes', ({ note }) => note],
  ['flags', ({ flagged }) => flagged],
  ['checks', ({ checks }) => checks.map(({ code, a, b }) => [code, a.values, b.values])],
  ['originals of edited texts', originalsOf],
];

/** The heads of the lines. */
export const keptNames: readonly string[] = [...kinds, ...properties].map(([name]) => name);

/**
 * For each line, whether the table read back has it as the table that was written. Texts that differ in
 * white space only are equal.
 */
export function keptOf(written: Table, read: Table): boolean[] {
  const [before, after] = [[...outputRecords(written)], [...outputRecords(read)]];
  const has = (kind: Kind): boolean => {
    const found = after.filter(
      (record) => isPair(record) === before.filter(kind[1]).some(isPair) && isSame(kind, record),
    );
    return before
      .filter(kind[1])
      .every((one) => found.some((own) => textsOf(own) === textsOf(one)));
  };
  const links = after.filter(isLink);
  const keeps = ([, value]: Property): boolean =>
    before.filter(isLink).every((record) => {
      const again = links.find(
        (own) => textsOf(own) === textsOf(record) || originalsOf(own) === originalsOf(record),
      );
      return again === undefined || JSON.stringify(value(again)) === JSON.stringify(value(record));
    });
  return [...kinds.map(has), ...properties.map(keeps)];
}

/** Where a format can't say that a pair was rejected, it is none; what is noise has to be known as noise. */
function isSame([name]: Kind, record: OutputRecord): boolean {
  if (name === 'rejected pairs') return isRejectedLink(record);
  if (name === 'noise') return record.method === 'noise';
  return !isRejectedLink(record) && record.method !== 'noise';
}
