/** Jobs in the file system: references are absolute paths, the journal stands in the results' folder. */
import { loadFiles } from '../pipeline/load-files.js';
import { readInputFile } from '../platform/input-files.js';
import { appendJournal, hashFile, readJournal, writeJournal } from '../platform/job-journal.js';
import { checkOutputFile, type OutputRules, writeOutputFiles } from '../platform/output-files.js';
import { ProtectedFiles } from '../platform/protected-files.js';
import { parseFinished } from './schemas.js';
import type { JobJournal, JobStore, StoreRules } from './store.js';

/** Files by absolute path. */
export const fileStore: JobStore = {
  readSources: loadFiles,
  readFile: ({ name, path }) => readInputFile(path, name),
  hashOutput: hashFile,
  checkOutput: async (path, rules) => checkOutputFile(path, await fileRules(rules)),
  writeOutput: async (path, parts, rules) => {
    await writeOutputFiles(path, parts, await fileRules(rules));
  },
};

async function fileRules({ clobber, inputs }: StoreRules): Promise<OutputRules> {
  const files = inputs.map((path) => ({ path, what: `the input ${path}` }));
  return { clobber, inputs: await ProtectedFiles.of(files) };
}

/** The journal in a folder of results. */
export function folderJournal(folder: string): JobJournal {
  return {
    read: async () => (await readJournal(folder)).flatMap((entry) => parseFinished(entry) ?? []),
    begin: (entries) => writeJournal(folder, entries),
    append: (entry) => appendJournal(folder, entry),
  };
}
