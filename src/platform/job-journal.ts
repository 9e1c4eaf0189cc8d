/**
 * What a batch has finished, one JSON line a job, appended as soon as its output is in place: what
 * `--resume` goes by. A last line torn by a crash is ignored, its job simply runs again.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFileName, writeOutputFile } from './output-files.js';
import { systemErrorCode } from './system-error.js';

/** The journal's name inside the output folder. */
export const journalName = '.paralign-jobs.jsonl';

/** The journal's entries that are whole JSON, in order; none when there is no journal. */
export async function readJournal(folder: string): Promise<unknown[]> {
  const text = await readFile(join(folder, journalName), 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw error;
  });
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

/** SHA-256 of a file in hexadecimal; undefined when it is not there. */
export async function hashFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
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
