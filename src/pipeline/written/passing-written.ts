/** The rows of a large file that paralign wrote, as records, without the table of them. */
import { PassingChecker, type PassingSide } from '../../check/passing-checker.js';
import type { Check, Paragraph, Sentence } from '../../domain.js';
import type { WrittenCell, WrittenRow, WrittenTable } from '../../read/written/written-table.js';
import { sentenceSpans } from '../../text/passage.js';
import { sentenceSeparator } from '../../text/scripts.js';
import { checkCodes } from '../../write/records/cell-fields.js';
import type { OutputAlignment, OutputHead } from '../../write/records/head.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import {
  filledCells,
  recordType,
  type Cell,
  type OutputRecord,
} from '../../write/records/records.js';
import { parseChecks } from './written-checks.js';
import { withStackedPlaces } from './stacked-rows.js';
import { placed, Survey, type Found } from './survey.js';
import { runsOf, sentencesOf } from './written-sentences.js';
import { heldReason, isAligned } from './written-table.js';

/**
 * The records of two texts that a file holds whole, the same as those of the table of it: each sentence has its
 * number and its place, each text one language.
 *
 * @returns undefined for a file that leaves anything open, whose table is to be put together
 */
export function passingWritten(
  read: WrittenTable,
  { checks }: { readonly checks: boolean },
): PassingRecords | undefined {
  const written = withStackedPlaces(read);
  const { sources, rows, notices = [] } = written;
  if (sources.length !== 2 || rows.length === 0 || notices.length > 0) return undefined;
  const survey = new Survey();
  for (const row of rows) if (!survey.add(row)) return undefined;
  const head = headOf(written, survey);
  if (!head) return undefined;
  const checker = checks ? new WrittenChecker(written, head.head) : undefined;
  const checksOf = (row: WrittenRow): readonly Check[] => checker?.checksOf(row) ?? [];
  return { head: head.head, batches: batchesOf(inBatches(rows), head, checksOf) };
}

/** The head of the records, with what the records need of all rows. */
export interface SurveyedHead {
  readonly head: OutputHead;
  /** The paragraphs of each source, filled while their batch is written. */
  readonly paragraphs: readonly Paragraph[][];
  readonly nextId: number;
}

/** What stands before the records of a file whose rows have been surveyed; undefined if anything is left open. */
export function headOf(
  written: Pick<WrittenTable, 'sources' | 'alignments' | 'match'>,
  survey: Survey,
): SurveyedHead | undefined {
  const { sources } = written;
  if (sources.some(({ format }) => format === 'markdown')) return undefined;
  const found = survey.found();
  const alignments = found && alignmentsOf(written, found);
  if (!alignments) return undefined;
  const { languages, cells, nextId, hasLocators, hasQuality } = found;
  const paragraphs = cells.map((own) => emptyList(own.paragraphs));
  const head: OutputHead = {
    sources: sources.map(({ name, format, textIs, length = 0 }, index) => ({
      name,
      format: format ?? 'text',
      textIs: textIs ?? 'file',
      languages: [languages[index] ?? 'und'],
      length: cells[index]?.length(length) ?? 0,
      paragraphs: paragraphs[index] ?? [],
      sentences: cells[index]?.sentences ?? 0,
    })),
    streams: languages.map((language, source) => ({
      source,
      language,
      // Few formats list them.
      get sentences() {
        return (cells[source]?.aligned() ?? []).map((number) => ({ number }));
      },
    })),
    alignments,
    columns: 2,
    hasLocators,
    hasQuality,
    ...(written.match && { match: written.match }),
  };
  return { head, paragraphs, nextId };
}

function emptyList(length: number): Paragraph[] {
  const list: Paragraph[] = [];
  list.length = length;
  return list;
}

function alignmentsOf(
  { alignments }: Pick<WrittenTable, 'alignments'>,
  { languages, linked, comparable, aligned }: Found,
): OutputAlignment[] | undefined {
  if (alignments === undefined) {
    if (linked === 0) return [];
    const mode = comparable > 0 ? 'comparable' : 'parallel';
    return [{ a: 0, b: 1, mode, reason: heldReason, beads: aligned }];
  }
  const [only] = alignments;
  if (!only) return [];
  if (alignments.length > 1) return undefined;
  const { a, b, mode, reason } = only;
  const isOfBoth = [a, b].every(
    ({ source, language }, index) => source === index && language === languages[index],
  );
  return isOfBoth ? [{ a: 0, b: 1, mode, reason, beads: aligned }] : undefined;
}

/** Rows per batch, as for any table. */
const rowsPerBatch = 64;

