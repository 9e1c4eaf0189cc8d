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

  test('a folder that is not there is said to be none', async () => {
    await expect(readJobs(['en', 'nope'], { cwd })).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringMatching(/nope: no such folder$/) as unknown,
    });
  });
});
