/** Reads the review file: versioned JSON, every field checked on opening. Pure; the platform handles the disk. */
import * as v from 'valibot';
import { AppError } from '../../errors.js';
import { jsonFault } from '../../text/json/json-places.js';
import { currentVersion, fileSchema } from './file-schema.js';
import { findViolation } from './invariants.js';
import { compactRow, compactSentence } from './compact.js';
import type { Review, ReviewRow, ReviewSentence } from '../model.js';
import { sentenceIdLimit, sentencesIn } from '../replay/working-review.js';

/**
 * Steps from one version of the file to the next, by the version they start from. Opening an old
 * file runs all of them in order.
 */
const migrations: Readonly<Record<number, (file: ParsedFile['fields']) => ParsedFile['fields']>> = {
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

/** A review file whose fields were read; its long lists may have been read and checked before. */
export interface ParsedFile {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Those of the file if absent; nothing may be in the fields otherwise. */
  readonly sentences?: readonly ReviewSentence[];
  readonly rows?: readonly ReviewRow[];
}

/**
 * The review in a file's text. Throws AppError (bad data) that names the wrong field and, for
 * a newer version, says what to do. O(size).
 */
export function parseReview(name: string, text: string): Review {
  return checkedReview(name, { fields: parseJson(name, text) });
}

/** The review that the fields of a file are. Throws as `parseReview`. */
export function checkedReview(name: string, parsed: ParsedFile): Review {
  let file = parsed.fields;
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
    sentences: read,
    rows,
    format: _format,
    version: _version,
    ...rest
  } = checked.output;
  const sentences = parsed.sentences ?? read.map(compactSentence);
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
  const review: Review = {
    ...rest,
    origin,
    sentences: dense(byId),
    rows: parsed.rows ?? rows.map(compactRow),
  };
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
