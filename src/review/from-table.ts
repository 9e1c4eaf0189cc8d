/** Converts the table of a run to a review, and a review to the table that outputs write. */
import { judgementOf } from '../quality-faults.js';
import { numberPassages, placePassages } from '../text/number-passages.js';
import type { Alignment, Bead, Row, Sentence, Table } from '../domain.js';
import { usedEntries } from '../text/terms/used-entries.js';
import { filledCells, rowNumber } from './lookup.js';
import { confidenceOf } from './queue.js';
import { partsOf } from './parts.js';
import type { Review, ReviewContent, ReviewOrigin, ReviewRow, ReviewSentence } from './model.js';

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
  const { sentences, rows, ...content } = reviewContent(table, origin);
  return { ...content, sentences: [...sentences], rows: [...rows] };
}

/** The same, its sentences and rows made when they are asked for. Throws as `reviewFromTable`. */
export function reviewContent(table: Table, origin: ReviewOrigin): ReviewContent {
  const ids = idsOfStreams(table);
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
    sentences: { [Symbol.iterator]: () => reviewSentences(table, ids) },
    rows: { [Symbol.iterator]: () => reviewRows(table, ids) },
    nextRow: (table.nextId ?? table.rows.length + 1) - 1,
    history: { position: 0, entries: [] },
    sequence: 0,
    ...(table.match && { match: table.match }),
  };
}

/** For each stream the ids of its sentences, which are numbered through all sources. */
function idsOfStreams({ sources, streams }: Table): readonly Int32Array[] {
  let first = 0;
  const placeOf = sources.map(({ sentences }) => {
    const from = first;
    first += sentences.length;
    return placeByNumber(sentences, from);
  });
  return streams.map(({ source, sentences }, index) =>
    Int32Array.from(sentences, ({ number }) => {
      const id = placeOf[source]?.(number) ?? -1;
      if (id < 0) throw new RangeError(`stream ${index} has a sentence of no source`);
      return id;
    }),
  );
}

/** The place of a sentence in a list, plus `from`; undefined for a number that none has. */
function placeByNumber(
  sentences: readonly Sentence[],
  from: number,
): (number: number) => number | undefined {
  // As a rule they are numbered in order.
  if (sentences.every(({ number }, place) => number === place + 1))
    return (number) => (number >= 1 && number <= sentences.length ? from + number - 1 : undefined);
  const places = new Map(sentences.map(({ number }, place) => [number, from + place]));
  return (number) => places.get(number);
}

function* reviewSentences(
  { sources }: Table,
  ids: readonly Int32Array[],
): Generator<ReviewSentence, void, undefined> {
  const count = sources.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const streamOf = new Int32Array(count).fill(-1);
  ids.forEach((own, stream) => {
    for (const id of own) streamOf[id] = stream;
  });
  let id = 0;
  for (const [source, { sentences }] of sources.entries())
    for (const { start, end, paragraph, language, noise } of sentences) {
      const stream = streamOf[id] ?? -1;
      const own = stream < 0 ? null : stream;
      yield { id: id++, source, stream: own, paragraph, start, end, language, noise };
    }
}

/** Shared: a long text has half a million rows with an empty cell and without edits. */
const noPositions: Row['cells'][number] = [];
const noEdits: ReviewRow['edits'] = {};

function* reviewRows(
  { rows }: Table,
  ids: readonly Int32Array[],
): Generator<ReviewRow, void, undefined> {
  for (const [index, row] of rows.entries()) {
    const cells = row.cells.map((cell, stream) =>
      cell.length === 0 ? noPositions : cell.map((position) => ids[stream]?.[position] ?? -1),
    );
    const { score, confidence, method, crossing, status, checks, note, edits } = row;
    yield {
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
      edits: edits ?? noEdits,
      checks,
      ...judgementOf(row),
    };
  }
}

/** The review as a table, as if the run had produced the reviewer's result: the input of every writer. */
export function tableFromReview(review: Review): Table {
  const { sources, streams, rows } = linkedRows(review);
  const held = [...rows];
  return {
    sources,
    streams,
    alignments: review.alignments.map((alignment) => tableAlignment(alignment, streams, held)),
    rows: held,
    nextId: review.nextRow + 1,
    ...(review.match && { match: review.match }),
  };
}

/** What such a table has, its rows made one by one: those of a long review take as much memory as the review. */
export function linkedRows(
  review: Review,
): Pick<Table, 'sources' | 'streams'> & { readonly rows: Iterable<Row> } {
  const { sources, streams, positions } = partsOf(review);
  return { sources, streams, rows: { [Symbol.iterator]: () => tableRows(review, positions) } };
}

function* tableRows({ rows }: Review, positions: Int32Array): Generator<Row, void, undefined> {
  const place = (ids: readonly number[]): readonly number[] =>
    ids.length === 0 ? noPositions : ids.map((id) => positions[id] ?? 0);
  for (const row of rows) yield tableRow(row, row.cells.map(place));
}

/** Its beads are made when somebody asks for them, which hardly anybody does: the rows say the same. */
function tableAlignment(
  { a, b, mode, reason, passages }: Review['alignments'][number],
  streams: Table['streams'],
  rows: readonly Row[],
): Alignment {
  let beads: readonly Bead[] | undefined;
  return {
    ...{ a, b, mode, reason },
    ...(passages && { passages: placePassages({ a, b, passages }, streams) }),
    get beads() {
      beads ??= beadsOf(rows, a, b);
      return beads;
    },
  };
}

/** A long review has a million of them: only what is not as usual is added to the plain row. */
function tableRow(row: ReviewRow, cells: Row['cells']): Row {
  const { method, crossing, status, checks, note, edits, flagged } = row;
  const { score, confidence } = measuresOf(row, filledCells(cells) > 1);
  const id = rowNumber(row);
  const plain = { id, cells, score, confidence, method, crossing, status, checks, note };
  const isEdited = Object.keys(edits).length > 0;
  if (!flagged && row.quality === undefined && row.faults === undefined && !isEdited) return plain;
  return {
    ...plain,
    ...(flagged ? { flagged } : {}),
    ...judgementOf(row),
    ...(isEdited ? { edits } : {}),
  };
}

/** They share the lists of the rows. */
function beadsOf(rows: readonly Row[], streamA: number, streamB: number): Bead[] {
  const beads: Bead[] = [];
  for (const { cells, score, confidence, method, crossing } of rows) {
    const a = cells[streamA] ?? noPositions;
    const b = cells[streamB] ?? noPositions;
    if (a.length + b.length === 0) continue;
    const isLinked = a.length > 0 && b.length > 0;
    beads.push({ a, b, score: isLinked ? score : 0, confidence, method, crossing });
  }
  return beads;
}

/** Rows linked by hand were not scored: both values are 0. */
function measuresOf(row: ReviewRow, linked: boolean): Pick<Bead, 'score' | 'confidence'> {
  const confidence = confidenceOf(row);
  return confidence === null
    ? { score: 0, confidence: 0 }
    : { score: linked ? row.score : 0, confidence };
}
