/**
 * What a batch has finished: one JSON line per job, appended as soon as its output is in place.
 * `--resume` relies on it. If a crash cut off the last line, it is ignored and its job runs again.
 */
import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import { readInputFile } from './input-files.js';
import { outputError, temporaryOutput, writeOutputFile } from './output-files.js';

/** The journal's name inside the output folder. */
export const journalName = '.paralign-jobs.jsonl';

/** The journal's complete JSON entries, in order; none if there is no journal. */
export async function readJournal(folder: string): Promise<unknown[]> {
  const path = join(folder, journalName);
  const text = await readInputFile(path).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'file-not-found') return '';
      throw error;
    },
  );
  return text.split('\n').flatMap((line): unknown[] => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/** Replaces the journal with these entries. */
export async function writeJournal(folder: string, entries: readonly unknown[]): Promise<void> {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
  await writeOutputFile(join(folder, journalName), lines);
}

/**
 * Adds an entry, whole or not at all: a part that was written before the disk filled up is removed, so
 * that the next entry begins on a new line. Throws AppError `no-space` or `io` (74).
 */
export async function appendJournal(folder: string, entry: unknown): Promise<void> {
  const path = join(folder, journalName);
  try {
    // A line is written sooner than another thread is asked to write it.
    const file = openSync(path, 'a');
    try {
      const { size } = fstatSync(file);
      try {
        appendFileSync(file, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        truncate(file, size);
        throw error;
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw outputError(path, error);
  }
}

function truncate(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    // The first error tells more.
  }
}

/**
 * Removes the temporary files that a killed run left behind for the journal and its own
 * outputs, but not those of other programs that write to the folder.
 */
export async function removeLeftovers(
  folder: string,
  isOurs: (output: string) => boolean,
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const output = temporaryOutput(name);
    if (output !== undefined && (output === journalName || isOurs(output)))
      await unlink(join(folder, name)).catch(() => {});
  }
}
