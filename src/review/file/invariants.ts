/** The invariants of every review, checked on opening and by tests. */
import { filledCells } from '../lookup.js';
import type { Review } from '../model.js';

/** A violated invariant, with its place as named in the review file. */
export interface Violation {
  readonly path: string;
  readonly problem: string;
}

/**
 * The first thing that is wrong with a review, or null: every sentence of a stream is in
 * exactly one row, in its own column, in the order of the text; spans lie within their source and
 * don't overlap; ids are unique. O(n log n).
 */
export function findViolation(review: Review): Violation | null {
  return (
    checkColumns(review) ?? checkSentences(review) ?? checkRows(review) ?? checkHistory(review)
  );
}

function checkColumns({ sources, streams, alignments }: Review): Violation | null {
  for (const [index, { text, name, paragraphs }] of sources.entries()) {
    const numbers = new Set<number>();
    for (const [position, { number, start, end, markup = [] }] of paragraphs.entries()) {
      const path = `sources[${index}].paragraphs[${position}]`;
      if (start > end || end > text.length)
        return { path: `${path}.end`, problem: `lies outside the text of ${name}` };
      if (numbers.has(number))
        return { path: `${path}.number`, problem: `${number} appears twice` };
      numbers.add(number);
      let from = start;
      for (const mark of markup) {
        if (mark.start < from || mark.end < mark.start || mark.end > end)
          return { path: `${path}.markup`, problem: 'lies outside the paragraph, or out of order' };
        from = mark.end;
      }
    }
  }
  for (const [index, { source }] of streams.entries()) {
    if (sources[source] === undefined)
      return { path: `streams[${index}].source`, problem: `there is no source ${source}` };
  }
  for (const [index, { a, b }] of alignments.entries()) {
    if (streams[a] === undefined || streams[b] === undefined)
      return { path: `alignments[${index}]`, problem: `there are ${streams.length} streams` };
  }
  return null;
}

function checkSentences(review: Review): Violation | null {
  for (const sentence of review.sentences) {
    if (sentence === undefined) continue;
    const path = `sentences[id ${sentence.id}]`;
    const source = review.sources[sentence.source];
    if (source === undefined) {
      return { path: `${path}.source`, problem: `there is no source ${sentence.source}` };
    }
    if (sentence.start > sentence.end || sentence.end > source.text.length) {
      return { path: `${path}.end`, problem: `lies outside the text of ${source.name}` };
    }
    if (sentence.stream !== null) {
      const stream = review.streams[sentence.stream];
      if (stream?.source !== sentence.source) {
        return { path: `${path}.stream`, problem: `is not a stream of ${source.name}` };
      }
    }
  }
  const alive = review.sentences.filter((sentence) => sentence !== undefined);
  alive.sort((a, b) => a.source - b.source || a.start - b.start || a.end - b.end);
  for (let index = 1; index < alive.length; index++) {
    const [before, after] = [alive[index - 1], alive[index]];
    if (before && after && before.source === after.source && after.start < before.end) {
      return {
        path: `sentences[id ${after.id}].start`,
        problem: `overlaps sentence ${before.id}`,
      };
    }
  }
  return null;
}

function checkRows(review: Review): Violation | null {
  const seen = new Uint8Array(review.sentences.length);
  const rowIds = new Set<number>();
  for (const [index, row] of review.rows.entries()) {
    const path = `rows[${index}]`;
    if (rowIds.has(row.id)) return { path: `${path}.id`, problem: `${row.id} appears twice` };
    if (row.id >= review.nextRow) {
      return { path: `${path}.id`, problem: `is not below nextRow (${review.nextRow})` };
    }
    rowIds.add(row.id);
    if (row.cells.length !== review.streams.length) {
      return {
        path: `${path}.cells`,
        problem: `has ${row.cells.length} cells for ${review.streams.length} streams`,
      };
    }
    if (filledCells(row.cells) === 0) return { path: `${path}.cells`, problem: 'is empty' };
    const named = [
      ...Object.keys(row.edits).map(Number),
      ...row.checks.flatMap(({ a, b }) => [a.stream, b.stream]),
    ];
    const unknown = named.find((stream) => review.streams[stream] === undefined);
    if (unknown !== undefined) return { path, problem: `there is no stream ${unknown}` };
    for (const [stream, cell] of row.cells.entries()) {
      let last = -1;
      for (const [position, id] of cell.entries()) {
        const where = `${path}.cells[${stream}][${position}]`;
        const sentence = review.sentences[id];
        if (sentence === undefined) return { path: where, problem: `there is no sentence ${id}` };
        if (sentence.stream !== stream) {
          return { path: where, problem: `sentence ${id} does not belong to stream ${stream}` };
        }
        if (seen[id]) return { path: where, problem: `sentence ${id} is in two rows` };
        if (sentence.start < last)
          return { path: where, problem: 'is not in the order of the text' };
        last = sentence.start;
        seen[id] = 1;
      }
    }
  }
  for (const sentence of review.sentences) {
    if (sentence !== undefined && sentence.stream !== null && !seen[sentence.id]) {
      return { path: `sentences[id ${sentence.id}]`, problem: 'is in no row' };
    }
  }
  return null;
}

function checkHistory(review: Review): Violation | null {
  const { position, entries } = review.history;
  return position > entries.length
    ? { path: 'history.position', problem: `is beyond the ${entries.length} entries` }
    : null;
}
