/** Converts the table of a run to a review, and a review to the table that outputs write. */
import { judgementOf } from '../quality-faults.js';
import { numberPassages, placePassages } from '../text/number-passages.js';
import type { Bead, Table } from '../domain.js';
import { usedEntries } from '../text/terms/used-entries.js';
import { filledCells, rowNumber } from './lookup.js';
import { confidenceOf } from './queue.js';
import { partsOf } from './parts.js';
import type { Review, ReviewOrigin, ReviewRow, ReviewSentence } from './model.js';

/** Of a glossary, only what these texts have: the rest would make every opening slower. */
function originOf({ streams }: Table, { glossary, ...origin }: ReviewOrigin): ReviewOrigin {
  if (glossary === undefined) return origin;
  const texts = streams.map(({ language, sentences }) => ({
    language,
    texts: sentences.map(({ text }) => text),
  }));
  return { ...origin, glossary: usedEntries(glossary, texts) };
}

/** A new review of a table, with the decisions that its rows have. Throws RangeError if the table's parts don't match (a bug). */
export function reviewFromTable(table: Table, origin: ReviewOrigin): Review {
  const sentences: ReviewSentence[] = [];
  const idOf = table.sources.map((source, index) => {
    const first = sentences.length;
    for (const sentence of source.sentences) {
      const { start, end, paragraph, language, noise } = sentence;
      const id = sentences.length;
      sentences.push({ id, source: index, stream: null, paragraph, start, end, language, noise });
    }
    const places = new Map(source.sentences.map(({ number }, place) => [number, first + place]));
    return (number: number) => places.get(number) ?? -1;
  });
  const ids = table.streams.map((stream, index) =>
    stream.sentences.map((sentence) => {
      const id = idOf[stream.source]?.(sentence.number) ?? -1;
      const own = sentences[id];
      if (own === undefined) throw new RangeError(`stream ${index} has a sentence of no source`);
      sentences[id] = { ...own, stream: index };
      return id;
    }),
  );
  const rows = table.rows.map((row, index): ReviewRow => {
    const cells = row.cells.map((cell, stream) =>
      cell.map((position) => ids[stream]?.[position] ?? -1),
    );
    const { score, confidence, method, crossing, status, checks, note, edits } = row;
    return {
      id: (row.id ?? index + 1) - 1,
      cells,
      score,
      confidence,
      method,
      crossing,
      status,
      doubt: false,
      flagged: row.flagged ?? false,
      note,
      edits: edits ?? {},
      checks,
      ...judgementOf(row),
    };
  });
  return {
    origin: originOf(table, origin),
    sources: table.sources.map(({ sentences: _sentences, ...source }) => source),
    streams: table.streams.map(({ source, language }) => ({ source, language })),
    alignments: table.alignments.map((alignment) => ({
      a: alignment.a,
      b: alignment.b,
      mode: alignment.mode,
      reason: alignment.reason,
      ...(alignment.passages && { passages: numberPassages(alignment, table.streams) }),
    })),
    sentences,
    rows,
    nextRow: (table.nextId ?? table.rows.length + 1) - 1,
    history: { position: 0, entries: [] },
    sequence: 0,
    ...(table.match && { match: table.match }),
  };
}

/** The review as a table, as if the run had produced the reviewer's result: the input of every writer. */
export function tableFromReview(review: Review): Table {
  const { sources, streams, positions } = partsOf(review);
  const place = (ids: readonly number[]) => ids.map((id) => positions[id] ?? 0);
  return {
    sources,
    streams,
    alignments: review.alignments.map(({ a, b, mode, reason, passages }) => ({
      ...{ a, b, mode, reason },
      ...(passages && { passages: placePassages({ a, b, passages }, streams) }),
      beads: beadsOf(review, a, b, place),
    })),
    rows: review.rows.map((row) => {
      const { method, crossing, status, checks, note, edits, flagged } = row;
      return {
        id: rowNumber(row),
        cells: row.cells.map(place),
        ...measuresOf(row, filledCells(row.cells) > 1),
        method,
        crossing,
        status,
        checks,
        note,
        ...(flagged ? { flagged } : {}),
        ...judgementOf(row),
        ...(Object.keys(edits).length > 0 ? { edits } : {}),
      };
    }),
    nextId: review.nextRow + 1,
    ...(review.match && { match: review.match }),
  };
}

function beadsOf(
  review: Review,
  streamA: number,
  streamB: number,
  place: (ids: readonly number[]) => readonly number[],
): Bead[] {
  return review.rows.flatMap((row) => {
    const a = place(row.cells[streamA] ?? []);
    const b = place(row.cells[streamB] ?? []);
    if (a.length + b.length === 0) return [];
    const { method, crossing } = row;
    return [{ a, b, ...measuresOf(row, a.length > 0 && b.length > 0), method, crossing }];
  });
}

/** Rows linked by hand were not scored: both values are 0. */
function measuresOf(row: ReviewRow, linked: boolean): Pick<Bead, 'score' | 'confidence'> {
  const confidence = confidenceOf(row);
  return confidence === null
    ? { score: 0, confidence: 0 }
    : { score: linked ? row.score : 0, confidence };
}
