/** A record as JSON: the same in `json` and `jsonl`. */
import type { Paragraph } from '../../domain.js';
import type { OutputHead } from './head.js';
import type { RecordWords } from './word-links.js';
import { editKinds, type Cell, type OutputRecord } from './records.js';

/** Plain data for JSON.stringify; keys in a fixed order. Scores as computed, six decimals. */
export function jsonRow(head: OutputHead, record: OutputRecord, words?: RecordWords): object {
  return {
    id: record.id,
    cells: record.cells.map((cell) => (cell ? jsonCell(head, cell) : null)),
    type: record.type,
    method: record.method,
    score: rounded(record.score),
    confidence: rounded(record.confidence),
    crossing: record.crossing,
    status: record.status,
    checks: record.checks.map(({ code, a, b }) => ({ code, a: jsonSide(a), b: jsonSide(b) })),
    note: record.note,
    flagged: record.flagged,
    edited: editKinds(record),
    ...(words && { words: words(record) }),
    ...(record.quality !== undefined && { quality: rounded(record.quality) }),
    ...(record.faults && { qualityFaults: record.faults }),
    ...(record.leftOut !== undefined && { leftOut: record.leftOut }),
  };
}

function jsonCell(head: OutputHead, cell: Cell): object {
  return {
    source: head.sources[cell.source]?.name ?? null,
    stream: cell.stream < 0 ? null : cell.stream,
    language: cell.language,
    text: cell.text,
    ...(cell.original !== undefined && { original: cell.original }),
    sentences: cell.sentences.map(({ number }) => number),
    paragraphs: [...new Set(cell.sentences.map(({ paragraph }) => paragraph))],
    spans: cell.spans.map(({ start, end }) => [start, end]),
    ...jsonPlaces(head.sources[cell.source]?.paragraphs ?? [], cell),
  };
}

/** Fields of some formats only: the places and kinds of a cell's paragraphs, and whether they were already sentences. */
function jsonPlaces(all: readonly Paragraph[], { sentences }: Cell): object {
  const numbers = new Set(sentences.map(({ paragraph }) => paragraph));
  const paragraphs = [...numbers].map((number) => all[number - 1]);
  return {
    ...(paragraphs.some((own) => own?.locator) && {
      locators: paragraphs.map((own) => own?.locator ?? null),
    }),
    ...(paragraphs.some((own) => own?.kind) && {
      kinds: paragraphs.map((own) => own?.kind ?? null),
    }),
    ...(paragraphs.some((own) => own?.heading) && {
      headings: paragraphs.map((own) => own?.heading ?? 0),
    }),
    ...(paragraphs.every((own) => own?.segmented) && { segmented: true }),
  };
}

function jsonSide(side: OutputRecord['checks'][number]['a']): object {
  return {
    stream: side.stream,
    values: side.values,
    spans: side.spans.map(({ start, end }) => [start, end]),
  };
}

/** Six decimals: the last digits differ between processors. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
