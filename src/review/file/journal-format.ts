/**
 * The journal: what was done since the review file was saved, one line a record, each with a
 * checksum, so that a line that was not written to its end is known as such.
 */
import * as v from 'valibot';
import { slimEntry } from './file-format.js';
import { baseSchema, recordSchema } from './file-schema.js';
import type { Action } from '../history.js';
import type { Entry, Review } from '../model.js';
import { sentenceIdLimit, sentencesIn, WorkingReview } from '../replay/working-review.js';

/** An action and its place in the count of all actions. */
export type JournalRecord = Action & { readonly sequence: number };

/** FNV-1a over UTF-16 units, 32 bits: enough to tell a torn line from a whole one. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * A line that says which state of the file the journal goes on from (SHA-256 of its bytes, in
 * hex). It comes first, and again before every save with the state that is about to be written:
 * whichever of the two a crash leaves behind, the journal fits it.
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

/** What a journal says. */
export interface JournalText {
  /** SHA-256 of the states of the file that it goes on from. */
  readonly bases: readonly string[];
  readonly records: readonly JournalRecord[];
  /** Characters from the beginning that hold whole records: what follows was never acknowledged. */
  readonly sound: number;
  /** The line, 1-based, at which reading stopped, when it was not the end. */
  readonly tornAt: number | null;
}

/** Reads lines until the first one that is not whole. */
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

/** The value of a line whose checksum is right, else null. */
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
  /** Records that the file did not hold yet. */
  readonly recovered: number;
  /** True when the journal belongs to another state of the file: nothing of it was done. */
  readonly foreign: boolean;
}

/**
 * Does again what the file doesn't hold yet. `sameBase`: the journal goes on from this very file.
 * A journal of an earlier state is harmless when the file holds all of it (the program ended
 * between saving and clearing the journal), and foreign otherwise. Throws RangeError when a record
 * of the right journal doesn't fit, which only damage can cause.
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
