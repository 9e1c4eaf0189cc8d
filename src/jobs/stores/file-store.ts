/** Jobs in the file system: references are absolute paths, and the journal is in the results' folder. */
import { AppError } from '../../errors.js';
import { fileHolding } from '../../pipeline/archive-members.js';
import { loadFiles } from '../../pipeline/load-files.js';
import type { FileInput } from '../../pipeline/source-input.js';
import { readInputFile } from '../../platform/input-files.js';
import { appendJournal, readJournal, writeJournal } from '../../platform/job-journal.js';
import { hashFile } from '../../platform/hash-file.js';
import { atOnce } from '../../platform/files/look-ups.js';
import {
  checkOutputFile,
  type OutputRules,
  writeOutputFiles,
} from '../../platform/output-files.js';
import { ProtectedFiles } from '../../platform/protected-files.js';
import { parseFinished } from '../schemas.js';
import type { JobJournal, JobStore, StoreRules } from '../store.js';

/** Files by absolute path. */
export const fileStore = {
  readSources: readUnchanged,
  readFile: ({ name, path }) => readInputFile(path, name),
  hashOutput: hashFile,
  checkOutput: async (path, rules) => checkOutputFile(path, await fileRules(rules)),
  writeOutput: async (path, parts, rules) => {
    await writeOutputFiles(path, parts, await fileRules(rules));
  },
} satisfies JobStore;

/**
 * Files as they were at one moment, so that no text is half old and half new. Throws AppError
 * `source-changed` (65) for a file that changes twice while it is being read.
 */
async function readUnchanged(paths: readonly string[]): Promise<FileInput[]> {
  let changed: string | undefined;
  for (let attempt = 0; attempt < 2; attempt++) {
    const before = await Promise.all(paths.map(stateOf));
    const inputs = await loadFiles(paths);
    const after = await Promise.all(paths.map(stateOf));
    changed = paths.find((_, index) => before[index] !== after[index]);
    if (changed === undefined) return inputs;
  }
  throw new AppError('source-changed', `${changed}: changed while it was being read`, {
    hint: 'run the job again once no other program is writing to it',
  });
}

/** Differs after every change to a file; undefined if it is not a file. */
async function stateOf(path: string): Promise<string | undefined> {
  const info = atOnce.status(await fileHolding(path));
  if (info?.isFile() !== true) return undefined;
  return [info.dev, info.ino, info.size, info.mtimeNs, info.ctimeNs].join(':');
}

async function fileRules({ clobber, replaces, inputs }: StoreRules): Promise<OutputRules> {
  const files = await Promise.all(
    inputs.map(async (path) => ({ path: await fileHolding(path), what: `the input ${path}` })),
  );
  const known = await ProtectedFiles.of(files);
  return { clobber, ...(replaces !== undefined && { replaces }), inputs: known };
}

/** The journal in a folder of results. */
export function folderJournal(folder: string): JobJournal {
  return {
    read: async () => (await readJournal(folder)).flatMap((entry) => parseFinished(entry) ?? []),
    begin: (entries) => writeJournal(folder, entries),
    append: (entry) => appendJournal(folder, entry),
  };
}
