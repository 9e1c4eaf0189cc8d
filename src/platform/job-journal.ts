/**
 * What a batch has finished, one JSON line a job, appended as soon as its output is in place: what
 * `--resume` goes by. A last line torn by a crash is ignored, its job simply runs again.
 */
import { createHash } from 'node:crypto';
import { appendFile, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import { readInputFile } from './input-files.js';
import { temporaryFileName, writeOutputFile } from './output-files.js';
import { NotARegularFile, openRegular } from './read-bounded.js';
import { systemErrorCode } from './system-error.js';

/** The journal's name inside the output folder. */
export const journalName = '.paralign-jobs.jsonl';

/** The journal's entries that are whole JSON, in order; none when there is no journal. */
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

/** Begins the journal anew with these entries. */
export async function writeJournal(folder: string, entries: readonly unknown[]): Promise<void> {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
  await writeOutputFile(join(folder, journalName), lines);
}

/** Adds an entry. */
export async function appendJournal(folder: string, entry: unknown): Promise<void> {
  await appendFile(join(folder, journalName), `${JSON.stringify(entry)}\n`);
}

/** SHA-256 of a file in hexadecimal; undefined when it is not there, or no file that could be read twice. */
export async function hashFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    const file = await openRegular(path);
    for await (const chunk of file.createReadStream()) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (error instanceof NotARegularFile || systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/** Removes the temporary files that a killed run left in the folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (temporaryFileName.test(name)) await unlink(join(folder, name)).catch(() => {});
}
