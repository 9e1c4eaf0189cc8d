/**
 * Reads and writes the review file: versioned JSON, every field checked on opening. Pure; the platform
 * handles the disk.
 */
import * as v from 'valibot';
import { AppError } from '../../errors.js';
import { jsonFault } from '../../text/json/json-places.js';
import { fileSchema } from './file-schema.js';
import { findViolation } from './invariants.js';
import type { Change, Entry, Review, ReviewRow, ReviewSentence } from '../model.js';
import { sentenceIdLimit, sentencesIn } from '../replay/working-review.js';

/** The version this program writes. */
const currentVersion = 2;

/**
 * Steps from one version of the file to the next, by the version they start from. Opening an old
 * file runs all of them in order.
 */
const migrations: Readonly<
  Record<number, (file: Record<string, unknown>) => Record<string, unknown>>
> = {
  // What version 2 adds (formats, locators, sentences that the file itself marks) is optional.
  1: (file) => ({ ...file, version: 2 }),
};

function bad(name: string, problem: string, hint?: string): AppError {
  return new AppError('bad-review-file', `${name}: ${problem}`, {
    hint: hint ?? 'the version before the last save may still exist under the same name with .bak',
  });
}

function parseJson(name: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, column, what } = jsonFault(text);
    throw bad(
      name,
      `is not a review file: not valid JSON, line ${line}, column ${column}: ${what}`,
    );
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) {
    throw bad(name, 'is not a review file: the field "format" is missing');
  }
  return { ...value };
}

/**
 * The review in a file's text. Throws AppError (bad data) that names the wrong field and, for
 * a newer version, says what to do. O(size).
 */
export function parseReview(name: string, text: string): Review {
  let file = parseJson(name, text);
  if (file['format'] !== 'paralign-review') {
    throw bad(name, 'is not a review file: the field "format" is not "paralign-review"');
  }
  const version = file['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw bad(name, 'the field "version" must be a whole number of at least 1');
  }
  if (version > currentVersion) {
    throw bad(
      name,
      `has version ${version}, but this program reads only up to ${currentVersion}`,
      'update paralign to open it',
    );
  }
  for (let from = version; from < currentVersion; from++) file = migrations[from]?.(file) ?? file;
  const checked = v.safeParse(fileSchema, file, { abortEarly: true });
  if (!checked.success) {
    const [issue] = checked.issues;
    throw bad(name, `the field "${v.getDotPath(issue) ?? '?'}" is wrong: ${issue.message}`);
  }
  const {
    model,
    segmented,
    encoding,
    splitting,
    glossary,
    sentences,
    format: _format,
    version: _version,
    ...rest
  } = checked.output;
  const limit = sentenceIdLimit(sentences.length + sentencesIn(rest.history.entries));
  const byId: (ReviewSentence | undefined)[] = [];
  for (const [position, sentence] of sentences.entries()) {
    if (sentence.id >= limit) {
      throw bad(name, `the field "sentences.${position}.id" is wrong: ${sentence.id} is too high`);
    }
    if (byId[sentence.id] !== undefined) {
      throw bad(
        name,
        `the field "sentences.${position}.id" is wrong: ${sentence.id} appears twice`,
      );
    }
    byId[sentence.id] = sentence;
  }
  const origin = {
    model,
    segmented,
    ...(encoding !== undefined && { encoding }),
    ...(splitting && { splitting }),
    ...(glossary && { glossary }),
  };
  const review: Review = { ...rest, origin, sentences: dense(byId) };
  const violation = findViolation(review);
  if (violation !== null) {
    throw bad(name, `the field "${violation.path}" is wrong: ${violation.problem}`);
  }
  return review;
}

/** Turns holes into undefined, so that copying and counting treat them alike. */
function dense<T>(sparse: readonly (T | undefined)[]): (T | undefined)[] {
  return Array.from(sparse);
}

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

/** The file's text: one line per sentence, row and step, so that version control shows what changed. */
export function formatReview(review: Review): string {
  const list = (items: readonly unknown[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const {
    origin,
    sources,
    streams,
    alignments,
    sentences,
    rows,
    nextRow,
    history,
    sequence,
    match,
  } = review;
  const fields: [string, string][] = [
    ['format', '"paralign-review"'],
    ['version', String(currentVersion)],
    ['sequence', String(sequence)],
    ['nextRow', String(nextRow)],
    ['model', JSON.stringify(origin.model)],
    ['segmented', JSON.stringify(origin.segmented)],
    ...(origin.encoding === undefined
      ? []
      : [['encoding', JSON.stringify(origin.encoding)] satisfies [string, string]]),
    ...(origin.splitting === undefined
      ? []
      : [['splitting', JSON.stringify(origin.splitting)] satisfies [string, string]]),
    ...(origin.glossary === undefined
      ? []
      : [['glossary', JSON.stringify(origin.glossary)] satisfies [string, string]]),
    ...(match === undefined ? [] : [['match', JSON.stringify(match)] satisfies [string, string]]),
    ['sources', list(sources)],
    ['streams', list(streams)],
    ['alignments', list(alignments)],
    ['sentences', list(sentences.filter((own) => own !== undefined).map(slimSentence))],
    ['rows', list(rows.map(slimRow))],
    [
      'history',
      `{"position":${history.position},"entries":${list(history.entries.map(slimEntry))}}`,
    ],
  ];
  return `{\n${fields.map(([name, value]) => `"${name}":${value}`).join(',\n')}\n}\n`;
}
