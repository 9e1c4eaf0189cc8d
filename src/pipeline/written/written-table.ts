/** Turns the rows of a file that paralign wrote into a table again, as far as the file holds it. */
import { judgementOf } from '../../quality-faults.js';
import type { Alignment, Bead, Check, Row, Source, Stream, Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import type { WrittenRow, WrittenStream, WrittenTable } from '../../read/written/written-table.js';
import { checkCodes } from '../../write/records/cell-fields.js';
import { columnLetters } from '../../text/column-letters.js';
import { ownChecks, type RowChecker } from '../row-checker.js';
import { parseChecks } from './written-checks.js';
import { placeSource, type PlacedCell } from './written-sentences.js';

/** More streams than this are no texts side by side, and every row has a cell for each. */
const mostStreams = 100;

/** Why texts whose alignment is not described are aligned. */
export const heldReason = 'The file holds this alignment.';

/** A row of the file with its cells in their sources. */
interface PlacedRow {
  readonly row: WrittenRow;
  readonly cells: readonly PlacedCell[];
}

/**
 * The table that a file was written from: sentences with their numbers and offsets, rows with their
 * decisions. Checks that the file only names are found in the texts again, to know their places. What
 * is missing in the file is missing in the table; a source is only as long as its sentences.
 *
 * @throws AppError `no-links` for a file without rows, `too-large` for more than 100 texts
 */
export async function tableOfWritten(
  name: string,
  written: WrittenTable,
  checker: RowChecker = ownChecks,
): Promise<Table> {
  if (written.rows.length === 0) throw new AppError('no-links', `${name}: there are no rows in it`);
  const placed = Array.from(written.rows, (row): PlacedRow => {
    const noise = row.method === 'noise' ? (row.noise ?? 'manual') : null;
    return { row, cells: row.cells.map((cell) => ({ cell, noise, numbers: [] })) };
  });
  const cellsBySource = written.sources.map((): PlacedCell[] => []);
  for (const { cells } of placed)
    for (const own of cells) cellsBySource[own.cell.source]?.push(own);
  const recounted: string[] = [];
  const sources = cellsBySource.map((cells, index): Source => {
    const { source, isRecounted } = placeSource(written, index, cells);
    if (isRecounted) recounted.push(source.name);
    return source;
  });
  const noted = sources.map((source, index) => withNotices(source, index, written, recounted));
  const streams = streamsOf(name, noted, placed);
  const rows = rowsOf(noted, streams, placed);
  const alignments = alignmentsOf(streams, rows, written);
  const checks = await checksOf({ sources: noted, streams }, rows, placed, written, checker);
  return {
    sources: noted,
    streams,
    alignments,
    rows: rows.map((row, index) => ({ ...row, checks: checks[index] ?? [] })),
    nextId: nextId(rows, placed),
    ...(written.match && { match: written.match }),
  };
}

function withNotices(
  source: Source,
  index: number,
  { notices = [] }: WrittenTable,
  recounted: readonly string[],
): Source {
  const all = [
    ...(index === 0 ? notices : []),
    ...(recounted.includes(source.name)
      ? ['its sentences do not fit the numbers or offsets in the file, and were counted anew']
      : []),
  ];
  return all.length > 0 ? { ...source, notices: all } : source;
}

/** Whether a row is one of the table; the others are sentences in no stream. */
export const isAligned = ({ method }: WrittenRow): boolean =>
  method !== 'noise' && method !== 'excluded';

/** The streams of all rows: by source, then by first sentence. */
function streamsOf(
  name: string,
  sources: readonly Source[],
  placed: readonly PlacedRow[],
): Stream[] {
  const languages = sources.map(() => new Map<string, Set<number>>());
  for (const { row, cells } of placed) {
    if (!isAligned(row)) continue;
    for (const { cell, numbers } of cells) {
      const own = languages[cell.source];
      const language = cell.language ?? mainLanguage(sources[cell.source]);
      let sentences = own?.get(language);
      if (own && !sentences) own.set(language, (sentences = new Set()));
      for (const number of numbers) sentences?.add(number);
    }
  }
  const streams = languages.flatMap((own, source) =>
    [...own]
      .map(([language, numbers]): Stream => {
        const all = sources[source]?.sentences ?? [];
        return { source, language, sentences: all.filter(({ number }) => numbers.has(number)) };
      })
      .sort((x, y) => (x.sentences[0]?.number ?? 0) - (y.sentences[0]?.number ?? 0)),
  );
  if (streams.length > mostStreams)
    throw new AppError('too-large', `${name}: has more than ${mostStreams} texts side by side`);
  return streams;
}

/** The language of most of a source's paragraphs. */
function mainLanguage(source: Source | undefined): string {
  const counts = new Map<string, number>();
  for (const { language, start, end } of source?.paragraphs ?? [])
    counts.set(language, (counts.get(language) ?? 0) + end - start);
  counts.delete('und');
  const [main] = [...counts].sort((x, y) => y[1] - x[1]);
  return main?.[0] ?? 'und';
}

function rowsOf(
  sources: readonly Source[],
  streams: readonly Stream[],
  placed: readonly PlacedRow[],
): Row[] {
  const positions = streams.map(
    ({ sentences }) => new Map(sentences.map(({ number }, position) => [number, position])),
  );
  const mains = sources.map(mainLanguage);
  const ids = rowIds(placed);
  return placed.flatMap(({ row, cells }, index): Row[] => {
    if (!isAligned(row)) return [];
    const own: number[][] = streams.map(() => []);
    const edits: Record<number, string> = {};
    for (const { cell, numbers } of cells) {
      const language = cell.language ?? mains[cell.source];
      const stream = streams.findIndex(
        (known) => known.source === cell.source && known.language === language,
      );
      own[stream]?.push(...numbers.flatMap((number) => positions[stream]?.get(number) ?? []));
      if (cell.edit !== undefined && stream >= 0) edits[stream] = cell.edit;
    }
    const id = ids[index];
    const { method, score, confidence, crossing, status, note, flagged } = row;
    return [
      {
        ...(id !== undefined && { id }),
        cells: own.map((cell) => cell.sort((x, y) => x - y)),
        score,
        confidence,
        method: method === 'noise' || method === 'excluded' ? 'anchor' : method,
        crossing,
        status,
        checks: [],
        note,
        ...(flagged && { flagged }),
        ...judgementOf(row),
        ...(Object.keys(edits).length > 0 && { edits }),
      },
    ];
  });
}

/** The numbers of the file; where one is missing or there twice, one that no row has. */
function rowIds(placed: readonly PlacedRow[]): number[] {
  const seen = new Set<number>();
  let next = placed.reduce((most, { row: { id = 0 } }) => Math.max(most, id), 0) + 1;
  return placed.map(({ row: { id } }) => {
    if (id === undefined || seen.has(id)) return next++;
    seen.add(id);
    return id;
  });
}

/** The number behind those of all rows; sentences that were never aligned are numbered from there. */
function nextId(rows: readonly Row[], placed: readonly PlacedRow[]): number {
  let last = 0;
  for (const [index, { id }] of rows.entries()) last = Math.max(last, id ?? index + 1);
  let stray = Infinity;
  for (const { row } of placed) if (!isAligned(row)) stray = Math.min(stray, row.id ?? 0);
  return stray > last && stray !== Infinity ? stray : last + 1;
}

/** The alignments that the file names, or those of all streams that rows link. */
function alignmentsOf(
  streams: readonly Stream[],
  rows: readonly Row[],
  { alignments }: WrittenTable,
): Alignment[] {
  const indexOf = (stream: WrittenStream): number => indexOfStream(streams, stream);
  const named = alignments?.map((own) => ({ ...own, a: indexOf(own.a), b: indexOf(own.b) }));
  const pairs = named?.filter(({ a, b }) => a >= 0 && b > a) ?? linkedPairs(streams, rows);
  return pairs.map(({ a, b, mode, reason }) => ({
    a,
    b,
    mode,
    reason,
    beads: beadsOf(rows, a, b),
  }));
}

function indexOfStream(streams: readonly Stream[], { source, language }: WrittenStream): number {
  return streams.findIndex((known) => known.source === source && known.language === language);
}

function linkedPairs(
  streams: readonly Stream[],
  rows: readonly Row[],
): Pick<Alignment, 'a' | 'b' | 'mode' | 'reason'>[] {
  const comparable = new Set<number>();
  const linked = new Set<number>();
  for (const { cells, method } of rows) {
    const filled = [...cells.keys()].filter((stream) => (cells[stream] ?? []).length > 0);
    for (const a of filled)
      for (const b of filled) {
        if (b <= a) continue;
        linked.add(a * streams.length + b);
        if (method === 'comparable') comparable.add(a * streams.length + b);
      }
  }
  return [...linked]
    .sort((x, y) => x - y)
    .map((key) => ({
      a: Math.floor(key / streams.length),
      b: key % streams.length,
      mode: comparable.has(key) ? 'comparable' : 'parallel',
      reason: heldReason,
    }));
}

function beadsOf(rows: readonly Row[], a: number, b: number): Bead[] {
  return rows.flatMap(({ cells, score, confidence, method, crossing }): Bead[] => {
    const [left, right] = [cells[a] ?? [], cells[b] ?? []];
    if (left.length + right.length === 0) return [];
    const isLink = left.length > 0 && right.length > 0;
    return [
      {
        a: left,
        b: right,
        score: isLink ? score : 0,
        confidence,
        method,
        crossing: isLink && crossing,
      },
    ];
  });
}

/** Checks by place; those that only the file knows have none. */
async function checksOf(
  { sources, streams }: Pick<Table, 'sources' | 'streams'>,
  rows: readonly Row[],
  placed: readonly PlacedRow[],
  written: WrittenTable,
  checker: RowChecker,
): Promise<readonly (readonly Check[])[]> {
  const said = placed.filter(({ row }) => isAligned(row)).map(({ row: { checks } }) => checks);
  if (said.every(({ length }) => length === 0)) return [];
  const streamAt = (index: number): number => {
    const own = written.streams?.[index];
    return own ? indexOfStream(streams, own) : index;
  };
  const columns = sources.length === 1 ? streams.length : sources.length;
  const isNamed = said.some((checks) => typeof checks === 'string' && checks !== '');
  const found = isNamed ? await checker.begin({ sources, streams })(rows) : [];
  return said.map((checks, index): readonly Check[] => {
    if (typeof checks !== 'string')
      return checks.map(({ code, a, b }) => ({
        code,
        a: { ...a, stream: streamAt(a.stream) },
        b: { ...b, stream: streamAt(b.stream) },
      }));
    const filled = (rows[index]?.cells ?? []).flatMap((cell, stream) =>
      cell.length > 0 ? [stream] : [],
    );
    const letters = new Map(
      filled.map((stream) => {
        const own = streams[stream];
        const column = sources.length === 1 ? stream : (own?.source ?? 0);
        const name = written.checksNameLanguages ? own?.language : undefined;
        return [stream, name ?? columnLetters(column)];
      }),
    );
    const letterOf = columns > 2 ? (stream: number) => letters.get(stream) ?? '?' : undefined;
    const own = found[index] ?? [];
    if (checkCodes(own, letterOf) === checks) return own;
    const named = parseChecks(checks, filled, columns > 2 ? letters : undefined);
    // Spreadsheets save `≠` as `?` in old encodings.
    return named.length > 0 || checks === '' ? named : own;
  });
}
