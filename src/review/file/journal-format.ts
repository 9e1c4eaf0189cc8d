/**
 * The journal: what was done since the review file was saved, one line per record, each with a
 * checksum by which an incomplete line is recognised.
 */
import * as v from 'valibot';
import { slimEntry } from './format-review.js';
import { baseSchema, recordSchema } from './file-schema.js';
import type { Action } from '../history.js';
import type { Entry, Review } from '../model.js';
import { sentenceIdLimit, sentencesIn, WorkingReview } from '../replay/working-review.js';

/** An action and its place in the count of all actions. */
export type JournalRecord = Action & { readonly sequence: number };

/** FNV-1a over UTF-16 units, 32 bits: enough to recognise an incomplete line. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * A line that names the state of the file that the journal continues (SHA-256 of its bytes, in hex).
 * It comes first, and again before every save with the state about to be written: whichever of the
 * two a crash leaves behind, the journal matches it.
 */
export function formatBase(sha256: string): string {
  const body = JSON.stringify({ type: 'base', sha256 });
  return `${checksum(body)} ${body}\n`;
}

/** One line, its line break included. */
export function formatRecord(record: JournalRecord): string {
  const body = JSON.stringify(
    record.type === 'do' ? { ...record, entry: slimEntry(record.entry) } : record,
  );
  return `${checksum(body)} ${body}\n`;
}

/** The content of a journal. */
export interface JournalText {
  /** SHA-256 of the states of the file that it continues. */
  readonly bases: readonly string[];
  readonly records: readonly JournalRecord[];
  /** Length of the complete records at the beginning, in characters: what follows was never acknowledged. */
  readonly sound: number;
  /** The line, 1-based, at which reading stopped, if it was not the end. */
  readonly tornAt: number | null;
}

/** Reads lines up to the first incomplete one. */
export function parseJournal(text: string): JournalText {
  const records: JournalRecord[] = [];
  const bases: string[] = [];
  let sound = 0;
  for (let line = 1; sound < text.length; line++) {
    const end = text.indexOf('\n', sound);
    const value = end < 0 ? null : parseLine(text.slice(sound, end));
    const base = v.safeParse(baseSchema, value);
    const record = base.success || line === 1 ? null : v.safeParse(recordSchema, value);
    if (base.success) bases.push(base.output.sha256);
    else if (record?.success) records.push(record.output);
    else return { bases, records, sound, tornAt: line };
    sound = end + 1;
  }
  return { bases, records, sound, tornAt: null };
}

/** The value of a line; null if its checksum is wrong. */
function parseLine(line: string): unknown {
  const body = line.slice(9);
  if (line[8] !== ' ' || line.slice(0, 8) !== checksum(body)) return null;
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return null;
  }
}

/** A review with the records of a journal applied to it. */
export interface Replay {
  readonly review: Review;
  /** Number of records that the file did not yet contain. */
  readonly recovered: number;
  /** True if the journal belongs to another state of the file: none of it was applied. */
  readonly foreign: boolean;
}

/**
 * Applies the records that the file doesn't yet contain. `sameBase`: the journal continues this very
 * file. A journal of an earlier state is harmless if the file contains all of it (the program ended
 * between saving and clearing the journal), and foreign otherwise. Throws RangeError if a record of
 * the right journal doesn't match, which only damage can cause.
 */
export function replay(
  review: Review,
  records: readonly JournalRecord[],
  sameBase: boolean,
): Replay {
  const fresh = records.filter((record) => record.sequence > review.sequence);
  if (fresh.length === 0) return { review, recovered: 0, foreign: false };
  if (!sameBase) return { review, recovered: 0, foreign: true };
  const entries = [...review.history.entries];
  const said = fresh.flatMap((record) => (record.type === 'do' ? [record.entry] : []));
  const known = review.sentences.length + sentencesIn(entries) + sentencesIn(said);
  const working = new WorkingReview(review, sentenceIdLimit(known));
  let { position } = review.history;
  let { sequence } = review;
  for (const record of fresh) {
    if (record.sequence !== ++sequence) throw new RangeError(`record ${sequence} is missing`);
    if (record.type === 'do') {
      working.apply(record.entry);
      entries.length = position++;
      entries.push(record.entry);
    } else if (record.type === 'undo') {
      position -= 1;
      working.revert(entryAt(entries, position, 'undo'));
    } else {
      working.apply(entryAt(entries, position, 'redo'));
      position += 1;
    }
  }
  const current = { ...working.toReview(), history: { position, entries }, sequence };
  return { review: current, recovered: fresh.length, foreign: false };
}

function entryAt(entries: readonly Entry[], index: number, what: string): Entry {
  const entry = entries[index];
  if (entry === undefined) throw new RangeError(`nothing to ${what}`);
  return entry;
}
