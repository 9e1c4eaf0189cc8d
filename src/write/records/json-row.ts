/** A record as JSON: the same in `json` and `jsonl`. */
import type { OutputHead } from './head.js';
import type { Cell, OutputRecord } from './records.js';

/** Plain data for JSON.stringify; keys in a fixed order. Scores as computed, six decimals. */
export function jsonRow(head: OutputHead, record: OutputRecord): object {
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
  };
}

function jsonCell(head: OutputHead, cell: Cell): object {
  return {
    source: head.sources[cell.source]?.name ?? null,
    stream: cell.stream < 0 ? null : cell.stream,
    language: cell.language,
    text: cell.text,
    sentences: cell.sentences.map(({ number }) => number),
    paragraphs: [...new Set(cell.sentences.map(({ paragraph }) => paragraph))],
    spans: cell.spans.map(({ start, end }) => [start, end]),
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