/** Rows that are all there, in batches. */
async function* inBatches(
  rows: Iterable<WrittenRow>,
): AsyncGenerator<readonly WrittenRow[], void, undefined> {
  let batch: WrittenRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < rowsPerBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The records of rows that a survey found to be in order. */
export async function* batchesOf(
  batches: AsyncIterable<readonly WrittenRow[]>,
  { paragraphs: lists, nextId }: SurveyedHead,
  checksOf: (row: WrittenRow) => readonly Check[],
): AsyncGenerator<readonly OutputRecord[], void, undefined> {
  let stray = nextId;
  for await (const rows of batches) {
    /** The numbers of the batch's paragraphs, by source. */
    const numbers: [number[], number[]] = [[], []];
    const batch = rows.map((row) => {
      const cells: (Cell | null)[] = [null, null];
      for (const own of row.cells) {
        const cell = cellOf(row, own);
        cells[own.source] = cell;
        const list = lists[own.source] ?? [];
        for (const paragraph of paragraphsOf(own, cell.sentences)) {
          list[paragraph.number - 1] = paragraph;
          numbers[own.source]?.push(paragraph.number);
        }
      }
      return isAligned(row)
        ? alignedRecord(row, cells, checksOf(row))
        : strayRecord(row, cells, stray++);
    });
    if (batch.length > 0) yield batch;
    for (const [source, own] of numbers.entries())
      for (const number of own) Reflect.deleteProperty(lists[source] ?? [], number - 1);
  }
}

function alignedRecord(
  { id = 0, method, score, confidence, crossing, status, note, flagged, ...rest }: WrittenRow,
  cells: readonly (Cell | null)[],
  checks: readonly Check[],
): OutputRecord {
  const type = recordType(cells);
  const { quality, faults } = rest;
  const known = quality === undefined ? {} : { quality, ...(faults && { faults }) };
  const own = {
    id,
    cells,
    type,
    method,
    score,
    confidence,
    crossing,
    status,
    checks,
    note,
    flagged,
  };
  return { ...own, ...known };
}

function strayRecord(row: WrittenRow, cells: readonly (Cell | null)[], id: number): OutputRecord {
  const isNoise = row.method === 'noise';
  const [cell] = filledCells({ cells });
  return {
    id,
    cells,
    type: recordType(cells),
    method: isNoise ? 'noise' : 'excluded',
    score: 0,
    confidence: 0,
    crossing: false,
    status: 'unreviewed',
    checks: [],
    note: isNoise ? (row.noise ?? 'manual') : `in no stream (${cell?.language ?? 'und'})`,
    flagged: false,
  };
}

function cellOf(row: WrittenRow, own: WrittenCell): Cell {
  const { source, language = 'und', edit } = own;
  const isStray = !isAligned(row);
  const runs = runsOf(placed(row, own));
  const [first] = runs;
  // Nearly all cells of a long text: as few objects as possible.
  if (first && runs.length === 1 && first.numbers.length === 1 && edit === undefined) {
    const sentences = sentencesOf(first, first.start);
    const spans = [{ start: first.start, end: first.start + first.text.length }];
    const stream = isStray ? -1 : source;
    return { source, stream, language, sentences, spans, text: first.text };
  }
  const sentences = runs.flatMap((run) => sentencesOf(run, run.start));
  const spans = sentenceSpans(sentences);
  // Neighbours are in one run: the text between two spans is not known, and not part of the cell's.
  const texts = spans.map(({ start, end }) => {
    const run = runs.find((one) => one.start <= start && end <= one.start + one.text.length);
    return run?.text.slice(start - run.start, end - run.start) ?? '';
  });
  const original = texts.length === 1 ? (texts[0] ?? '') : texts.join(sentenceSeparator(language));
  const isEdited = edit !== undefined && !isStray;
  return {
    source,
    stream: isStray ? -1 : source,
    language,
    sentences,
    spans,
    text: isEdited ? edit : original,
    ...(isEdited && { original }),
  };
}

/** What is known of the paragraphs that these sentences are in; their extents are not. */
function paragraphsOf(cell: WrittenCell, sentences: readonly Sentence[]): Paragraph[] {
  const found = new Map<number, Paragraph>();
  for (const { paragraph: number, start, end, language, noise } of sentences) {
    if (found.has(number)) continue;
    const {
      heading = 0,
      kind,
      locator,
      segmented,
    } = cell.paragraphs.find((own) => own.number === number) ?? {};
    found.set(number, {
      number,
      start,
      end,
      heading,
      ...(kind && { kind }),
      noise,
      ...(locator && { locator }),
      ...(segmented && { segmented }),
      language,
      confidence: 1,
    });
  }
  return [...found.values()];
}

/** The checks of rows as the file has them: by name, which are found again to know their places, or with all details. */
class WrittenChecker {
  readonly #checker: PassingChecker | undefined;
  readonly #streamAt: (stream: number) => number;

  constructor({ rows, streams }: WrittenTable, { sources }: OutputHead) {
    const [a = 'und', b = 'und'] = sources.map(({ languages }) => languages[0]);
    this.#streamAt = (index) => {
      const own = streams?.[index];
      if (!own) return index;
      return own.language === [a, b][own.source] ? own.source : -1;
    };
    if (!areNamed(rows)) return;
    const checker = new PassingChecker([a, b]);
    for (const row of rows) {
      const sides = isAligned(row) ? sidesOf(row) : undefined;
      if (sides) checker.learn(...sides);
    }
    this.#checker = checker;
  }

  checksOf(row: WrittenRow): readonly Check[] {
    const { checks } = row;
    if (typeof checks !== 'string')
      return checks.map(({ code, a, b }) => ({
        code,
        a: { ...a, stream: this.#streamAt(a.stream) },
        b: { ...b, stream: this.#streamAt(b.stream) },
      }));
    if (checks === '') return [];
    const sides = sidesOf(row);
    const own = (sides && this.#checker?.check(...sides)) ?? [];
    if (checkCodes(own) === checks) return own;
    const named = parseChecks(checks, row.cells.map(({ source }) => source).sort());
    return named.length > 0 ? named : own;
  }
}

/** Whether checks are there by name, without their places. */
function areNamed(rows: WrittenTable['rows']): boolean {
  for (const row of rows)
    if (isAligned(row) && typeof row.checks === 'string' && row.checks !== '') return true;
  return false;
}

function sidesOf(row: WrittenRow): [PassingSide, PassingSide] | undefined {
  const sides = [0, 1].map((source): PassingSide | undefined => {
    const cell = row.cells.find((own) => own.source === source);
    if (!cell) return undefined;
    const sentences = runsOf(placed(row, cell)).flatMap((run) => sentencesOf(run, run.start));
    return { sentences, ...(cell.edit !== undefined && { edit: cell.edit }) };
  });
  const [a, b] = sides;
  return a && b ? [a, b] : undefined;
}
