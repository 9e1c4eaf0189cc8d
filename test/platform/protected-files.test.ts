import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkOutputFile, writeOutputFiles } from '../../src/platform/output-files.js';
import {
  ProtectedFiles,
  refuseProtected,
  reviewCompanions,
} from '../../src/platform/protected-files.js';
import { parseReview } from '../../src/review/file/parse-review.js';
import { reviewText } from '../review/review-text.js';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-protected-'));
  mkdirSync(at('sub'));
  writeFileSync(at('a.txt'), 'text');
  writeFileSync(at('other.txt'), 'other');
  linkSync(at('a.txt'), at('hard.csv'));
  symlinkSync('a.txt', at('soft.csv'));
  symlinkSync('soft.csv', at('softer.csv'));
  symlinkSync('.', at('here'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sources = (name: string) =>
  ProtectedFiles.of([{ path: at(name), what: `the source ${name}` }]);

describe('refuseProtected', () => {
  test.each(['a.txt', 'hard.csv', 'soft.csv', 'softer.csv', 'here/a.txt', 'sub/../a.txt'])(
    'knows a.txt and its links as %s',
    async (name) => {
      for (const input of ['a.txt', 'hard.csv', 'softer.csv'])
        for (const path of [at(name), `${folder}/./${name}`])
          await expect(refuseProtected(path, await sources(input))).rejects.toMatchObject({
            code: 'protected-file',
            exitCode: 73,
            message: `${path}: is the source ${input}, which would be overwritten`,
          });
    },
  );

  test.each(['other.txt', 'new.txt', 'sub/a.txt'])('lets %s be written', async (name) => {
    await refuseProtected(at(name), await sources('a.txt'));
    await refuseProtected(at(name));
  });

  test('knows an open file', async () => {
    const fd = openSync(at('a.txt'), 'r');
    const input = await ProtectedFiles.of([{ path: fd, what: 'standard input' }]);
    await expect(refuseProtected(at('hard.csv'), input)).rejects.toThrow('is standard input');
    const known = await sources('a.txt');
    for (const path of [fd, `/proc/self/fd/${fd}`, `/dev/fd/${fd}`])
      await expect(refuseProtected(path, known)).rejects.toMatchObject({ exitCode: 73 });
  });

  test('knows an input that is not there yet, and one that was replaced', async () => {
    const inputs = await ProtectedFiles.of([
      ...reviewCompanions(at('r.paralign')),
      { path: at('a.txt'), what: 'the source' },
    ]);
    for (const name of ['r.paralign.journal', 'here/r.paralign.lock'])
      await expect(refuseProtected(at(name), inputs)).rejects.toMatchObject({ exitCode: 73 });
    rmSync(at('a.txt'));
    writeFileSync(at('a.txt'), 'saved by an editor');
    await expect(refuseProtected(at('here/a.txt'), inputs)).rejects.toMatchObject({ exitCode: 73 });
  });

  test('lets devices be read and written at once', async () => {
    const inputs = await ProtectedFiles.of([{ path: '/dev/null', what: 'a source' }]);
    await refuseProtected('/dev/null', inputs);
  });

  test.each(['x.paralign', 'x.paralign.journal', 'x.paralign.bak', 'copy.txt', 'link.txt'])(
    'keeps a review that is there as %s',
    async (name) => {
      const fixture = new URL('../fixtures/review-v1.paralign', import.meta.url);
      const text = reviewText(parseReview('x', readFileSync(fixture, 'utf8')));
      await refuseProtected(at(name));
      if (name === 'link.txt') {
        writeFileSync(at('x.paralign'), '');
        symlinkSync('x.paralign', at(name));
      } else writeFileSync(at(name), name === 'copy.txt' ? text : '');
      for (const clobber of [true, false])
        await expect(checkOutputFile(at(name), { clobber })).rejects.toMatchObject({
          code: 'protected-file',
          message: expect.stringContaining('is a review'),
        });
    },
  );
});

test('writeOutputFiles looks once more before it renames', async () => {
  const parts = async function* () {
    yield { file: '', chunk: 'new' };
    symlinkSync('a.txt', at('late.csv'));
  };
  const inputs = await sources('a.txt');
  await expect(writeOutputFiles(at('late.csv'), parts(), { inputs })).rejects.toMatchObject({
    code: 'protected-file',
  });
  expect(readFileSync(at('a.txt'), 'utf8')).toBe('text');
});
