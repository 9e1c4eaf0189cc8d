/** The store of a job: files by absolute path, objects of an S3 server by `s3://bucket/key`, or some of each. */
import { sourceNames } from '../../pipeline/load-files.js';
import type { JobStore } from '../store.js';
import { fileStore } from './file-store.js';
import { isS3 } from '../s3-reference.js';

let loaded: Promise<JobStore> | undefined;

/** Loaded late: most jobs have only files. */
function objects(): Promise<JobStore> {
  loaded ??= import('./s3-store.js').then(({ s3Store }) => s3Store(process.env));
  return loaded;
}

/** The store that a reference belongs to. */
const storeOf = async (reference: string): Promise<JobStore> =>
  isS3(reference) ? objects() : fileStore;

/** Files and objects. */
export const jobStore: JobStore = {
  async readSources(references) {
    const remote = references.filter(isS3);
    if (remote.length === 0) return fileStore.readSources(references);
    const store = await objects();
    if (remote.length === references.length) return store.readSources(references);
    const files = await fileStore.readSources(references.filter((one) => !isS3(one)));
    const others = await store.readSources(remote);
    const names = sourceNames(references);
    return references.flatMap((reference, index) => {
      const input = isS3(reference) ? others.shift() : files.shift();
      return input === undefined ? [] : [{ ...input, name: names[index] ?? input.name }];
    });
  },
  readFile: async (file) => (await storeOf(file.path)).readFile(file),
  hashOutput: async (reference) => (await storeOf(reference)).hashOutput(reference),
  checkOutput: async (reference, rules) =>
    (await storeOf(reference)).checkOutput(reference, ofFiles(reference, rules)),
  writeOutput: async (reference, parts, rules) =>
    (await storeOf(reference)).writeOutput(reference, parts, ofFiles(reference, rules)),
};

/** The rules without inputs of another kind than the output. */
function ofFiles(
  reference: string,
  rules: Parameters<JobStore['checkOutput']>[1],
): Parameters<JobStore['checkOutput']>[1] {
  return { ...rules, inputs: rules.inputs.filter((input) => isS3(input) === isS3(reference)) };
}
