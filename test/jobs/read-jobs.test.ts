import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readJobs } from '../../src/jobs/read-jobs.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'paralign-jobs-'));
  mkdirSync(join(cwd, 'en'));
  writeFileSync(join(cwd, 'a.txt'), 'a');
  writeFileSync(join(cwd, 'b.txt'), 'b');
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('readJobs', () => {
  test.each([
    [['a.txt', 'b.txt'], 'a.txt, b.txt: are files, but several operands must be folders'],
    [['en', 'b.txt'], 'b.txt: is a file, but several operands must be folders'],
    [['-', 'en'], '-: is a file, but several operands must be folders'],
  ])('%s: says that these are files, and what it takes', async (paths, message) => {
    await expect(readJobs(paths, { cwd })).rejects.toMatchObject({
      code: 'usage',
      message,
      hint: expect.stringContaining('one manifest, or two or more folders') as unknown,
    });
  });

  test.each([
    ['{\n"format":"paralign-review",\n"version":2}', 'r.paralign: is a review, not a list of jobs'],
    [
      'id,a_source,a_language\n1,a,en\n',
      'r.paralign: is an alignment written by paralign, not a list of jobs',
    ],
    [
      '{"id":1,"cells":[{"source":"a.txt"}]}',
      'r.paralign: is an alignment written by paralign, not a list of jobs',
    ],
  ])('%j is no manifest, and it is said what it is', async (content, message) => {
    writeFileSync(join(cwd, 'r.paralign'), content);
    await expect(readJobs(['r.paralign'], { cwd })).rejects.toMatchObject({
      code: 'bad-manifest',
      message,
    });
  });

  test('a folder that is not there is said to be none', async () => {
    await expect(readJobs(['en', 'nope'], { cwd })).rejects.toMatchObject({
      code: 'file-not-found',
      message: 'nope: no such folder',
    });
  });
});
