/** Writes the review file, piece by piece. Pure; the platform handles the disk. */
import { listPieces, objectPieces } from '../../text/json/json-pieces.js';
import type { Change, Entry, ReviewContent, ReviewRow, ReviewSentence } from '../model.js';
import { currentVersion } from './file-schema.js';

/** A row without its default values. */
function slimRow(row: ReviewRow): object {
  const { id, cells, score, confidence, method } = row;
  const { crossing, status, doubt, flagged, note, edits, checks, quality, faults } = row;
  return {
    ...{ id, cells, score, confidence, method },
    ...(crossing ? { crossing } : {}),
    ...(status === 'unreviewed' ? {} : { status }),
    ...(doubt ? { doubt } : {}),
    ...(flagged ? { flagged } : {}),
    ...(note === '' ? {} : { note }),
    ...(Object.keys(edits).length === 0 ? {} : { edits }),
    ...(checks.length === 0 ? {} : { checks }),
    ...(quality === undefined ? {} : { quality: Math.round(quality * 1e4) / 1e4 }),
    ...(faults === undefined ? {} : { faults }),
  };
}

function slimSentence(sentence: ReviewSentence): object {
  const { id, source, stream, paragraph, start, end, language, noise } = sentence;
  return {
    ...{ id, source, paragraph, start, end, language },
    ...(stream === null ? {} : { stream }),
    ...(noise === null ? {} : { noise }),
  };
}

function slimChange(change: Change): object {
  switch (change.type) {
    case 'rows':
      return {
        type: change.type,
        at: change.at,
        removed: change.removed.map(slimRow),
        inserted: change.inserted.map(slimRow),
      };
    case 'sentences':
      return {
        type: change.type,
        removed: change.removed.map(slimSentence),
        inserted: change.inserted.map(slimSentence),
      };
    case 'status':
    case 'paragraph':
      return change;
  }
}

/** An entry as files and journals contain it. */
export function slimEntry(entry: Entry): object {
  const { label, to, from, changes, by } = entry;
  return { label, to, from, ...(by !== undefined && { by }), changes: changes.map(slimChange) };
}

/**
 * The file's text in pieces: one line per sentence, row and step, so that version control shows what changed. Together
 * they may be longer than a string can be.
 */
export function* formatReview(review: ReviewContent): Generator<string, void, undefined> {
  const { origin, sources, streams, alignments, sentences, rows, nextRow, history, match } = review;
  const { model, segmented, encoding, splitting, glossary } = origin;
  const lead = {
    format: 'paralign-review',
    version: currentVersion,
    sequence: review.sequence,
    nextRow,
    ...{ model, segmented, encoding, splitting, glossary, match },
  };
  for (const [name, value] of Object.entries(lead))
    if (value !== undefined)
      yield `${name === 'format' ? '{' : ','}\n"${name}":${JSON.stringify(value)}`;
  yield ',\n"sources":';
  for (const [index, source] of sources.entries()) {
    yield index === 0 ? '[\n' : ',\n';
    yield* objectPieces(source);
  }
  yield sources.length === 0 ? '[]' : '\n]';
  yield ',\n"streams":';
  yield* listPieces(streams, '\n');
  yield ',\n"alignments":';
  yield* listPieces(alignments, '\n');
  yield ',\n"sentences":';
  yield* listPieces(mapped(sentences, slimSentence), '\n');
  yield ',\n"rows":';
  yield* listPieces(mapped(rows, slimRow), '\n');
  yield `,\n"history":{"position":${history.position},"entries":`;
  yield* listPieces(mapped(history.entries, slimEntry), '\n');
  yield '}\n}\n';
}

/** Leaves out what is undefined. */
function* mapped<T, U>(items: Iterable<T | undefined>, map: (item: T) => U): Generator<U> {
  for (const item of items) if (item !== undefined) yield map(item);
}
