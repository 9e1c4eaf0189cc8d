/** Jobs on an S3 server: references are `s3://bucket/key`. */
import { AppError } from '../../errors.js';
import { sourceNames } from '../../pipeline/load-files.js';
import type { JobStore } from '../store.js';
import { existsAlready, S3Client } from './s3-client.js';

/** The store of the server that `env` names. */
export function s3Store(env: Readonly<Record<string, string | undefined>>): JobStore {
  const client = new S3Client(env);
  return {
    async readSources(references) {
      const twice = references.find((one, index) => references.indexOf(one) < index);
      if (twice !== undefined)
        throw new AppError('given-twice', `${twice}: given twice`, {
          hint: 'name each source only once',
        });
      const names = sourceNames(references);
      return Promise.all(
        references.map(async (reference, index) => ({
          name: names[index] ?? reference,
          operand: reference,
          bytes: await client.read(reference),
        })),
      );
    },
    readFile: ({ path }) => client.read(path),
    hashOutput: (reference) => client.digest(reference),
    async checkOutput(reference, { clobber, replaces, inputs }) {
      if (inputs.includes(reference))
        throw new AppError(
          'protected-file',
          `${reference}: is an input, which would be overwritten`,
        );
      if (clobber || !(await client.exists(reference))) return;
      const digest = await client.digest(reference);
      if (digest === undefined || replaces?.includes(digest) !== true)
        throw existsAlready(reference);
    },
    async writeOutput(reference, parts, { clobber, replaces }) {
      const files = new Map<string, Uint8Array[]>([['', []]]);
      for await (const { file, chunk } of parts) {
        const pieces = files.get(file) ?? [];
        files.set(file, pieces);
        pieces.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      }
      if (files.size > 1 && files.get('')?.length === 0) files.delete('');
      for (const [ending, pieces] of files)
        await client.write(reference + ending, new Uint8Array(Buffer.concat(pieces)), {
          isNew: !clobber && replaces === undefined,
        });
    },
  };
}
